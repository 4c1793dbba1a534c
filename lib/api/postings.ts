import { z } from "zod";
import {
  bindingLinks,
  coopServices,
  parcelKinds,
  postingKinds,
  postingStates,
  skills,
  terms,
  wageUnits,
  workKinds,
} from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { day, division, ident, instant, listQuery } from "@/lib/api/list";
import {
  bitsToMonths,
  contractInput,
  equityInput,
  jobInput,
  landInput,
  membershipInput,
  orderInput,
  prose,
} from "@/lib/postings/input";
import { openPostingMoves, postingMoveNames } from "@/lib/postings/moves";
import type { Posting } from "@/lib/postings/queries";
import { parse } from "@/lib/refusal/parse";

export const postingsQuery = z.strictObject({
  ...listQuery,
  kind: z.enum(postingKinds).optional(),
  status: z.enum(postingStates).optional(),
  /** 9 or 12 digits. */
  town: z
    .string()
    .regex(/^\d{9}(\d{3})?$/, "code:unknown")
    .optional(),
  /** Only those one can still apply to today. */
  open: z.enum(["true", "false"]).optional(),
  project: ident.optional(),
});

export const postingMoveBody = z.strictObject({
  move: z.enum(postingMoveNames),
  reason: prose(500).optional(),
});

const version = z.int().min(1);
/** The whole posting as it shall be, with the version the writer saw. */
export const postingChangeBody = z.discriminatedUnion("kind", [
  jobInput.extend({ version }),
  landInput.extend({ version }),
  equityInput.extend({ version }),
  orderInput.extend({ version }),
  membershipInput.extend({ version }),
  contractInput.extend({ version }),
]);

/**
 * A change's body, taken apart: the posting's own schema reads the rest.
 * @throws Refusal input when the version is missing.
 */
export function postingChange(body: Record<string, unknown>): { version: number } & Record<string, unknown> {
  const { version: seen } = parse(z.looseObject({ version }), body);
  return { ...body, version: seen };
}

/** The same names and units as the input's: money in fen, area in mu, months 1 to 12, rates in basis points. */
const shared = {
  id: ident,
  state: z.enum(postingStates),
  version,
  title: z.string(),
  summary: z.string(),
  projectId: ident,
  projectName: z.string(),
  enterpriseId: ident,
  enterpriseName: z.string(),
  term: z.enum(terms),
  industry: z.string(),
  villageCode: division,
  villageName: z.string(),
  townName: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  radiusKm: z.number().nullable(),
  closesOn: day,
  /** Of its places, how many are taken: positions, mu, persons, jin, households or plots. */
  taken: z.number(),
  reachBand: z.string().nullable(),
  publishedAt: instant.nullable(),
  updatedAt: instant,
  /** Why it was returned or closed; only for its enterprise and the officers. */
  stateReason: z.string().nullable().optional(),
  /** What the asker's role may do with it now. */
  moves: z.array(z.enum(postingMoveNames)),
};

const months = z.array(z.int().min(1).max(12));

