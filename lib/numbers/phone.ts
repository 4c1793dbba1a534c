import type { NumberWorld } from "@/lib/numbers/world";

/** Telephone numbers of the mainland: mobile (11 digits) and landline (0916-xxxxxxx). */

export type Phone = {
  /** Digits as stored: 11 for a mobile, area code and number joined by a hyphen for a landline. */
  phone: string;
  kind: "mobile" | "landline";
};

/** 140, 141 and 144 are given out as 13-digit machine numbers only, so no person's 11 digits begin so. */
const machinePrefixes = ["140", "141", "144"];

/** Reads a number as it was typed: +86, spaces, hyphens. @returns null when it is none. */
export function parsePhone(typed: string, world: NumberWorld): Phone | null {
  const digits = typed.normalize("NFKC").replace(/[\s()-]/g, "");
  const local = digits.replace(/^(\+|00)86/, "");
  // Written with the country code, a landline drops the 0 of its area code.
  const text = local === digits || /^[01]/.test(local) ? local : `0${local}`;
  if (/^1[3-9]\d{9}$/.test(text)) {
    const isMachine = machinePrefixes.some((prefix) => text.startsWith(prefix));
    const isInvented = text.startsWith("144");
    return isMachine && !(isInvented && world === "demo") ? null : { phone: text, kind: "mobile" };
  }
  // Two-digit area codes are 010 and 02x; all others have three digits after the 0.
  const landline = /^(0(?:10|2\d|[3-9]\d\d))(\d{7,8})$/.exec(text);
  if (!landline) return null;
  return { phone: `${landline[1]}-${landline[2]}`, kind: "landline" };
}

/** 144****0001; a landline keeps its area code and the last two digits. */
export const maskPhone = (phone: string): string =>
  phone.includes("-")
    ? phone.replace(/(?<=-)\d+(?=\d\d$)/, (middle) => "*".repeat(middle.length))
    : `${phone.slice(0, 3)}****${phone.slice(7)}`;

/** An invented mobile number: 144 and eight digits. */
export const inventedPhone = (number: number): string => `144${String(number).padStart(8, "0")}`;
