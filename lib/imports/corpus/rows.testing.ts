import { bookOf, type Case } from "@/lib/imports/corpus/cases.testing";
import {
  csvOf,
  head,
  idNumber,
  otherVillage,
  spouse,
  twin,
  village,
} from "@/lib/imports/corpus/people.testing";
import { inventedIdNumber } from "@/lib/numbers/id-number";
import { digits } from "@/lib/spreadsheets/testing";

/** What Excel leaves of an ID number in a numeric cell: fifteen digits, then zeros. */
const destroyed = (whole: string) => `${whole.slice(0, 15)}000`;
/** One of the nine in a hundred whose check digit fits all the same. */
const luckily = () => {
  for (let day = 1; ; day++) {
    const birth = `1970-01-${String((day % 28) + 1).padStart(2, "0")}`;
    const number = inventedIdNumber(birth, 200 + 10 * Math.floor(day / 28));
    if (number.endsWith("000")) return number;
  }
};
const registered = inventedIdNumber("1968-04-12", 101);

/** Rows by what they say. `R001` and `R002` are on the register: see corpus.slow.test.ts. */
export const rowCases: readonly Case[] = [
  {
    name: "an ID number in a numeric cell",
    bytes: () => bookOf([head("C001", { 证件号码: digits(destroyed(idNumber())) }), head("C002")]),
    expect: { new: 1, refused: ["id-as-number"], at: "D" },
  },
  {
    name: "an ID number in a numeric cell whose check digit fits",
    bytes: () => bookOf([head("C001", { 证件号码: digits(luckily()) })]),
    expect: { refused: ["id-as-number"] },
  },
  {
    name: "an ID number as a float",
    bytes: () => bookOf([head("C001", { 证件号码: digits("6.9072419750505E+17") })]),
    expect: { refused: ["id-as-number"] },
  },
  {
    name: "an ID number as a float in text",
    bytes: () => Buffer.from(csvOf([head("C001", { 证件号码: "6.90724E+17" })])),
    expect: { refused: ["id-as-number"] },
  },
  {
    name: "a disability card of 20 digits for an ID number",
    bytes: () => {
      const number = idNumber();
      return bookOf([head("C001", { 证件号码: `${number}43`, 健康状况: "残疾" })]);
    },
    expect: { new: 1, values: { "member.health": ["disabled"] } },
  },
  {
    name: "an old ID number of 15 digits",
    bytes: () => bookOf([head("C001", { 证件号码: "690724680412101" })]),
    expect: { refused: ["id-number-wrong"] },
  },
  {
    name: "an ID number with a digit wrong",
    bytes: () =>
      bookOf([
        head("C001", { 证件号码: `${idNumber().slice(0, 17)}Y` }),
        head("C002", { 证件号码: "690724196804121015" }),
      ]),
    expect: { refused: ["id-number-wrong", "id-number-wrong"] },
  },
  {
    name: "an ID number of a day that never was",
    bytes: () => bookOf([head("C001", { 证件号码: "690724196802301017" })]),
    expect: { refused: ["id-number-wrong"] },
  },
  {
    name: "an ID number with spaces and full-width digits",
    bytes: () => {
      const n = idNumber();
      return bookOf([
        head("C001", {
          证件号码: ` ${n.slice(0, 6)} ${n.slice(6).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))}`,
        }),
      ]);
    },
    expect: { new: 1 },
  },
  {
    name: "a masked export brought back",
    bytes: () => bookOf([head("C001", { 证件号码: "690724********1014" })]),
    expect: { refused: ["masked"] },
  },
  {
    name: "a person twice in the file",
    bytes: () => {
      const n = idNumber();
      return bookOf([head("C001", { 证件号码: n }), head("C002", { 证件号码: n }), head("C003")]);
    },
    expect: { new: 2, refused: ["twice-in-file"] },
  },
  {
    name: "a person twice in a household",
    bytes: () => {
      const n = idNumber();
      return bookOf([head("C001", { 证件号码: n }), spouse("C001", { 证件号码: n, 性别: "男" })]);
    },
    expect: { refused: ["household-held", "twice-in-file"] },
  },
  {
    name: "a person of another household",
    bytes: () => bookOf([head("C001", { 证件号码: registered })]),
    expect: { refused: ["on-register-elsewhere"] },
  },
  {
    name: "two heads",
    bytes: () =>
      bookOf([head("C001"), head("C001", { 联系电话: null, 贫困户属性: null, 主要致贫原因: null })]),
    expect: { refused: ["household-held", "two-heads"] },
  },
  {
    name: "no head",
    bytes: () => bookOf([head("C001", { 与户主关系: "之子" })]),
    expect: { refused: ["no-head"] },
  },
  {
    name: "two spouses",
    bytes: () => bookOf([head("C001"), spouse("C001"), spouse("C001")]),
    expect: { refused: ["household-held", "household-held", "two-spouses"] },
  },
  {
    name: "a couple of one sex",
    bytes: () => bookOf([head("C001"), spouse("C001", { 性别: "男", 证件号码: idNumber("男") })]),
    expect: { refused: ["household-held", "couple-of-one-sex"] },
  },
  {
    name: "a sex that is not the ID number's",
    bytes: () => bookOf([head("C001", { 性别: "女" })]),
    expect: { refused: ["id-number-sex"], at: "C" },
  },
  {
    name: "healthy, of working age, and without labor",
    bytes: () => bookOf([head("C001", { 劳动技能: "无劳动力" })]),
    expect: { refused: ["able-age-no-labor"] },
  },
  {
    name: "a migrant worker without labor",
    bytes: () =>
      bookOf([head("C001", { 健康状况: "残疾", 劳动技能: "丧失劳动力", 务工所在地: "省外", 务工时间: 8 })]),
    expect: { refused: ["work-without-labor"] },
  },
  {
    name: "both medical insurances",
    bytes: () => bookOf([head("C001", { 是否参加城镇职工医保: "是" })]),
    expect: { refused: ["medical-twice"] },
  },
  {
    name: "neither medical insurance",
    bytes: () => bookOf([head("C001", { 是否参加新农合: "否", 是否参加城镇职工医保: "否" })]),
    expect: { refused: ["medical-none"] },
  },
  {
    name: "no health",
    bytes: () => bookOf([head("C001", { 健康状况: null })]),
    expect: { refused: ["health-missing"] },
  },
  {
    name: "a telephone number with ten digits",
    bytes: () => bookOf([head("C001", { 联系电话: "1440000000" })]),
    expect: { refused: ["phone-wrong"] },
  },
  {
    name: "education and school at once",
    bytes: () => bookOf([head("C001", { 在校生状况: "高中" })]),
    expect: { refused: ["education-and-schooling"] },
  },
  {
    name: "not at school, as the older form says it",
    bytes: () => bookOf([head("C001", { 在校生状况: "非在校生" })]),
    expect: { new: 1 },
  },
  {
    name: "a word of no list",
    bytes: () => bookOf([head("C001", { 劳动技能: "很能干" })]),
    expect: { refused: ["not-in-list"] },
  },
  {
    name: "later words for the kind of household",
    bytes: () => bookOf([head("C001", { 贫困户属性: "低保脱贫户", 是否享受低保: "是" })]),
    expect: { new: 1, values: { "household.type": "low-income", "household.status": "lifted" } },
  },
  {
    name: "months without a place of work",
    bytes: () => bookOf([head("C001", { 务工时间: 6 })]),
    expect: { refused: ["work-place-and-months"] },
  },
  {
    name: "fourteen months of work",
    bytes: () => bookOf([head("C001", { 务工所在地: "省内", 务工时间: 14 })]),
    expect: { refused: ["too-big"] },
  },
  {
    name: "a name of 200 characters",
    bytes: () => bookOf([head("C001", { 姓名: "张".repeat(200) })]),
    expect: { refused: ["too-long"] },
  },
  {
    name: "a control character in a name",
    bytes: () => Buffer.from(csvOf([head("C001", { 姓名: "张\u0007三" })])),
    expect: { refused: ["bad-characters"] },
  },
  {
    name: "an ID number for the household's",
    bytes: () => bookOf([head(idNumber())]),
    expect: { refused: ["code-personal"], at: "A" },
  },
  {
    name: "a household's number in a numeric cell, longer than such a cell keeps",
    bytes: () => bookOf([head("C001", { 户编号: digits("61072400000012345") }), head("C002")]),
    expect: { new: 1, refused: ["code-as-number"] },
  },
  {
    name: "a household's number of fifteen digits",
    bytes: () => bookOf([head("610724000000123")]),
    expect: { new: 1 },
  },
  {
    name: "no household's number",
    bytes: () => bookOf([head("C001", { 户编号: null }), head("C002")]),
    expect: { new: 1, refused: ["missing"] },
  },
  {
    name: "no relation",
    bytes: () => bookOf([head("C001"), spouse("C001", { 与户主关系: null })]),
    expect: { refused: ["household-held", "missing"] },
  },
  {
    name: "rows of one household that disagree",
    bytes: () => bookOf([head("C001"), spouse("C001", { 主要致贫原因: "因病" })]),
    expect: { refused: ["household-held", "rows-differ"] },
  },
  {
    name: "no village",
    bytes: () => bookOf([head("C001", { 行政区划代码: null })]),
    expect: { refused: ["missing"] },
  },
  {
    name: "a village that is none",
    bytes: () => bookOf([head("C001", { 行政区划代码: "610724999999" })]),
    expect: { refused: ["unknown-place"] },
  },
  {
    name: "a village's name that two have",
    bytes: () => bookOf([head("C001", { 行政区划代码: null, 村: twin.name })]),
    expect: { refused: ["same-name-places"] },
  },
  {
    name: "the same with its town",
    bytes: () => bookOf([head("C001", { 行政区划代码: null, 村: "回龙", 乡镇: "子午镇" })]),
    expect: { new: 1 },
  },
  {
    name: "another village's rows",
    bytes: () => bookOf([head("C001"), head("C002", { 行政区划代码: otherVillage })]),
    scope: village.code,
    expect: { new: 1, refused: ["outside-scope"] },
  },
  {
    name: "another village's household under one's own village",
    bytes: () => bookOf([head("R002", { 证件号码: idNumber() })]),
    scope: village.code,
    expect: { refused: ["outside-scope"] },
  },
  {
    name: "a household on the register as it is",
    bytes: () => bookOf([head("R001", { 证件号码: registered, 姓名: "在册人" })]),
    expect: { same: 1 },
  },
  {
    name: "the same with a change",
    bytes: () =>
      bookOf([
        head("R001", { 证件号码: registered, 姓名: "在册人", 文化程度: "初中", 联系电话: "14400000009" }),
      ]),
    expect: { changed: 1 },
  },
  {
    name: "somebody new in a household on the register",
    bytes: () => bookOf([head("R001", { 证件号码: registered, 姓名: "在册人" }), spouse("R001")]),
    expect: { same: 1, new: 1 },
  },
  {
    name: "a household struck off",
    bytes: () => bookOf([head("R003")]),
    expect: { refused: ["not-on-register"] },
  },
];