export const postingAnswer = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("job"),
    ...shared,
    positions: z.int(),
    months,
    work: z.enum(workKinds),
    wageFen: z.int(),
    wageUnit: z.enum(wageUnits),
    ageMin: z.int().nullable(),
    ageMax: z.int().nullable(),
    skills: z.array(z.enum(skills)),
    skillsRequired: z.boolean(),
    lodging: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("land"),
    ...shared,
    totalMu: z.number(),
    parcelKinds: z.array(z.enum(parcelKinds)),
    minMu: z.number(),
    fullMu: z.number().nullable(),
    rentFenPerMuYear: z.int(),
    years: z.int(),
  }),
  z.strictObject({
    kind: z.literal("equity"),
    ...shared,
    /** The allotment round that pays. */
    roundId: z.string().nullable(),
    persons: z.int(),
    fenPerPerson: z.int(),
    guaranteedBp: z.int(),
    secondBp: z.int(),
    bindingLink: z.enum(bindingLinks),
  }),
  z.strictObject({
    kind: z.literal("order"),
    ...shared,
    product: z.string(),
    grade: z.string(),
    totalJin: z.int(),
    parcelKinds: z.array(z.enum(parcelKinds)),
    yieldJin: z.int(),
    minJin: z.int(),
    fullJin: z.int(),
    floorFenPerJin: z.int(),
    deliveryMonths: months,
    payWithinDays: z.int(),
    years: z.int(),
  }),
  z.strictObject({
    kind: z.literal("membership"),
    ...shared,
    households: z.int(),
    shareFen: z.int(),
    surplusBp: z.int(),
    services: z.array(z.enum(coopServices)),
    ownVillages: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("contract"),
    ...shared,
    plots: z.int(),
    plotMu: z.number(),
    maxPlots: z.int(),
    product: z.string(),
    months,
    skills: z.array(z.enum(skills)),
    feeFenPerPlotYear: z.int(),
    inputsFenPerPlotYear: z.int(),
    yieldJinPerPlot: z.int(),
    floorFenPerJin: z.int(),
    payWithinDays: z.int(),
    years: z.int(),
  }),
]);
export type PostingAnswer = z.input<typeof postingAnswer>;

/** What others than its enterprise and officers are not told: why it was returned or closed. */
const isInside = (asker: Asker, posting: Posting): boolean =>
  asker.role === "enterprise"
    ? asker.enterpriseId === posting.enterpriseId
    : asker.role === "county" || asker.role === "town" || asker.role === "auditor";

/** A posting as the API says it; who wrote and who reviewed it stay inside. */
export function postingShown(asker: Asker, posting: Posting): PostingAnswer {
  const inside = isInside(asker, posting);
  const own = asker.role !== "enterprise" || inside;
  const common = {
    id: posting.id,
    state: posting.state,
    version: posting.version,
    title: posting.title,
    summary: posting.summary,
    projectId: posting.projectId,
    projectName: posting.projectName,
    enterpriseId: posting.enterpriseId,
    enterpriseName: posting.enterpriseName,
    term: posting.term,
    industry: posting.industry,
    villageCode: posting.villageCode,
    villageName: posting.villageName,
    townName: posting.townName,
    lat: posting.lat,
    lon: posting.lon,
    radiusKm: posting.radiusKm,
    closesOn: posting.closesOn,
    taken: posting.kind === "land" ? posting.taken / 100 : posting.taken,
    reachBand: posting.reachBand,
    publishedAt: posting.publishedAt?.toISOString() ?? null,
    updatedAt: posting.updatedAt.toISOString(),
    ...(inside && { stateReason: posting.stateReason }),
    moves: own ? openPostingMoves(asker.role, posting.state) : [],
  };
  const { capacity } = posting;
  switch (posting.kind) {
    case "job": {
      const { months: bits, ...job } = posting.job;
      return { kind: "job", ...common, positions: capacity, months: bitsToMonths(bits), ...job };
    }
    case "land": {
      const { minMu100, fullMu100, ...land } = posting.land;
      const fullMu = fullMu100 === null ? null : fullMu100 / 100;
      return { kind: "land", ...common, totalMu: capacity / 100, minMu: minMu100 / 100, fullMu, ...land };
    }
    case "equity": {
      const { roundName: _, ...equity } = posting.equity;
      return { kind: "equity", ...common, persons: capacity, ...equity };
    }
    case "order": {
      const { deliveryMonths: bits, ...order } = posting.order;
      return { kind: "order", ...common, totalJin: capacity, deliveryMonths: bitsToMonths(bits), ...order };
    }
    case "membership":
      return { kind: "membership", ...common, households: capacity, ...posting.membership };
    case "contract": {
      const { months: bits, plotMu100, ...contract } = posting.contract;
      const plot = { plots: capacity, plotMu: plotMu100 / 100, months: bitsToMonths(bits) };
      return { kind: "contract", ...common, ...plot, ...contract };
    }
  }
}
