import { z } from "zod";
import { secondBases } from "@/db/words";
import { leastNotice, type PolicyKey, policyKeys } from "@/lib/policy/policy";
import { parse } from "@/lib/refusal/parse";

/**
 * What each parameter may be, so that a proposal is refused before it can do harm. People type yuan, per cent
 * and shares of one hundred; rules read fen, basis points and shares of one. Bounds are sanity, not policy.
 */
export type ParameterKind =
  /** Named shares that add up to 1. */
  | { as: "shares"; names: readonly string[] }
  | { as: "number"; min: number; max: number; unit: Unit | null; decimals: 0 | 1 | 2 }
  /** Whole fen, typed in yuan. */
  | { as: "money"; minFen: number; maxFen: number; unit: Unit }
  /** Basis points, typed in per cent. */
  | { as: "rate"; maxBp: number }
  /** A day of every year, "11-30". */
  | { as: "day-of-year" }
  | { as: "one-of"; words: readonly string[] };
/** Words for these stand in the dictionary (`policy.units`). */
export type Unit =
  | "km"
  | "years"
  | "days"
  | "working-days"
  | "points"
  | "projects"
  | "yuan"
  | "yuan-month"
  | "yuan-day"
  | "mu"
  | "mu-person"
  | "times"
  | "years-long"
  | "of-month";

const factors: ParameterKind = { as: "shares", names: ["labor", "land", "distance", "need"] };
const number = (min: number, max: number, unit: Unit | null, decimals: 0 | 1 | 2 = 0): ParameterKind => ({
  as: "number",
  min,
  max,
  unit,
  decimals,
});
const km = number(0.1, 1000, "km", 1);
const money = (minYuan: number, maxYuan: number, unit: Unit): ParameterKind => ({
  as: "money",
  minFen: minYuan * 100,
  maxFen: maxYuan * 100,
  unit,
});
const rate: ParameterKind = { as: "rate", maxBp: 10_000 };

export const parameterKinds: Record<PolicyKey, ParameterKind> = {
  "weights.job": factors,
  "weights.land": factors,
  "weights.equity": factors,
  "weights.order": factors,
  "weights.membership": factors,
  "weights.contract": factors,
  "distance.detour": number(1, 5, "times", 2),
  "distance.halfKm.job": km,
  "distance.halfKm.jobWithLodging": km,
  "distance.halfKm.land": km,
  "distance.halfKm.equity": km,
  "distance.halfKm.order": km,
  "distance.halfKm.membership": km,
  "distance.halfKm.contract": km,
  "labor.workingAge": number(16, 30, "years"),
  "labor.weakCapacity": number(0, 1, null, 2),
  "labor.jobParts": { as: "shares", names: ["capacity", "skill", "season"] },
  "labor.orderMuPerWorker": number(0.1, 100, "mu-person", 1),
  "labor.membershipUnits": number(0.5, 10, null, 1),
  "land.fullTimesMin": number(1, 100, "times", 1),
  "land.equityMuPerPerson": number(0.1, 100, "mu-person", 1),
  "land.membershipMu": number(0.1, 1000, "mu", 1),
  "need.parts": { as: "shares", names: ["uncovered", "income"] },
  "need.incomeLineFen": money(1, 100_000, "yuan"),
  "plan.coverageBonus": number(0, 100_000, "points"),
  "plan.projectsPerHousehold": number(1, 10, "projects"),
  "tiers.a": number(0, 100, "points"),
  "tiers.b": number(0, 100, "points"),
  "wage.floorMonthFen": money(1, 100_000, "yuan-month"),
  "wage.floorDayFen": money(1, 10_000, "yuan-day"),
  "equity.fenPerPerson": money(1, 1_000_000, "yuan"),
  "equity.guaranteedBp": rate,
  "equity.secondBp": rate,
  "membership.surplusBp": rate,
  "dividend.amberOn": { as: "day-of-year" },
  "dividend.redOn": { as: "day-of-year" },
  "moneys.redAfterDays": number(0, 365, "days"),
  "equity.secondBase": { as: "one-of", words: secondBases },
  "equity.payMonthDay": { as: "day-of-year" },
  "binding.graceDays": number(0, 730, "days"),
  "agreement.jobYears": number(1, 30, "years-long"),
  "agreement.wagePayDay": number(1, 28, "of-month"),
  "agreement.daysPerMonth": number(1, 31, "days"),
  "agreement.payMonthDay": { as: "day-of-year" },
  "agreement.surplusMonthDay": { as: "day-of-year" },
  "agreement.signWithinDays": number(1, 365, "days"),
  "agreement.reminderDays": number(1, 365, "days"),
  "agreement.noticeDays": number(0, 365, "days"),
  "agreement.namesDays": number(0, 3650, "days"),
  "posting.staleDays": number(14, 1000, "days"),
  "posting.staleWarnDays": number(1, 180, "days"),
  "notice.calendarDays": number(leastNotice.calendarDays, 365, "days"),
  "notice.workingDays": number(leastNotice.workingDays, 250, "working-days"),
  "reply.enterpriseDays": number(1, 250, "working-days"),
  "reply.enterpriseReminderDays": number(1, 250, "working-days"),
  "reply.countyDays": number(1, 250, "working-days"),
  "reply.countyReminderDays": number(1, 250, "working-days"),
  "reply.objectionDays": number(1, 250, "working-days"),
};

