import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { dictionary } from "@/lib/i18n/dictionary";

/** One thing, one word: what these once were called, and what they are called now. */
const retired: Record<string, string> = {
  凭条: "纸条",
  一次性数字: "登录数字",
  读回: "念",
  明白账: "我们的钱",
  搁置: "暂缓",
  甲档: "很合适",
  乙档: "合适",
  订单收购: "订单回购",
  地租: "租金",
  售货款: "货款",
  交货款: "货款",
  入社分红: "盈余返还",
  工钱: "工资",
  冲回: "冲销",
  保护价: "保底价",
  欠款: "拖欠",
  公告栏: "公示栏",
  村务栏: "公示栏",
  补正: "补充",
  施行: "批准",
  排进来: "排上",
  指纹: "校验码",
  户次: "户",
  匹配确定: "对接确定",
  销号: "销户",
  拉丁字母: "英文字母",
  系统管理人员: "系统管理员",
  加密钥匙: "加密密钥",
  消息收法: "通知方式",
  联结方式: "带动关系",
  贫困户属性: "户类型",
  账户: "账号",
};

/** The same in English: a pattern of what is no longer said, and what is said now. */
const retiredInEnglish: [RegExp, string][] = [
  [/\bopenings\b|\b(an|this|that|each|every|another|one) opening\b/i, "posting"],
  [/\bmend(ed|s|ing)?\b/i, "correct, or complete"],
  [/\bpersons\b/i, "people"],
  [/\bcommit(s|ted)?\b/i, "import"],
  [/\bhand(ed)? it in\b|\bhanded in (and|anew)\b|^hand in$/i, "submit"],
  [/\btelephone\b/i, "phone"],
  [/\bpossible doubles?\b/i, "possible duplicates"],
  [/\bgives? its word\b|\bgave its word\b/i, "agree"],
  [/\w'\w|s' /, "’"],
  [/\ba (mu|plot|person|household) and (year|month)\b/i, "per mu per year"],
];

/** What a dictionary says, sentence by sentence; a function's words in its source, without what it puts into them. */
function said(part: unknown): string[] {
  if (typeof part === "string") return [part];
  if (typeof part === "function")
    return [...String(part).matchAll(/"([^"]*)"|`([^`]*)`/g)].map(([, plain, made]) =>
      (plain ?? made ?? "").replace(/\$\{[^}]*\}/g, "…"),
    );
  return part && typeof part === "object" ? Object.values(part).flatMap(said) : [];
}

it("English says one thing with one word", () => {
  const sentences = said(dictionary("en"));
  expect(sentences.length).toBeGreaterThan(2000);
  const found = retiredInEnglish.flatMap(([pattern, now]) =>
    sentences.filter((text) => pattern.test(text)).map((text) => `${text} → ${now}`),
  );
  expect(found).toEqual([]);
});

it("Chinese says one thing with one word, and wide colons between Chinese words", () => {
  const lines = readdirSync("lib/i18n/zh").flatMap((file) =>
    readFileSync(`lib/i18n/zh/${file}`, "utf8")
      .split("\n")
      .map((line) => `${file}: ${line.trim()}`),
  );
  const found = Object.keys(retired).flatMap((word) => lines.filter((line) => line.includes(word)));
  expect(found).toEqual([]);
  expect(
    lines.filter((line) =>
      /[`"][^`"]*(\$\{\w+\}|[\u4e00-\u9fff]):[^`"/]*[\u4e00-\u9fff$]/.test(
        line.split(": ").slice(1).join(": "),
      ),
    ),
  ).toEqual([]);
});

/** Where the register of enterprises as such is meant; who acts in a case is 企业, as a farmer says it. */
const ofTheRegister = "agreement-text auditor directory enterprises home officer users words".split(" ");

it("Chinese says 市场主体 of the register only, 企业 of who answers, pays and signs", () => {
  const found = readdirSync("lib/i18n/zh").filter(
    (file) =>
      !ofTheRegister.includes(file.replace(/\.ts$/, "")) &&
      /["`][^"`]*市场主体/.test(readFileSync(`lib/i18n/zh/${file}`, "utf8")),
  );
  expect(found).toEqual([]);
});
