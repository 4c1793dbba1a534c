import { z } from "zod";
import {
  type BindingLink,
  bindingLinks,
  coopServices,
  type PostingKind,
  parcelKinds,
  skills,
  wageUnits,
  workKinds,
} from "@/db/words";
import { isDay } from "@/lib/clock/clock";
import type { Policy } from "@/lib/policy/policy";
import type { FieldProblems } from "@/lib/refusal/refusal";

/** What an enterprise says when it posts a need. The same schema parses the form and the API, and makes the OpenAPI. */

/** One line of text: trimmed, no control characters; the words come back exactly as given. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/, "code:bad-characters");

/** Text of several lines. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all but tab and newline
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, "code:bad-characters");

/** The words that come with a decision. */
export const reasonInput = z.object({ reason: prose(500) });

export const day = z.string().refine(isDay, "code:bad-date");
const divisionCode = z.string().regex(/^\d{12}$/, "code:unknown");
/** mu with at most two decimals, kept as hundredths. */
const mu = z
  .number()
  .positive()
  .max(100_000)
  .refine((v) => Math.abs(v * 100 - Math.round(v * 100)) < 1e-6, "code:wrong");

const shared = {
  projectId: z.string().min(1).max(40),
  title: line(40),
  summary: prose(1000).default(""),
  villageCode: divisionCode,
  lat: z.number().min(-90).max(90).nullable().default(null),
  lon: z.number().min(-180).max(180).nullable().default(null),
  radiusKm: z.number().positive().max(500).nullable().default(null),
  closesOn: day,
};
const age = z.int().min(16).max(100).nullable().default(null);

export const jobInput = z.strictObject({
  kind: z.literal("job"),
  ...shared,
  positions: z.int().min(1).max(10_000),
  /** Months of work, 1 to 12. */
  months: z.array(z.int().min(1).max(12)).min(1, "code:missing").max(12),
  work: z.enum(workKinds),
  wageFen: z.int().positive().max(10_000_000),
  wageUnit: z.enum(wageUnits),
  ageMin: age,
  ageMax: age,
  skills: z.array(z.enum(skills)).max(skills.length).default([]),
  skillsRequired: z.boolean().default(false),
  lodging: z.boolean().default(false),
});

export const landInput = z.strictObject({
  kind: z.literal("land"),
  ...shared,
  totalMu: mu,
  parcelKinds: z.array(z.enum(parcelKinds)).min(1, "code:missing").max(parcelKinds.length),
  minMu: mu,
  fullMu: mu.nullable().default(null),
  rentFenPerMuYear: z.int().positive().max(10_000_000),
  years: z.int().min(1).max(30),
});

export const equityInput = z.strictObject({
  kind: z.literal("equity"),
  ...shared,
  /** The allotment round that pays; left out, the open one with most left. */
  roundId: z.string().min(1).max(40).nullable().default(null),
  persons: z.int().min(1).max(100_000),
  fenPerPerson: z.int().positive(),
  guaranteedBp: z.int().min(0).max(10_000),
  secondBp: z.int().min(0).max(10_000),
  bindingLink: z.enum(bindingLinks),
});

const months = z.array(z.int().min(1).max(12)).min(1, "code:missing").max(12);
const years = z.int().min(1).max(30);
const fen = z.int().positive().max(10_000_000);
const jin = z.int().min(1).max(1_000_000);
const payWithinDays = z.int().min(0).max(365);

export const orderInput = z.strictObject({
  kind: z.literal("order"),
  ...shared,
  product: line(20),
  /** Grade or standard it must meet; empty when any will do. */
  grade: prose(200).default(""),
  /** Bought a year in all, in jin (斤, 500 g). */
  totalJin: z.int().min(1).max(10_000_000),
  /** What it grows on; empty when it needs no land. */
  parcelKinds: z.array(z.enum(parcelKinds)).max(parcelKinds.length).default([]),
  /** A mu and year; when it needs no land, a free worker and year. */
  yieldJin: jin,
  /** Of one household a year: at least, and in full, which is also the most. */
  minJin: jin,
  fullJin: jin,
  floorFenPerJin: fen,
  deliveryMonths: months,
  payWithinDays,
  years,
});

export const membershipInput = z.strictObject({
  kind: z.literal("membership"),
  ...shared,
  households: z.int().min(1).max(10_000),
  /** 出资额 of one household; 0 when none is asked. */
  shareFen: z.int().min(0).max(10_000_000),
  /** 按交易量(额)返还 of the distributable surplus. */
  surplusBp: z.int().min(0).max(10_000),
  services: z.array(z.enum(coopServices)).min(1, "code:missing").max(coopServices.length),
  /** Only households of the project's villages. */
  ownVillages: z.boolean().default(false),
});