/** The subject a parameter belongs to: the first word of its key. */
export const groupOf = (key: PolicyKey): string => key.slice(0, key.indexOf("."));

/** The keys by subject, in the order of the register. */
export const groups: readonly { group: string; keys: readonly PolicyKey[] }[] = [
  ...new Set(policyKeys.map(groupOf)),
].map((group) => ({ group, keys: policyKeys.filter((key) => groupOf(key) === group) }));

/** A number as people type it: 3.5, 3,070; nothing else. */
const typedNumber = z
  .string()
  .trim()
  .min(1)
  .transform((text) => text.normalize("NFKC").replace(/[,\s]/g, ""))
  .refine((text) => /^-?\d{1,12}(\.\d{1,4})?$/.test(text), "code:not-a-number")
  .transform(Number);

const bounded = (min: number, max: number) =>
  typedNumber.superRefine((value, context) => {
    if (value < min) context.addIssue({ code: "too_small", minimum: min, origin: "number", inclusive: true });
    if (value > max) context.addIssue({ code: "too_big", maximum: max, origin: "number", inclusive: true });
  });

const isDayOfYear = (text: string) => {
  const [, month = 0, date = 0] = (/^(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  return month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(2001, month, 0)).getUTCDate();
};

/**
 * What is typed for a parameter → the value the rules read. Shares come as one field a name, everything else
 * as the field `value`.
 */
export function valueInput(kind: ParameterKind): z.ZodType<unknown> {
  const only = <T>(value: z.ZodType<T>) =>
    z.object({ value }).transform((fields) => (fields as { value: T }).value);
  switch (kind.as) {
    case "shares":
      return z
        .object(Object.fromEntries(kind.names.map((name) => [name, bounded(0, 100)])))
        .superRefine((shares, context) => {
          const sum = Object.values(shares as Record<string, number>).reduce((all, share) => all + share, 0);
          if (Math.abs(sum - 100) > 1e-6)
            context.addIssue({ code: "custom", path: [kind.names.at(-1)!], message: "code:not-hundred" });
        })
        .transform((shares) =>
          // Ten decimals: 15 ÷ 100 is 0.15 and not one bit more.
          Object.fromEntries(
            Object.entries(shares as Record<string, number>).map(([name, share]) => [
              name,
              Number((share / 100).toFixed(10)),
            ]),
          ),
        );
    case "number":
      return only(
        bounded(kind.min, kind.max).refine(
          (value) => Number.isInteger(Number((value * 10 ** kind.decimals).toFixed(6))),
          kind.decimals === 0 ? "code:not-whole" : "code:wrong",
        ),
      );
    case "money":
      return only(
        bounded(kind.minFen / 100, kind.maxFen / 100)
          .refine((yuan) => Number.isInteger(Number((yuan * 100).toFixed(6))), "code:wrong")
          .transform((yuan) => Math.round(yuan * 100)),
      );
    case "rate":
      return only(
        bounded(0, kind.maxBp / 100)
          .refine((percent) => Number.isInteger(Number((percent * 100).toFixed(6))), "code:wrong")
          .transform((percent) => Math.round(percent * 100)),
      );
    case "day-of-year":
      return only(z.string().trim().refine(isDayOfYear, "code:bad-date"));
    case "one-of":
      return only(z.enum(kind.words as [string, ...string[]]));
  }
}

/** The value typed for a parameter, parsed. @throws Refusal input. */
export const readValue = (key: PolicyKey, typed: unknown): unknown =>
  parse(valueInput(parameterKinds[key]), typed);

/** A value as it would be typed, field by field: what a form starts from. */
export function typedValue(kind: ParameterKind, value: unknown): Record<string, string> {
  if (kind.as === "shares") {
    const shares = value as Record<string, number>;
    return Object.fromEntries(
      kind.names.map((name) => [name, String(Number(((shares[name] ?? 0) * 100).toFixed(6)))]),
    );
  }
  if (kind.as === "money" || kind.as === "rate") return { value: String(Number(value) / 100) };
  return { value: String(value) };
}
