import { z } from "zod";
import type { Role } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import type { FieldProblem } from "@/lib/refusal/refusal";

/** A signed-in browser: the row of `sessions`, and the user's version when it was made. */
export type Ticket = { sid: string; sessionVersion: number };

/** Whether a text could be a username at all; a database is not asked for what it may not even store. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
export const isUsername = (text: string): boolean => /^[^\u0000-\u0020\u007f]{1,64}$/.test(text);

/** What the name of a slip's account begins with. */
const slipStart = "h-";

/** A username as it is chosen: none that looks like a slip's account, whatever its letters' size. */
export const usernameInput = z
  .string()
  .trim()
  .regex(/^[a-z0-9_.-]{4,32}$/i, "code:bad-username")
  .refine((name) => !name.toLowerCase().startsWith(slipStart), "code:slip-username");

/** Days in which an account that was opened must be entered for the first time. */
export const startDays = 7;

/** A starting code as it is kept: typed small, with spaces or dashes, it is the same. */
export const startCodeOf = (typed: string): string => typed.replace(/[\s-]/g, "").toUpperCase();

/** A starting code as it is shown and read aloud: K7QM-2XAD-9RTC. */
export const startCodeInGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

/** The columns of a user that say who asks. */
export type WhoAsks = {
  userId: string;
  role: Role;
  name: string;
  divisionScope: string | null;
  enterpriseId: string | null;
  householdCode: string | null;
  slipBy?: string | null;
};

export const askerOf = (user: WhoAsks, requestId: string | null): Asker => ({ ...user, requestId });

/** Sessions end after this whatever happens; a phone in the village need not sign in each morning. */
export const sessionDays = 7;

/** Wrong tries in a row that cost nothing. */
export const freeTries = 5;

/**
 * How long nobody may try this account after `tries` wrong tries in a row: nothing before the fifth, then
 * half a minute, doubling up to a quarter of an hour (so that nobody is kept out for long by a stranger).
 */
export function lockSeconds(tries: number): number {
  return tries < freeTries ? 0 : Math.min(15 * 60, 30 * 2 ** Math.min(tries - freeTries, 10));
}

/** Those that head every list of guessed passwords, here and abroad. */
const guessed = new Set(
  `password password1 passw0rd 12345678 123456789 1234567890 87654321 987654321 0123456789 11223344 12341234
   123123123 147258369 1q2w3e4r 1qaz2wsx qwertyui qwertyuiop qwerty123 asdfghjkl zxcvbnm1 abcd1234 abc12345
   abc123456 a1234567 a12345678 a123456789 aa123456 iloveyou woaini520 woaini1314 5201314520 admin123 admin888
   administrator letmein1 welcome1 sunshine princess`.split(/\s+/),
);
/** Of every demo account. Public in the README: nobody's secret once real people are on the register. */
export const demoPassword = "sanjin-demo";
/** The demo accounts, in the order the sign-in page lists them. */
export const demoUsernames: readonly string[] = [
  "county",
  "county2",
  "county3",
  "town",
  "village",
  "village2",
  "enterprise",
  "enterprise2",
  "household",
  "household2",
  "household3",
  "admin",
  "auditor",
];

/** What is wrong with a new password, or null. Long is enough; rules about digits and signs are not asked. */
export function passwordProblem(plain: string, username: string, live: boolean): FieldProblem | null {
  const length = [...plain].length;
  if (length === 0) return { code: "missing" };
  if (length < 8) return { code: "too-short", min: 8 };
  if (length > 200) return { code: "too-long", max: 200 };
  const low = plain.toLowerCase();
  const oneCharacter = new Set(low).size < 3;
  const namesUser = username.length >= 4 && low.includes(username.toLowerCase());
  if (guessed.has(low) || oneCharacter || namesUser || (live && low === demoPassword))
    return { code: "weak-password", min: 8 };
  return null;
}

/**
 * Where to go after signing in, if it is a page of ours.
 * @returns a path with its query, or null: other sites, `//host`, `/\host`, the sign-in page itself.
 */
export function ownPath(next: string | null | undefined): string | null {
  if (!next || next.length > 500 || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, "http://own"))
    return null;
  const url = new URL(next, "http://own");
  if (url.origin !== "http://own" || url.pathname.startsWith("/sign-in")) return null;
  // "/.//host" is a path of ours to the parser, but an address once its dots are gone.
  return url.pathname.startsWith("//") ? null : url.pathname + url.search;
}

/** Each role's home page. */
export const homes: Record<Role, string> = {
  household: "/household",
  village: "/village",
  town: "/officer",
  county: "/officer",
  enterprise: "/enterprise",
  admin: "/admin",
  auditor: "/auditor",
};

/** The home page of whoever asks; the front page for the public. */
export const homeOf = ({ role }: Pick<Asker, "role">): string =>
  role === "public" || role === "system" ? "/" : homes[role];

/** Where an account stands, in one line: its division, its enterprise, or its village and household code. */
export const placeOf = (user: {
  placeName: string | null;
  enterpriseName: string | null;
  householdCode: string | null;
}): string =>
  [user.placeName ?? user.enterpriseName, user.householdCode].filter((part) => part !== null).join(" ");

/** The user name of the account a slip lets in: nobody types it, since nobody has its password. */
export const slipUsername = (household: string): string => `${slipStart}${household}`;

/** The digits of a slip's number, however it was typed. */
export const slipDigits = (typed: string): string => typed.replace(/\D/g, "").slice(0, 10);

/** As it is printed and read out: 4821 773 015. */
export const slipInGroups = (number: string): string => number.replace(/^(\d{4})(\d{3})(\d{3})$/, "$1 $2 $3");
