import { isProvince, type NumberWorld } from "@/lib/numbers/world";

/** 公民身份号码 (GB 11643-1999) and the 20-character 残疾人证号 that extends it. */

export const idNumberProblems = ["length", "province", "birth", "check-digit", "disability"] as const;
export type IdNumberProblem = (typeof idNumberProblems)[number];

/** 视力 听力 言语 肢体 智力 精神 多重, as the 19th character of a disability card numbers them. */
export const disabilityClasses = [
  "sight",
  "hearing",
  "speech",
  "limbs",
  "intellect",
  "mind",
  "multiple",
] as const;
export type DisabilityClass = (typeof disabilityClasses)[number];

export type IdNumber = {
  /** The 18 characters, X upper case. */
  idNumber: string;
  /** YYYY-MM-DD. */
  birth: string;
  sex: "male" | "female";
  /** Six-digit code of the place of first registration. */
  area: string;
  /** From a disability card: class and grade (1 gravest … 4). */
  disability: { class: DisabilityClass; grade: 1 | 2 | 3 | 4 } | null;
};

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character (ISO 7064 MOD 11-2) of the first 17 digits. */
export function idNumberCheck(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return "10X98765432"[sum % 11] ?? "";
}

function isRealDay(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

/**
 * Reads an ID number or a disability card number as it was typed: spaces anywhere, x for X. Old 15-digit
 * numbers are refused. Births before 1900 are no living person's.
 * @param today YYYY-MM-DD: a birth after it is refused.
 */
export function parseIdNumber(
  typed: string,
  world: NumberWorld,
  today: string,
): { ok: true; value: IdNumber } | { ok: false; problem: IdNumberProblem } {
  const text = typed.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  // A re-issued card adds B and a counter to its 20 characters.
  const parts = /^(\d{17}[\dX])(?:(\d)(\d)(?:B\d)?)?$/.exec(text);
  if (!parts) return { ok: false, problem: "length" };
  const [, idNumber = "", classDigit, gradeDigit] = parts;
  if (!isProvince(idNumber, world)) return { ok: false, problem: "province" };
  const [year, month, day] = [idNumber.slice(6, 10), idNumber.slice(10, 12), idNumber.slice(12, 14)];
  const birth = `${year}-${month}-${day}`;
  if (Number(year) < 1900 || birth > today || !isRealDay(Number(year), Number(month), Number(day)))
    return { ok: false, problem: "birth" };
  if (idNumber[17] !== idNumberCheck(idNumber)) return { ok: false, problem: "check-digit" };
  let disability: IdNumber["disability"] = null;
  if (classDigit !== undefined) {
    const kind = disabilityClasses[Number(classDigit) - 1];
    const grade = Number(gradeDigit);
    if (!kind || (grade !== 1 && grade !== 2 && grade !== 3 && grade !== 4))
      return { ok: false, problem: "disability" };
    disability = { class: kind, grade };
  }
  const sex = Number(idNumber[16]) % 2 === 1 ? "male" : "female";
  return { ok: true, value: { idNumber, birth, sex, area: idNumber.slice(0, 6), disability } };
}

/** Whether a text is, or was meant to be, somebody's own number: an ID number, a disability card, a mobile telephone. */
export function isSomebodys(text: string, world: NumberWorld, today: string): boolean {
  const read = parseIdNumber(text, world, today);
  if (read.ok || read.problem === "check-digit" || read.problem === "disability") return true;
  return /^1\d{10}$/.test(text.normalize("NFKC").replace(/[\s-]/g, ""));
}

/** 690724********1014: area and the last four stay. */
export const maskIdNumber = (idNumber: string): string =>
  `${idNumber.slice(0, 6)}${"*".repeat(8)}${idNumber.slice(14, 18)}`;

/**
 * An invented ID number (area 690724), right in every check and nobody's.
 * @param birth YYYY-MM-DD. @param sequence 0…999; its parity must fit the sex, odd for men. @param area 69….
 */
export function inventedIdNumber(birth: string, sequence: number, area = "690724"): string {
  const first17 = `${area}${birth.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  return first17 + idNumberCheck(first17);
}
