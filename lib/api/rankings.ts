import { z } from "zod";
import { postingKinds, terms } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { day, ident, listQuery } from "@/lib/api/list";
import type { FittingPosting, RankingRow } from "@/lib/matching/answers";
import { refusalRules } from "@/lib/matching/county";
import { fittingPostings, rankingFor } from "@/lib/matching/queries";
import { tiers } from "@/lib/matching/tier";

/** The four factors, each in [0, 1]; with the policy's weights they sum to the score ÷ 100. */
export const factors = z.strictObject({
  labor: z.number(),
  land: z.number(),
  distance: z.number(),
  need: z.number(),
});
const reason = z.looseObject({ code: z.string() });

export const rankingQuery = z.strictObject({
  ...listQuery,
  /** How many rows came before. */
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, "code:unknown")
    .optional(),
});

const row = z.strictObject({
  household: ident,
  place: z.int().min(1),
  score: z.number().min(0).max(100),
  parts: factors,
  reasons: z.array(reason),
  tier: z.enum(tiers),
});

export const rankingAnswer = z.strictObject({
  items: z.array(row),
  next: z.string().nullable(),
  /** Households in the asker's scope that fit, and those that do not by the first rule that refuses them. */
  eligible: z.int(),
  refused: z.partialRecord(z.enum(refusalRules), z.int()),
});

/** A row of the ranking; the same on the command line. */
export const rankingRowShown = ({ household, place, score, parts, reasons, tier }: RankingRow) => ({
  household,
  score,
  parts,
  reasons,
  place,
  tier,
});

/** @throws Refusal forbidden, not-found. */
export async function rankingPage(
  asker: Asker,
  posting: string,
  today: string,
  { limit, cursor = "0" }: z.output<typeof rankingQuery>,
): Promise<z.input<typeof rankingAnswer>> {
  const before = Number(cursor);
  const { rows, eligible, refused } = await rankingFor(asker, posting, { today, limit: before + limit });
  const end = before + limit;
  return {
    items: rows.slice(before).map(rankingRowShown),
    next: end < eligible ? String(end) : null,
    eligible,
    refused: Object.fromEntries(refused.map(({ rule, count }) => [rule, count])),
  };
}

export const fittingQuery = rankingQuery.extend({ kind: z.enum(postingKinds).optional() });

export const fittingAnswer = z.strictObject({
  posting: ident,
  kind: z.enum(postingKinds),
  title: z.string(),
  enterpriseName: z.string(),
  projectName: z.string(),
  term: z.enum(terms),
  closesOn: day,
  tier: z.enum(tiers),
  reasons: z.array(reason),
  yearlyFen: z.int(),
  /** Not for the household. */
  score: z.number().optional(),
  parts: factors.optional(),
});

/** A posting that fits a household; the household itself is told its tier and reasons, not the score. */
export function fittingShown(row: FittingPosting, forHousehold: boolean) {
  const { posting, score, parts, reasons, tier, yearlyFen } = row;
  return {
    posting: posting.id,
    kind: posting.kind,
    title: posting.title,
    enterpriseName: posting.enterpriseName,
    projectName: posting.projectName,
    term: posting.term,
    closesOn: posting.closesOn,
    tier,
    reasons,
    yearlyFen,
    ...(!forHousehold && { score, parts }),
  };
}

/** @throws Refusal forbidden, not-found. */
export async function fittingPage(
  asker: Asker,
  household: string,
  today: string,
  { limit, cursor = "0", kind }: z.output<typeof fittingQuery>,
) {
  const before = Number(cursor);
  const all = await fittingPostings(asker, household, { today });
  const asked = all.filter(({ posting }) => kind === undefined || posting.kind === kind);
  const end = before + limit;
  return {
    items: asked.slice(before, end).map((row) => fittingShown(row, asker.role === "household")),
    next: end < asked.length ? String(end) : null,
  };
}
