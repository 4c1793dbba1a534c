import { z } from "zod";
import { enterpriseKinds, enterpriseLevels, placeKinds } from "@/db/words";
import { parseCreditCode } from "@/lib/numbers/credit-code";
import { parsePhone } from "@/lib/numbers/phone";
import { presentWorld } from "@/lib/numbers/world";
import { usernameInput } from "@/lib/users/users";

/** One line of text: trimmed, without control characters. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u, "code:bad-characters");
const lineOrNothing = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u, "code:bad-characters");
/** Text of several lines. */
const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(\P{Cc}|[\t\n])*$/u, "code:bad-characters");

/** As typed: spaces, small letters; comes back as it is kept. */
export const creditCode = z.string().transform((typed, context) => {
  if (typed.trim() === "") {
    context.addIssue({ code: "custom", message: "code:missing" });
    return z.NEVER;
  }
  const read = parseCreditCode(typed, presentWorld());
  if (read.ok) return read.value.creditCode;
  context.addIssue({ code: "custom", message: "code:bad-credit-code" });
  return z.NEVER;
});

const phone = z.string().transform((typed, context) => {
  const read = parsePhone(typed, presentWorld());
  if (read) return read.phone;
  context.addIssue({ code: "custom", message: typed.trim() === "" ? "code:missing" : "code:bad-phone" });
  return z.NEVER;
});

const village = z.string().regex(/^\d{12}$/, "code:missing");
const industry = z.string().min(1).max(24);
const count = z.int().min(0).max(10_000_000).nullable().default(null);
const money = z.int().min(0).max(100_000_000_000_000).nullable().default(null);

/** What the license says. */
const license = {
  name: line(60),
  kind: z.enum(enterpriseKinds),
  legalPerson: line(30),
};
const contact = { industry, villageCode: village, contactName: line(30), phone };

/** A new enterprise with the account that will speak for it. */
export const registrationInput = z.strictObject({
  creditCode,
  ...license,
  ...contact,
  username: usernameInput,
  password: z.string(),
  again: z.string(),
});

/** What an enterprise keeps up to date itself; figures its kind is not asked for are dropped. */
export const profileInput = z.strictObject({
  ...contact,
  address: lineOrNothing(80),
  summary: prose(600),
  level: z.enum(enterpriseLevels).nullable().default(null),
  capitalFen: money,
  outputFen: money,
  baseMu100: z.int().min(0).max(100_000_000).nullable().default(null),
  workers: count,
  memberHouseholds: count,
  tenants: count,
  floorM2: count,
  pairedVillageCode: village.nullable().default(null),
});
export type ProfileInput = z.output<typeof profileInput>;

/** What the license says, corrected; by the enterprise while it is a draft, afterwards by an officer. */
export const licenseInput = z.strictObject({ creditCode, ...license });

export const placeInput = z.strictObject({
  kind: z.enum(placeKinds),
  name: line(40),
  villageCode: village,
  address: lineOrNothing(80),
});

/** Words that come with a decision. */
export const reasonInput = z.strictObject({ reason: prose(500) });

/** A colleague's account. */
export const personInput = z.strictObject({
  name: line(30),
  username: usernameInput,
  password: z.string(),
  again: z.string(),
});
