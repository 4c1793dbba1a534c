import { inventedIdNumber } from "@/lib/numbers/id-number";
import type { RawCell } from "@/lib/spreadsheets/testing";

/** Invented people for awkward files: each row a person, by the heads of the form. */

/** Two villages of one town, and one of a name that another town has too. */
export const village = { code: "610724108001", town: "峡口镇" };
export const otherVillage = "610724109001";
export const twin = { name: "回龙村", code: "610724117207" };
export const county = "610724";

export type Row = Record<string, RawCell>;

const base = {
  行政区划代码: village.code,
  民族: "汉族",
  文化程度: "小学",
  健康状况: "健康",
  劳动技能: "普通劳动力",
  是否参加大病保险: "是",
  是否参加新农合: "是",
  是否享受低保: "否",
  是否特困供养: "否",
} satisfies Row;

let sequence = 0;
/** An ID number nobody else here has. */
export const idNumber = (sex: "男" | "女" = "男", birth = "1975-05-05"): string => {
  sequence++;
  const day = String(1 + (sequence % 28)).padStart(2, "0");
  return inventedIdNumber(
    `${birth.slice(0, 8)}${day}`,
    2 * (100 + (sequence % 390)) + (sex === "男" ? 1 : 0),
  );
};

/** A head of a household, right in everything. */
export const head = (code: string, more: Row = {}): Row => ({
  户编号: code,
  姓名: "张大山",
  性别: "男",
  证件号码: idNumber(),
  与户主关系: "户主",
  ...base,
  贫困户属性: "一般贫困户",
  主要致贫原因: "缺技术",
  联系电话: "14400000001",
  ...more,
});

export const spouse = (code: string, more: Row = {}): Row => ({
  户编号: code,
  姓名: "李小花",
  性别: "女",
  证件号码: idNumber("女", "1977-03-01"),
  与户主关系: "配偶",
  ...base,
  ...more,
});

/** Two households of two and one, none of them on the register. */
export const threePeople = (): Row[] => [head("C001"), spouse("C001"), head("C002", { 姓名: "王有福" })];

/** All heads that any of the rows has, in the order of their first coming. */
export const headsOf = (rows: readonly Row[]): string[] => [
  ...new Set(rows.flatMap((row) => Object.keys(row))),
];

/** Rows as a sheet: the heads, then each row's cells below them. */
export function sheetRows(rows: readonly Row[], heads = headsOf(rows)): RawCell[][] {
  return [heads, ...rows.map((row) => heads.map((name) => row[name] ?? null))];
}

/** The same as comma-separated text. */
export function csvOf(rows: readonly Row[], separator = ","): string {
  const quoted = (cell: RawCell) => {
    const text = cell === null || typeof cell === "function" ? "" : String(cell);
    return /[",;\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${sheetRows(rows)
    .map((cells) => cells.map(quoted).join(separator))
    .join("\r\n")}\r\n`;
}
