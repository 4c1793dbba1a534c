import { householdRules } from "@/lib/i18n/zh/household-rules";
import { fileProblem, fileProblems } from "@/lib/i18n/zh/spreadsheets";

/** Figures that fill a refusal's sentence; any may be missing. */
type Data = Record<string, string | number | null>;
/** What is wrong with one field, as far as a sentence needs to know. */
type Problem = {
  min?: number;
  max?: number;
  unit?: string;
  rule?: string;
  age?: number;
  place?: string;
  household?: string;
};

const amount = (value: number | undefined, unit: string | undefined) =>
  `${value ?? ""}${unit ? ` ${unit}` : ""}`;

/** One sentence per refusal code: what happened and what would be right. lib/refusal/words.ts reads it. */
export const refusal = {
  "sign-in-needed": () => "请先登录，再继续。",
  "start-code": () => "这是新账号的启用码，请先设自己的密码。",
  "wrong-password": () => "用户名或密码不对，请再试一次。",
  "too-many-tries": (d: Data) =>
    d.seconds ? `试错次数太多，请过 ${d.seconds} 秒再试。` : "试错次数太多，请过一会儿再试。",
  forbidden: () => "您的账号不能办理这件事。需要的话，请联系县级经办人员。",
  "own-case": () => "这件事您经手过，或与您有关，须由另一位同事办理。",
  "not-found": () => "没有找到。可能已经移走，或者不在您的管理范围内。",
  input: () => "有内容需要改正，请看标出的地方。",
  "bad-request": () => "这次请求不完整，请刷新页面后再试。",
  "too-large": () => "内容太大，请缩短或分开提交。",
  file: (d: Data) => fileProblems[String(d.problem)] ?? fileProblem,
  "media-type": () => "请求的内容须是 UTF-8 的 JSON（application/json）。",
  "rows-refused": () => "名单要整份入库：还有不能导入的行，请改好后重新上传。",
  "nothing-to-do": () => "没有要入库的内容。",
  "too-many-files": (d: Data) => `您已有 ${d.max} 个文件在读或等着对各列，请先办完或放弃，再上传。`,
  "too-many-exports": () => "现在同时导出的人多，请过一分钟再点一次。",
  "file-gone": () => "上传的文件已经不在了，请重新上传。",
  "not-open": () => "这一步现在不能办：状态已经变了，请看最新情况。",
  "posting-closed": () => "这条需求已经截止或关闭，不能再申请。",
  full: (d: Data) => (d.left ? `名额不够，现在只剩 ${d.left}。` : "名额已满，不能再批。"),
  "already-applied": () => "这户已经申请过这条需求。",
  "not-eligible": () => "这户目前不符合这条需求的条件。",
  "word-missing": () => "还缺农户本人的同意，请先记录同意的方式。",
  "already-bound": (d: Data) =>
    d.posting
      ? `这些月份、地块或股份已经用在“${d.posting}”上${d.agreement ? `（协议 ${d.agreement}）` : d.notice ? `（公示 ${d.notice}）` : ""}，不能再用一次。`
      : "这户已经没有这么多月份、地块或股份可用。",
  "code-registered": () => "这个统一社会信用代码已经登记过，不能再登记一次。",
  "enterprise-not-verified": () => "贵单位还没有通过核实，或已被暂停，现在不能提交和发布需求。",
  "project-not-listed": () => "这个项目现在不在名录里，须先公开项目，再提交和发布它的需求。",
  "postings-open": () => "这个项目还有没关闭的需求，请先关闭需求，再结束项目。",
  "binding-missing": () => "配股须先与同一家企业有土地、订单或务工的联系。",
  "terms-bound": () =>
    "已经有农户按原来的条件对接，工资、租金、年限、月份和分红不能再改。可以关闭这一条，另发一条。",
  "live-matches": () => "还有没办完的申请或正在履行的对接，先办结或撤回，再做这件事。",
  "code-taken": () => "这个户编号已经在册，请核对。",
  "more-than-due": (d: Data) =>
    d.left === undefined || d.left === null
      ? "付的比应付的多，请核对金额。"
      : `付的比应付的多，这一笔现在还差 ${d.left} 元。`,
  "days-stand": () => "这个月的工资已经到期，或农户正在查问，出工天数只能补多，不能再减少。",
  "delivery-paid": () => "这次交货的钱已经记了付款，请先冲销付款，再冲销交货。",
  "delivery-stands": () => "这一笔货款已经到期，或农户正在查问，不能自己冲销。确有差错，请找县级经办人员。",
  "profit-due": () => "这一年的二次分红已经到期，利润不能再改。确有差错，请找县级经办人员。",
  "profit-lower": (d: Data) =>
    `利润报出以后只能在当天改少，现在不能低于已报的 ${d.min} 元。确有差错，请找县级经办人员。`,
  "terms-changed": () =>
    "农户申请以后，需求的条件（如工资、租金、年限）改过。请退回申请，由农户看过新条件再决定。",
  "not-late": () => "这一笔还没到该付的日子。到期没来，再按“没收到”。",
  "already-disputed": () => "这一笔已经问过企业了，请看企业的答复。",
  "annex-open": () => "还有一份补充协议没有答复，等答复了再提新的。",
  "annex-past": () => "改动要开始的那天已经过了，不能再同意。请对方另提一份，日子从今天以后算起。",
  "enterprise-frozen": () => "这家企业有到期没有付清的分红，付清以前不能发新的需求，也不能再批配股。",
  "fund-spent": () => "这一批配股资金已经不够，不能再批。",
  changed: () => "刚才有人改过这里。请看最新内容，再决定。",
  "start-past": () => "这条提议写的生效日期已经过去，不能再批准。请退回，由经办人改日期后重新提议。",
  "same-value": () => "这个值与那天本来要用的一样，不必再提。",
  "key-reused": () => "这个提交编号已用于另一份内容，请重新提交。",
  "not-sent": () => "短信没有发出去，请过一会儿再试，或换一种方式。",
  "slip-session": () =>
    "您是用别人发的登录纸条进来的，这样取验证码不作数。请用家里自己的密码登录（还没有的，点“我的账号”看怎么办），或收短信。",
  "phone-changed": (d: Data) =>
    `这户的电话是您最近 ${d.days ?? 7} 天里填的，验证码不能发到这个号码。请换一种方式，或由另一位村干部来办。`,
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
  "in-the-future": () => "日期在今天以后，请核对。",
  "no-round": () => "现在没有正在进行的配股批次，请先问县级经办人员。",
  "over-fund": (p: Problem) => `这一批配股资金只够 ${p.max ?? 0} 人。`,
  "too-soon": (p: Problem) => (p.unit ? `最早只能是 ${p.unit}。` : "日期太早。"),
  "too-late": (p: Problem) => (p.unit ? `最晚只能是 ${p.unit}。` : "日期太晚。"),
  "not-in-list": () => "请从列表里选一项。",
  "bad-characters": () => "有不能用的字符，请删去。",
  "unknown-field": () => "没有这一项。",
  unknown: () => "没有找到，请重新选择。",
  "below-wage-floor": (p: Problem) =>
    p.min ? `工资不能低于全县最低标准 ${amount(p.min, p.unit)}。` : "工资不能低于全县最低标准。",
  "below-guaranteed": (p: Problem) => `保底分红不能低于 ${amount(p.min ?? 5, p.unit ?? "%")}。`,
  "below-second": (p: Problem) => `二次分红不能低于利润的 ${amount(p.min ?? 2, p.unit ?? "%")}。`,
  "below-surplus": (p: Problem) => `按交易量返还的盈余不能低于 ${amount(p.min ?? 60, p.unit ?? "%")}。`,
  "plot-loses": (p: Problem) =>
    `按平常产量和这个价，农户包一块要亏。保底价要高于每斤 ${amount(p.min, p.unit)}。`,
  "co-ops-only": () => "只有合作社和村集体才能吸收社员。",
  "not-allotment": () => "配股标准是每人 10,000 元，请按标准填写。",
  "min-over-max": () => "最小值不能大于最大值。",
  "bad-email": () => "邮箱地址不对，请照邮箱原样填，中间要有 @。",
  "bad-phone": () => "电话号码不对，手机号是 11 位数字。",
  "bad-id-number": () => "身份证号不对，请核对 18 位号码。",
  "registered-already": (p: Problem) =>
    `这个身份证号${p.place ? `现在登记在${p.place}${p.household ? `，户编号 ${p.household}` : ""}` : "已经登记在册"}。请核对号码；确是本人的，先请那边办迁出。`,
  "household-rule": (p: Problem) => ruleSentence(p),
  "parcel-agreed": (p: Problem) => `这块地已有 ${p.min ?? ""} 亩在对接里，不能改得更少，也不能撤下。`,
  "bad-credit-code": () => "统一社会信用代码不对，请核对 18 位代码。",
  "not-same": () => "两次填写的不一样。",
  "not-hundred": () => "各项加起来须正好是 100%。",
  "wrong-code": () => "验证码不对或已经过期，请让家里人再看一遍，或重新取一个。",
  "is-asker": () => "记录的人自己不能当见证人，请写另外一个人。",
  "of-household": () => "这是这户家里的人，见证人要是别户的。",
  "same-person": () => "两位见证人要是两个人。",
  "weak-password": (p: Problem) => `密码太简单，至少 ${p.min ?? 8} 个字符，不要用常见的词。`,
  "slip-username": () => "h- 开头的名字留给用登录纸条的户。请换一个用户名，例如姓名的拼音：zhang-san。",
  "bad-username": () => "用户名用 4 到 32 个英文字母、数字，也可用点、横线和下划线。",
  "bad-code": () => "只能用小写英文字母、数字和横线，以字母开头，最多 24 个字符。",
  "before-start": () => "结束的日子不能早于开始的日子。",
  ended: () => "这个项目已经结束，请选别的项目。",
  taken: () => "已经有人用了，请换一个。",
  "file-kind": () => "只收 JPG、PNG、WebP 图片或 PDF 文件，请换一个文件。",
  "file-size": (p: Problem) => `文件不能超过 ${p.max ?? 5} MB，请压缩或拍小一点再传。`,
  wrong: () => "这一项不对，请检查。",
};

/** One of the checks of a household: what is wrong, and what would be right. */
function ruleSentence({ rule = "", age }: Problem): string {
  const said = householdRules[rule as keyof typeof householdRules];
  return `${said?.says({ ...(age !== undefined && { age }) }) ?? ""}${said?.remedy ?? "这一项不对，请检查。"}`;
}
