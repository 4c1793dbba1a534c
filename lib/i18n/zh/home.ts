/** The public front page: the county on one sheet. */
export const home = {
  title: (county: string) => `${county}一览`,
  mapTitle: (postings: string, villages: string) =>
    `全县地图：${villages} 个村（社区）有正在招募的需求，共 ${postings} 条`,
  mapLegend: { open: "有需求正在招募", project: "已有产业项目", none: "还没有产业项目" },
  townNote: (town: string, postings: string) => `${town}：${postings} 条需求`,
  tableTitle: "各镇情况",
  table: {
    town: "镇办",
    villages: "村（社区）",
    withProject: "有产业的村",
    job: "用工",
    land: "用地",
    equity: "入股",
    order: "订单回购",
    membership: "入社",
    contract: "入园承包",
  },
  ofVillages: (some: string, all: string) => `${some} / ${all}`,
  needsTitle: "正在招募",
  needs: {
    job: (left: string) => `还要 ${left} 人`,
    land: (left: string) => `还要 ${left}`,
    equity: (left: string) => `还可配股 ${left} 人`,
    order: (left: string) => `还要收 ${left} 斤`,
    membership: (left: string) => `还收 ${left} 户`,
    contract: (left: string) => `还有 ${left} 块可包`,
  },
  postings: (count: string) => `${count} 条需求`,
  noNeeds: "现在没有",
  metersTitle: "覆盖到哪一步",
  meters: {
    villages: {
      title: "村村有产业",
      says: (some: string, all: string) =>
        `${all} 个村（社区）中，${some} 个已有核实企业的产业项目。一格是一个村。`,
      alt: (some: string, all: string) => `${all} 格中有 ${some} 格填色`,
    },
    households: {
      title: "户户有项目",
      says: (some: string, all: string) => `${all} 户中，约 ${some} 户已有项目。一格是 100 户。`,
      alt: (some: string, all: string) => `${all} 户中约 ${some} 户有项目`,
    },
    workers: {
      title: "人人有活干",
      says: (some: string, all: string) =>
        `能劳动的约 ${all} 人中，约 ${some} 人在务工或已对接用工。一格是 100 人。`,
      alt: (some: string, all: string) => `能劳动的约 ${all} 人中约 ${some} 人有活干`,
    },
  },
  bands: "人数和户数按十取整，随时更新。",
  noticesTitle: "最近的公示",
  notice: (name: string, place: string) => `${place} ${name}`,
  until: (day: string) => `公示到 ${day}`,
  allNotices: "全部公示",
  noNotices: "现在没有公示。批准的对接会在这里公示，谁都可以提出异议。",
  directoryTitle: "找项目",
  directoryLead: (enterprises: string, projects: string) =>
    `${enterprises} 家市场主体，${projects} 个产业项目。`,
  searchLabel: "项目或企业名称",
  searchHint: "可以输汉字、拼音或首字母",
  doorsTitle: "从这里进去",
  doors: {
    household: { title: "我是农户", says: "看适合我们家的需求，申请，看结果。" },
    village: { title: "我是村干部", says: "替本村农户申请，管好农户资料。" },
    enterprise: { title: "我是企业", says: "发布用工、用地、入股、收购等需求，答复申请。" },
    officer: { title: "我是县镇工作人员", says: "审核需求，看排名，批准对接。" },
  },
};