export const contractInput = z.strictObject({
  kind: z.literal("contract"),
  ...shared,
  plots: z.int().min(1).max(10_000),
  plotMu: mu,
  /** Most plots of one household. */
  maxPlots: z.int().min(1).max(1000),
  product: line(20),
  months,
  skills: z.array(z.enum(skills)).max(skills.length).default([]),
  feeFenPerPlotYear: z.int().min(0).max(10_000_000),
  /** Inputs given on credit, a plot and year. */
  inputsFenPerPlotYear: z.int().min(0).max(10_000_000),
  /** To be expected of a plot and year. */
  yieldJinPerPlot: jin,
  floorFenPerJin: fen,
  payWithinDays,
  years,
});

export const postingInput = z.discriminatedUnion("kind", [
  jobInput,
  landInput,
  equityInput,
  orderInput,
  membershipInput,
  contractInput,
]);
export type PostingInput = z.output<typeof postingInput>;

/**
 * The rules of the report that a schema cannot hold, because their numbers are policy.
 * @returns problems by field; empty when the posting may stand.
 */
export function postingProblems(input: PostingInput, policy: Policy, today: string): FieldProblems {
  const problems: FieldProblems = {};
  if (input.closesOn < today) problems.closesOn = { code: "in-the-past" };
  switch (input.kind) {
    case "job": {
      const floorFen = input.wageUnit === "month" ? policy["wage.floorMonthFen"] : policy["wage.floorDayFen"];
      if (input.wageFen < floorFen) problems.wageFen = { code: "below-wage-floor", min: floorFen / 100 };
      if (input.ageMin !== null && input.ageMax !== null && input.ageMin > input.ageMax)
        problems.ageMax = { code: "min-over-max", min: input.ageMin };
      if (input.skillsRequired && input.skills.length === 0) problems.skills = { code: "missing" };
      break;
    }
    case "land":
      if (input.minMu > input.totalMu) problems.minMu = { code: "too-big", max: input.totalMu };
      if (input.fullMu !== null && input.fullMu < input.minMu)
        problems.fullMu = { code: "min-over-max", min: input.minMu };
      break;
    case "equity": {
      const {
        "equity.fenPerPerson": allotment,
        "equity.guaranteedBp": guaranteed,
        "equity.secondBp": second,
      } = policy;
      if (input.fenPerPerson !== allotment)
        problems.fenPerPerson = { code: "not-allotment", min: allotment / 100 };
      if (input.guaranteedBp < guaranteed)
        problems.guaranteedBp = { code: "below-guaranteed", min: guaranteed / 100 };
      if (input.secondBp < second) problems.secondBp = { code: "below-second", min: second / 100 };
      break;
    }
    case "order":
      if (input.minJin > input.totalJin) problems.minJin = { code: "too-big", max: input.totalJin };
      if (input.fullJin < input.minJin) problems.fullJin = { code: "min-over-max", min: input.minJin };
      break;
    case "membership": {
      const least = policy["membership.surplusBp"];
      if (input.surplusBp < least) problems.surplusBp = { code: "below-surplus", min: least / 100 };
      break;
    }
    case "contract": {
      if (input.maxPlots > input.plots) problems.maxPlots = { code: "too-big", max: input.plots };
      // At its usual yield and the floor price a plot must bring more than it costs its household.
      const costFen = input.feeFenPerPlotYear + input.inputsFenPerPlotYear;
      if (input.yieldJinPerPlot * input.floorFenPerJin <= costFen)
        problems.floorFenPerJin = { code: "plot-loses", min: costFen / input.yieldJinPerPlot / 100 };
      break;
    }
  }
  return problems;
}

/** The kind of posting each link of land, order or labor comes from. */
export const kindOfLink: Record<BindingLink, PostingKind> = { labor: "job", land: "land", order: "order" };

/** Months 1…12 as bits and back. */
export const monthsToBits = (months: readonly number[]): number =>
  months.reduce((bits, m) => bits | (1 << (m - 1)), 0);
export const bitsToMonths = (bits: number): number[] =>
  Array.from({ length: 12 }, (_, i) => i + 1).filter((m) => bits & (1 << (m - 1)));

export const toMu100 = (muValue: number): number => Math.round(muValue * 100);
