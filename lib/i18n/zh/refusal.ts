/** Figures that fill a refusal's sentence; any may be missing. */
type Data = Record<string, string | number | null>;
/** What is wrong with one field, as far as a sentence needs to know. */
type Problem = { min?: number; max?: number; unit?: string };

const amount = (value: number | undefined, unit: string | undefined) =>
  `${value ?? ""}${unit ? ` ${unit}` : ""}`;

/** One sentence per refusal code: what happened and what would be right. lib/refusal/words.ts reads it. */
export const refusal = {
  "sign-in-needed": () => "请先登录，再继续。",
  "wrong-password": () => "用户名或密码不对，请再试一次。",
  "too-many-tries": (d: Data) =>
    d.seconds ? `试错次数太多，请过 ${d.seconds} 秒再试。` : "试错次数太多，请过一会儿再试。",
  forbidden: () => "您的账号不能办理这件事。需要的话，请联系县级经办人员。",
  "own-case": () => "这件事您经手过，或与您有关，须由另一位同事办理。",
  "not-found": () => "没有找到。可能已经移走，或者不在您的管理范围内。",
  input: () => "有内容需要改正，请看标出的地方。",
  "bad-request": () => "这次请求不完整，请刷新页面后再试。",
  "too-large": () => "内容太大，请缩短或分开提交。",
  "media-type": () => "请求的内容须是 UTF-8 的 JSON（application/json）。",
  "not-open": () => "这一步现在不能办：状态已经变了，请看最新情况。",
  "posting-closed": () => "这条需求已经截止或关闭，不能再申请。",
  full: (d: Data) => (d.left ? `名额不够，现在只剩 ${d.left}。` : "名额已满，不能再批。"),
  "already-applied": () => "这户已经申请过这条需求。",
  "not-eligible": () => "这户目前不符合这条需求的条件。",
  "word-missing": () => "还缺农户本人的同意，请先记录同意的方式。",
  "already-bound": () => "这些月份、地块或股份已经用在另一份协议上。",
  "binding-missing": () => "配股须先与同一家企业有土地、订单或务工的联系。",
  "terms-bound": () =>
    "已经有农户按原来的条件对接，工资、租金、年限、月份和分红不能再改。可以关闭这一条，另发一条。",
  changed: () => "刚才有人改过这里。请看最新内容，再决定。",
  "key-reused": () => "这个提交编号已用于另一份内容，请重新提交。",
  "notice-over": () => "公示已经结束，内容不再公开。",
};

/** What is wrong with one field. `unit` is already in the reader's language. */
export const fieldProblem = {
  missing: () => "请填写这一项。",
  "not-a-number": () => "请填数字，例如 12 或 3.5。",
  "not-whole": () => "请填整数。",
  "too-small": (p: Problem) => `不能小于 ${amount(p.min, p.unit)}。`,
  "too-big": (p: Problem) => `不能大于 ${amount(p.max, p.unit)}。`,
  "too-short": (p: Problem) => `至少要 ${p.min ?? 1} 个字。`,
  "too-long": (p: Problem) => `最多 ${p.max ?? ""} 个字，请缩短。`,
  "bad-date": () => "日期不对，请写成 2026-03-15 这样。",
  "in-the-past": () => "日期已经过去，请选今天或以后。",
  "not-in-list": () => "请从列表里选一项。",
  "bad-characters": () => "有不能用的字符，请删去。",
  "unknown-field": () => "没有这一项。",
  unknown: () => "没有找到，请重新选择。",
  "below-wage-floor": (p: Problem) =>
    p.min ? `工资不能低于全县最低标准 ${amount(p.min, p.unit)}。` : "工资不能低于全县最低标准。",
  "below-guaranteed": (p: Problem) => `保底分红不能低于 ${amount(p.min ?? 5, p.unit ?? "%")}。`,
  "below-second": (p: Problem) => `二次分红不能低于利润的 ${amount(p.min ?? 2, p.unit ?? "%")}。`,
  "not-allotment": () => "配股标准是每人 10,000 元，请按标准填写。",
  "min-over-max": () => "最小值不能大于最大值。",
  "bad-phone": () => "电话号码不对，手机号是 11 位数字。",
  "bad-id-number": () => "身份证号不对，请核对 18 位号码。",
  "bad-credit-code": () => "统一社会信用代码不对，请核对 18 位代码。",
  "not-same": () => "两次填写的不一样。",
  "weak-password": (p: Problem) => `密码太简单，至少 ${p.min ?? 10} 个字符，不要用常见的词。`,
  wrong: () => "这一项不对，请检查。",
};
