import { isProvince, type NumberWorld } from "@/lib/numbers/world";

/** 统一社会信用代码 (GB 32100-2015). */

export const creditCodeProblems = ["length", "province", "check-digit"] as const;
export type CreditCodeProblem = (typeof creditCodeProblems)[number];

export type CreditCode = {
  creditCode: string;
  /** First two characters: 91 company, 92 individual, 93 co-operative, N1–N3 collective … */
  registry: string;
  /** Six-digit division of the registering office. */
  area: string;
  /** The subject id keeps GB 11714's own check digit; some real codes do not, so this is only a warning. */
  subjectCheckHolds: boolean;
};

/** No I O S V Z. */
export const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The 18th character, from the first 17. */
export function creditCodeCheck(first17: string): string {
  const sum = weights.reduce(
    (total, weight, i) => total + weight * creditAlphabet.indexOf(first17[i] ?? ""),
    0,
  );
  return creditAlphabet[(31 - (sum % 31)) % 31] ?? "";
}

/** The 9th character of a subject id (组织机构代码, GB 11714), from its first eight. */
export function subjectCheck(first8: string): string {
  const subjectWeights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = subjectWeights.reduce(
    (total, weight, i) => total + weight * Number.parseInt(first8[i] ?? "", 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}

/** Reads a credit code as it was typed: spaces and hyphens anywhere, small letters. Old 15-digit numbers are refused. */
export function parseCreditCode(
  typed: string,
  world: NumberWorld,
): { ok: true; value: CreditCode } | { ok: false; problem: CreditCodeProblem } {
  const creditCode = typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(creditCode))
    return { ok: false, problem: "length" };
  const area = creditCode.slice(2, 8);
  if (!isProvince(area, world) && !area.startsWith("10")) return { ok: false, problem: "province" };
  if (creditCode[17] !== creditCodeCheck(creditCode)) return { ok: false, problem: "check-digit" };
  const subjectCheckHolds = creditCode[16] === subjectCheck(creditCode.slice(8, 16));
  return { ok: true, value: { creditCode, registry: creditCode.slice(0, 2), area, subjectCheckHolds } };
}

/**
 * An invented credit code (division 690724, subject id DEM…), right in both checks and nobody's.
 * @param registry 91, 92, 93, N2 … @param series one letter of the alphabet. @param number 0…9999.
 */
export function inventedCreditCode(registry: string, series: string, number: number): string {
  const subject = `DEM${series}${String(number).padStart(4, "0")}`;
  const first17 = `${registry}690724${subject}${subjectCheck(subject)}`;
  return first17 + creditCodeCheck(first17);
}
