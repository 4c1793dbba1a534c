/** Enterprises that are not, or no longer, in the directory: who they are. */
import type { enterprises } from "@/db/schema";
import type { EnterpriseKind, EnterpriseState, LinkKind, Sector, Term } from "@/db/words";
import type { Industry } from "@/lib/demo/offers";

export type Newcomer = {
  name: string;
  kind: EnterpriseKind;
  state: EnterpriseState;
  industry: Industry;
  person: string;
  summary: string;
  daysAgo: number;
  reason?: string;
  figures: Partial<typeof enterprises.$inferInsert>;
  /** Its one project, of whoever is or was in the directory. */
  project?: {
    name: string;
    sector: Sector;
    term: Term;
    capacity: string;
    households: number;
    links: readonly LinkKind[];
  };
};

/** All invented. The one that is suspended has a project, to show that it is out of the directory. */
export const outsiders: readonly Newcomer[] = [
  {
    name: "西乡县青泉服装社区工厂",
    kind: "community-factory",
    state: "submitted",
    industry: "workshop",
    person: "蒲秀兰",
    summary: "在安置点办的服装加工车间，计件发工资，方便照顾老人孩子的妇女就近上班。",
    daysAgo: 2,
    figures: { workers: 36, floorM2: 850, outputFen: 280_000_000 },
  },
  {
    name: "西乡县云垭村股份经济合作社",
    kind: "collective",
    state: "submitted",
    industry: "tea",
    person: "何大林",
    summary: "村集体茶园统一管护、统一销售，收益按股分红。",
    daysAgo: 5,
    figures: { memberHouseholds: 214, baseMu100: 46_000, workers: 12, outputFen: 96_000_000 },
  },
  {
    name: "西乡县鹤坪天麻种植专业合作社",
    kind: "cooperative",
    state: "submitted",
    industry: "herbs",
    person: "龚长顺",
    summary: "天麻仿野生种植，提供菌种和技术，按保护价回收。",
    daysAgo: 9,
    figures: { memberHouseholds: 43, baseMu100: 18_000, capitalFen: 60_000_000, level: null },
  },
  {
    name: "西乡县晨雾电子社区工厂",
    kind: "community-factory",
    state: "draft",
    industry: "workshop",
    person: "冉启明",
    summary: "",
    daysAgo: 1,
    figures: {},
  },
  {
    name: "西乡县翠畈食用菌专业合作社",
    kind: "cooperative",
    state: "draft",
    industry: "mushroom",
    person: "苟德安",
    summary: "香菇、木耳大棚种植。",
    daysAgo: 12,
    reason: "社员名册与章程对不上，请补传盖章的社员名册后再提交。",
    figures: { memberHouseholds: 25 },
  },
  {
    name: "西乡县松湾生态养殖有限公司",
    kind: "leading",
    state: "suspended",
    industry: "livestock",
    person: "严国强",
    summary: "生猪代养，统一供苗、供料、防疫和回收。",
    daysAgo: 20,
    reason: "环保整改期间暂停，整改验收后恢复。",
    figures: { level: "county", workers: 18, outputFen: 1_200_000_000, capitalFen: 500_000_000 },
    project: {
      name: "松湾生猪代养",
      sector: "primary",
      term: "short",
      capacity: "年出栏生猪 3000 头",
      households: 40,
      links: ["labor", "raising", "order"],
    },
  },
  {
    name: "西乡县秋源果业大户",
    kind: "big-household",
    state: "struck-off",
    industry: "kiwifruit",
    person: "习水生",
    summary: "猕猴桃种植。",
    daysAgo: 60,
    reason: "已经停业，本人申请注销。",
    figures: { baseMu100: 6_000 },
  },
];
