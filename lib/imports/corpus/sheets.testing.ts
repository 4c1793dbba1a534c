import { bookOf, type Case } from "@/lib/imports/corpus/cases.testing";
import { csvOf, head, headsOf, sheetRows, spouse, threePeople } from "@/lib/imports/corpus/people.testing";
import { day, error, formula, type RawCell, rawBook, shared, yesNo } from "@/lib/spreadsheets/testing";

/** A head of two rows: groups above, merged. */
function twoRows(): { rows: RawCell[][]; merged: string[] } {
  const [heads = [], ...rows] = sheetRows(
    threePeople().map((row) => ({ ...row, "帮扶责任人/姓名": "赵干事" })),
  );
  const names = heads as string[];
  const top = names.map((name) =>
    name === "姓名" ? "家庭成员" : name.includes("/") ? "帮扶责任人" : name === "户编号" ? "户编号" : null,
  );
  const sub = names.map((name) => (name === "户编号" ? null : name.replace(/^.*\//, "")));
  return { rows: [top, sub, ...rows], merged: ["B1:N1", "A1:A2"] };
}

/** Sheets by how they are laid out. */
export const sheetCases: readonly Case[] = [
  {
    name: "no head: the first row is somebody's",
    bytes: () => rawBook({ sheets: [{ rows: sheetRows(threePeople()).slice(1) }] }),
    expect: { file: "no-head" },
  },
  {
    name: "no head, in comma-separated text",
    bytes: () => Buffer.from(csvOf(threePeople()).split("\r\n").slice(1).join("\r\n")),
    expect: { file: "no-head" },
  },
  {
    name: "no head, ages instead of numbers of people",
    bytes: () =>
      rawBook({
        sheets: [
          {
            rows: [
              ["张大山", "男", 45, "二组"],
              ["李小花", "女", 43, "二组"],
            ],
          },
        ],
      }),
    expect: { file: "no-head" },
  },
  {
    name: "a head on two rows, merged",
    bytes: () => rawBook({ sheets: [twoRows()] }),
    expect: { new: 3, values: { "member.name": "张大山", "household.helperName": "赵干事" } },
  },
  {
    name: "a title and a note above the head",
    bytes: () =>
      rawBook({
        sheets: [
          {
            rows: [["西乡县贫困户登记表"], [], ["填表单位：", "峡口镇"], ...sheetRows(threePeople())],
            merged: ["A1:H1"],
          },
        ],
      }),
    expect: { new: 3 },
  },
  {
    name: "columns in another order",
    bytes: () => {
      const rows = threePeople();
      return rawBook({ sheets: [{ rows: sheetRows(rows, headsOf(rows).reverse()) }] });
    },
    expect: { new: 3 },
  },
  {
    name: "columns the form does not have",
    bytes: () =>
      bookOf(threePeople().map((row, i) => ({ 序号: i + 1, ...row, 备注: "无", 银行账号: "62220000" }))),
    expect: { new: 3, ignored: ["序号", "备注", "银行账号"] },
  },
  {
    name: "heads with stars, spaces and line ends",
    bytes: () =>
      bookOf(
        threePeople().map(({ 姓名, 证件号码, ...row }) => ({
          ...row,
          "* 姓 名": 姓名 ?? null,
          "证件\n号码（18位）": 证件号码 ?? null,
        })),
      ),
    expect: { new: 3 },
  },
  {
    name: "a hidden sheet of older rows",
    bytes: () =>
      rawBook({
        sheets: [
          { name: "旧", state: "hidden", rows: sheetRows([head("OLD1")]) },
          { name: "新", rows: sheetRows(threePeople()) },
          { name: "字典", state: "veryHidden", rows: [["是"], ["否"]] },
        ],
      }),
    expect: { new: 3, hidden: ["旧", "字典"] },
  },
  {
    name: "hidden sheets only",
    bytes: () => rawBook({ sheets: [{ state: "hidden", rows: sheetRows(threePeople()) }] }),
    expect: { file: "no-sheet" },
  },
  {
    name: "two sheets of people and one of remarks",
    bytes: () =>
      rawBook({
        sheets: [
          { name: "一村", rows: sheetRows(threePeople()) },
          { name: "说明", rows: [["填表说明"], ["请如实填写"]] },
          { name: "二村", rows: sheetRows([head("C003")]) },
        ],
      }),
    expect: { new: 4, skipped: ["说明"] },
  },
  {
    name: "shared strings, in pieces and with their reading",
    bytes: () => {
      const rows = threePeople();
      const heads = headsOf(rows);
      const cells = sheetRows(rows, heads);
      cells[1]![heads.indexOf("姓名")] = shared(1);
      return rawBook({
        sheets: [{ rows: cells }],
        shared: [
          "<si><t>x</t></si>",
          '<si><r><t>欧阳</t></r><r><rPr/><t>建国</t></r><rPh sb="0" eb="2"><t>ouyang</t></rPh></si>',
        ],
      });
    },
    expect: { new: 3, values: { "member.name": "欧阳建国" } },
  },
  {
    name: "formulas with the value they had",
    bytes: () =>
      bookOf([
        head("C001", { 姓名: formula("A1&B1", "张大山"), 耕地面积: formula("1+2.5", "3.5", "n") }),
        head("C002"),
      ]),
    expect: { new: 2, values: { "member.name": "张大山", "household.arableMu100": 350 } },
  },
  {
    name: "a formula nobody ever worked out",
    bytes: () => bookOf([head("C001", { 姓名: formula("VLOOKUP(A1,B:C,2,0)", null) }), head("C002")]),
    expect: { new: 1, refused: ["cell-error"] },
  },
  {
    name: "an error in a cell",
    bytes: () => bookOf([head("C001", { 民族: error("#N/A") })]),
    expect: { refused: ["cell-error"] },
  },
  {
    name: "days counted from 1900",
    bytes: () =>
      bookOf([head("C001", { 脱贫时间: day(43_100) }), head("C002", { 脱贫时间: day(43_100, 2) })]),
    expect: { new: 2, values: { "household.liftedOn": "2017-12-31" } },
  },
  {
    name: "days counted from 1904",
    bytes: () => bookOf([head("C001", { 脱贫时间: day(41_638) })], { since1904: true }),
    expect: { new: 1, values: { "household.liftedOn": "2017-12-31" } },
  },
  {
    name: "a day in words, and one that never was",
    bytes: () => bookOf([head("C001", { 脱贫时间: "2017年12月" }), head("C002", { 脱贫时间: "2017-02-30" })]),
    expect: { new: 1, refused: ["bad-date"], values: { "household.liftedOn": "2017-12-31" } },
  },
  {
    name: "ticks for yes and no",
    bytes: () =>
      bookOf([head("C001", { 是否参加新农合: yesNo(true), 是否现役军人: yesNo(false), 是否享受低保: "×" })]),
    expect: {
      new: 1,
      values: { "member.residentMedical": true, "member.soldier": false, "member.lowIncome": false },
    },
  },
  {
    name: "numbers with their unit and with commas",
    bytes: () =>
      bookOf([
        head("C001", { 耕地面积: "3.5亩", 工资性收入: "12,345.60元", 务工时间: "6个月", 务工所在地: "省外" }),
      ]),
    expect: {
      new: 1,
      values: { "household.arableMu100": 350, "income.wagesFen": 1_234_560, "member.workMonths": 6 },
    },
  },
  {
    name: "what a calculation leaves of a number",
    bytes: () => bookOf([head("C001", { 耕地面积: 3.4999999999999996 })]),
    expect: { new: 1, values: { "household.arableMu100": 350 } },
  },
  {
    name: "who filled it in, below the table",
    bytes: () => rawBook({ sheets: [{ rows: [...sheetRows(threePeople()), [], ["填表人：李某"]] }] }),
    expect: { new: 3 },
  },
  {
    name: "a household's rows apart from each other",
    bytes: () => bookOf([head("C001"), head("C002"), spouse("C001")]),
    expect: { new: 3 },
  },
  {
    name: "a head and nothing below",
    bytes: () => rawBook({ sheets: [{ rows: sheetRows(threePeople()).slice(0, 1) }] }),
    expect: {},
  },
  {
    name: "heads nobody knows",
    bytes: () => Buffer.from("编,甲,乙\r\n1,2,3\r\n"),
    expect: { columns: ["code", "member.name", "member.idNumber", "member.relation"] },
  },
  {
    name: "no column of ID numbers",
    bytes: () => Buffer.from(csvOf(threePeople().map(({ 证件号码: _, ...row }) => row))),
    expect: { columns: ["member.idNumber"] },
  },
  {
    name: "text that would be a formula",
    bytes: () => bookOf([head("C001", { 住址: '=HYPERLINK("http://x")' }), head("C002", { 住址: "'+86组" })]),
    expect: { new: 2, values: { "household.address": '=HYPERLINK("http://x")' } },
  },
];
