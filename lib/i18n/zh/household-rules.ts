/** What a sentence may name: an age, or what is missing in words. */
type Data = { age?: number; missing?: string };
type Said = { says: (d: Data) => string; remedy: string };

/** Each check of a household (lib/households/rule-codes.ts): what is wrong, and what would be right. */
export const householdRules = {
  "no-head": { says: () => "这一户没有户主。", remedy: "请把其中一人的“与户主关系”改为户主。" },
  "two-heads": { says: () => "这一户有两个户主。", remedy: "只留一人为户主，其他人改为与户主的关系。" },
  "two-spouses": { says: () => "这一户有两个配偶。", remedy: "只留一人为配偶，另一人请核对关系。" },
  "couple-of-one-sex": { says: () => "户主和配偶的性别一样。", remedy: "请核对两人的性别，或改正关系。" },
  "id-number-wrong": {
    says: () => "身份证号不对。",
    remedy: "请照证件核对 18 位号码；表格里的号码要存成文本，不能存成数字。",
  },
  "id-number-twice": { says: () => "同一个身份证号在这一户出现了两次。", remedy: "请核对是哪一位的号码。" },
  "id-number-birth": {
    says: () => "出生日期和身份证号里的不一样。",
    remedy: "请照身份证改正出生日期或号码。",
  },
  "id-number-sex": { says: () => "性别和身份证号里的不一样。", remedy: "请照身份证改正性别或号码。" },
  "birth-in-future": { says: () => "出生日期在今天以后。", remedy: "请核对出生日期。" },
  "education-and-schooling": {
    says: () => "文化程度和在校生状况只能填一项。",
    remedy: "在校的只填在校生状况，其他人只填文化程度。",
  },
  "education-missing": { says: () => "文化程度和在校生状况都没有填。", remedy: "请填其中一项。" },
  "schooling-age": {
    says: (d) => `${d.age ?? ""} 岁，在校生状况可能不对。`,
    remedy: "请核对在校生状况或出生日期。",
  },
  "health-missing": { says: () => "健康状况没有填。", remedy: "请至少选一项。" },
  "healthy-and-ill": { says: () => "既选了健康，又选了病或残疾。", remedy: "健康只能单独选。" },
  "labor-missing": { says: () => "劳动能力没有填。", remedy: "请选一项。" },
  "able-age-no-labor": {
    says: (d) => `${d.age ?? ""} 岁、健康、不在校，却填了弱劳动力或无劳动力。`,
    remedy: "请改为普通或技能劳动力，或改正健康状况、在校状况。",
  },
  "healthy-but-lost": {
    says: (d) => `${d.age ?? ""} 岁、健康，却填了丧失劳动力。`,
    remedy: "请核对健康状况和劳动能力。",
  },
  "too-young-to-work": { says: (d) => `只有 ${d.age ?? ""} 岁，不能算劳动力。`, remedy: "请改为无劳动力。" },
  "work-without-labor": {
    says: () => "在外务工，却填了无劳动力或丧失劳动力。",
    remedy: "请核对务工情况和劳动能力。",
  },
  "work-place-and-months": {
    says: () => "务工地点和务工时间要么都填，要么都不填。",
    remedy: "请补上缺的一项，或把两项都清空。",
  },
  "work-months-range": { says: () => "务工时间不在 0 到 12 个月之间。", remedy: "请填去年务工的月数。" },
  "work-while-at-school": { says: () => "在校，又填了务工。", remedy: "请核对是否已经离校。" },
  "medical-twice": { says: () => "城乡居民医保和职工医保都填了“是”。", remedy: "只能参加一种，请改正。" },
  "medical-none": { says: () => "城乡居民医保和职工医保都填了“否”。", remedy: "请核实参加的是哪一种。" },
  "insurance-missing": { says: (d) => `没有填：${d.missing ?? ""}。`, remedy: "请选“是”或“否”。" },
  "card-not-own": {
    says: () => "残疾证号不对，或不是本人的。",
    remedy: "残疾证号是本人 18 位身份证号加 2 位类别和等级。",
  },
  "disabled-without-card": { says: () => "健康状况有残疾，但没有残疾证号。", remedy: "有证的请补填。" },
  "parent-too-young": { says: () => "和户主的年龄相差不到 12 岁。", remedy: "请核对出生日期和与户主关系。" },
  "phone-wrong": { says: () => "联系电话不对。", remedy: "手机号是 11 位数字。" },
  "phone-missing": { says: () => "没有联系电话。", remedy: "请填一个能找到这户的号码。" },
  "cause-missing": { says: () => "主要致贫原因没有填。", remedy: "请选一项。" },
  "cause-twice": { says: () => "其他致贫原因里重复了主要原因。", remedy: "请去掉重复的一项。" },
  "causes-too-many": { says: () => "其他致贫原因超过两项。", remedy: "最多选两项。" },
  "type-without-member": {
    says: () => "户类型是低保或特困，但没有一个人享受。",
    remedy: "请核对户类型和每个人的低保、特困情况。",
  },
} satisfies Record<string, Said>;

/** The parts of the visible rule for who is able (lib/households/able.ts). */
export const able = {
  able: "有能干活的人",
  notAble: "没有能干活的人，走另一条路",
  rule: "看的是：有没有年满 16 周岁、不在校、有劳动能力（弱劳动力也算）的人。不看姓名、性别和关系。",
  roads: { wage: "务工挣薪金", rent: "流转土地得租金", dividend: "入股分红得股金" },
  why: {
    works: "能干活",
    "works-lightly": "能干轻活",
    "too-young": "未满 16 周岁",
    "at-school": "在校",
    lost: "丧失劳动力",
    none: "无劳动力",
  },
  hand: (name: string, age: number, why: string) => `${name}（${age} 岁）${why}`,
};
