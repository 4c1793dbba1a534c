/** What fills a problem's sentence; any may be missing. */
type Data = Record<string, string | number | readonly string[] | undefined>;
type Said = { says: (d: Data) => string; remedy: string };

const text = (value: Data[string]) => (value === undefined ? "" : String(value));

/** Why a row of a file is refused (lib/imports/problems.ts): what is wrong, and what would be right. */
export const importProblems = {
  missing: { says: () => "这一项没有填。", remedy: "请补填；新户、新成员的姓名、证件号码、关系、村都要有。" },
  "id-as-number": {
    says: () => "证件号码存成了数字，后三位已经丢了，看上去对也不能用。",
    remedy: "请把这一列设成文本，照证件重新录入 18 位号码。",
  },
  masked: { says: () => "号码带星号，是遮住的。", remedy: "请填完整的号码；遮住号码的导出表不能再导入。" },
  "code-personal": {
    says: () => "户编号一列里是证件号码或手机号。",
    remedy: "请核对各列有没有对错；这一列填户编号。",
  },
  "code-as-number": {
    says: () => "户编号存成了数字，后几位已经丢了。",
    remedy: "请把这一列设成文本，照原表重新录入。",
  },
  "bad-code": {
    says: () => "不是户编号。",
    remedy: "户编号只有字母、数字和横线，4 到 40 个；请核对各列有没有对错。",
  },
  "not-in-list": { says: () => "不是表里规定的说法。", remedy: "请照空白表里的选项填写。" },
  "not-yes-or-no": { says: () => "看不出是还是否。", remedy: "请填“是”或“否”。" },
  "not-a-number": { says: () => "不是数字。", remedy: "请只填数字，例如 3.5。" },
  "too-big": {
    says: (d) => `数字太大，最多 ${text(d.max)}。`,
    remedy: "请核对单位：面积用亩，钱用元，时间用月。",
  },
  "too-small": { says: (d) => `数字太小，最少 ${text(d.min)}。`, remedy: "请核对正负号和单位。" },
  "too-long": { says: (d) => `字太多，最多 ${text(d.max)} 个。`, remedy: "请缩短。" },
  "bad-date": { says: () => "日期看不懂或不存在。", remedy: "请写成 2017-12-31 这样。" },
  "bad-characters": { says: () => "有看不见的控制字符。", remedy: "请删掉这一格，重新录入。" },
  "broken-characters": {
    says: () => "有乱码。",
    remedy: "请照原表重新录入，或把文件另存为新版工作簿再上传。",
  },
  "cell-error": { says: () => "这一格是公式错误，或公式没有算出值。", remedy: "请填入值，不要留公式。" },
  "unknown-place": { says: () => "没有这个村（社区）。", remedy: "请核对村名、镇名或 12 位区划代码。" },
  "same-name-places": {
    says: () => "有几个村同名，分不清是哪一个。",
    remedy: "请同时填镇名，或填 12 位区划代码。",
  },
  "outside-scope": { says: () => "不在您的管理范围内。", remedy: "请由那里的人员上传，或核对村和户编号。" },
  "too-far": {
    says: (d) => `离原来的位置 ${text(d.km)} 公里，太远了。`,
    remedy: "请核对经纬度，是不是填反了。",
  },
  "twice-in-file": {
    says: (d) => (d.row === undefined ? "文件里重复了。" : `和第 ${text(d.row)} 行重复。`),
    remedy: "一个人、一个村在一个文件里只能有一行，请删去一行。",
  },
  "rows-differ": {
    says: () => "同一户的几行，这一项填得不一样。",
    remedy: "户的情况只填在户主一行，或每行填得一样。",
  },
  "on-register-elsewhere": {
    says: (d) =>
      `这个人现在登记在${d.place === undefined ? "另一户" : `${text(d.place)}${d.household === undefined ? "" : `，户编号 ${text(d.household)}`}`}。`,
    remedy: "先核实在哪一户；确是换了户，请那边先办迁出。",
  },
  "not-on-register": { says: () => "这一户已经迁出、并户或销户。", remedy: "请先恢复这一户，或删去这几行。" },
  "person-died": {
    says: () => "这个人已经登记为去世。",
    remedy: "请核对号码；确实有误的，先在农户登记里改正。",
  },
  "household-held": {
    says: () => "这一行没有错，但同一户还有别的行要改。",
    remedy: "改好那一行后，整户一起导入。",
  },
} satisfies Record<string, Said>;
