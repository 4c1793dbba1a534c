import { aliasedTable, and, asc, count, desc, eq, gt, inArray, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  divisions,
  enterprises,
  households,
  type PlanRule,
  planPairs,
  plans,
  postings,
  projects,
} from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { inDivision, permit, within } from "@/lib/access/scope";
import { readableHouseholds } from "@/lib/households/queries";
import { currentCounty } from "@/lib/matching/queries/current";
import type { StandingPlan } from "@/lib/plans/compute";
import { type LineProblem, type OrderLine, PostingNames, rulesOfLines } from "@/lib/plans/orders";
import { judge, pairsUnderWay } from "@/lib/plans/unkept";
import { policyFor } from "@/lib/policy/queries";
import { refuse } from "@/lib/refusal/refusal";

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");

/** Plans are the county's: a town reads the county's plans, and of their rows its own. */
function readable(asker: Asker): SQL {
  permit(asker, "plan", "read");
  const county = (asker.divisionScope ?? "").slice(0, 6);
  return county === "" ? sql`1 = 0` : sql`${plans.divisionScope} = ${county}`;
}

export type { PlanSummary } from "@/db/schema";
export type PlanRow = typeof plans.$inferSelect;

/** Newest first, at most 50. */
export const listPlans = async (asker: Asker): Promise<PlanRow[]> =>
  db.select().from(plans).where(readable(asker)).orderBy(desc(plans.id)).limit(50);

/** @throws Refusal not-found when there is none, or none of the asker's county. */
export async function getPlan(asker: Asker, id: string): Promise<PlanRow> {
  const [row] = await db
    .select()
    .from(plans)
    .where(and(eq(plans.id, id), readable(asker)));
  return row ?? refuse("not-found");
}

export type PairFilter = { village?: string; posting?: string; limit?: number; cursor?: string };

/**
 * Rows of a plan within the asker's division, by household.
 * @throws Refusal forbidden also to auditors: a row is its household's code, which they do not see.
 */
export async function listPairs(asker: Asker, planId: string, filter: PairFilter) {
  const grant = permit(asker, "plan", "read");
  if (grant.view === "card") refuse("forbidden");
  const limit = Math.min(filter.limit ?? 50, 200);
  const found = await db
    .select({
      item: planPairs.item,
      householdCode: planPairs.householdCode,
      headName: households.headName,
      villageCode: households.villageCode,
      villageName: village.name,
      postingId: planPairs.postingId,
      postingTitle: postings.title,
      kind: postings.kind,
      enterpriseName: enterprises.name,
      size: planPairs.size,
      score: planPairs.score,
      applicationId: planPairs.applicationId,
      skipped: planPairs.skipped,
    })
    .from(planPairs)
    .innerJoin(plans, eq(plans.id, planPairs.planId))
    .innerJoin(households, eq(households.code, planPairs.householdCode))
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(postings, eq(postings.id, planPairs.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .where(
      and(
        eq(planPairs.planId, planId),
        readable(asker),
        within(asker, grant, { village: households.villageCode }),
        filter.village ? inDivision(households.villageCode, filter.village) : undefined,
        filter.posting ? eq(planPairs.postingId, filter.posting) : undefined,
        filter.cursor ? gt(planPairs.item, filter.cursor) : undefined,
      ),
    )
    .orderBy(asc(planPairs.item))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.item ?? null) : null };
}
export type PairRow = Awaited<ReturnType<typeof listPairs>>["items"][number];

/** How many rows a plan has, how many of them are invitations by now, and how many could not be. */
export async function countPairs(
  asker: Asker,
  planId: string,
): Promise<{ all: number; accepted: number; skipped: number }> {
  const [row] = await db
    .select({ all: count(), accepted: count(planPairs.applicationId), skipped: count(planPairs.skipped) })
    .from(planPairs)
    .innerJoin(plans, eq(plans.id, planPairs.planId))
    .where(and(eq(planPairs.planId, planId), readable(asker)));
  return row ?? { all: 0, accepted: 0, skipped: 0 };
}

/** A finished plan by names, for the next one to start from. @throws Refusal not-found, not-open. */
export async function standingPlan(asker: Asker, id: string): Promise<StandingPlan> {
  const plan = await getPlan(asker, id);
  if (plan.state !== "done" || !plan.summary) return refuse("not-open", { state: plan.state });
  const pairs = await db
    .select({ item: planPairs.item, posting: planPairs.postingId })
    .from(planPairs)
    .where(eq(planPairs.planId, id));
  return {
    pairs: new Map(pairs.map((p) => [p.item, p.posting])),
    prices: plan.prices ?? {},
    gap: plan.summary.gap,
  };
}

/** Every posting of the asker's reach, as orders on a plan name it. What is still a draft nothing can be judged by. */
export async function namedPostings(asker: Asker): Promise<PostingNames> {
  const grant = permit(asker, "posting", "read");
  permit(asker, "plan", "read");
  const rows = await db
    .select({
      id: postings.id,
      title: postings.title,
      enterpriseName: enterprises.name,
      townName: town.name,
      villageName: village.name,
      state: postings.state,
    })
    .from(postings)
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .innerJoin(village, eq(village.code, postings.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .where(
      and(
        within(asker, grant, { village: postings.villageCode, enterprise: projects.enterpriseId }),
        ne(postings.state, "draft"),
      ),
    )
    .orderBy(asc(postings.id));
  return new PostingNames(rows.map(({ state, ...row }) => ({ ...row, isOpen: state === "published" })));
}

/**
 * Typed orders with everything looked up that they name. A "must" for a household that does not qualify is wrong
 * in its line, rather than silently without effect, unless the pair is under way or final already.
 * @param today qualifying is judged on it. @throws Refusal forbidden to whoever does not plan.
 */
export async function lookUpOrders(
  asker: Asker,
  lines: readonly OrderLine[],
  today: string,
): Promise<{ rules: PlanRule[]; problems: LineProblem[] }> {
  permit(asker, "plan", "write");
  const codes = [...new Set(lines.map(({ household }) => household))];
  const known = new Set<string>();
  for (let i = 0; i < codes.length; i += 500) {
    const some = inArray(households.code, codes.slice(i, i + 500));
    const rows = await db
      .select({ code: households.code })
      .from(households)
      .where(and(some, readableHouseholds(asker)));
    for (const { code } of rows) known.add(code);
  }
  const { rules, problems } = rulesOfLines(lines, known, await namedPostings(asker));
  const musts = rules.filter(({ rule }) => rule === "pin");
  if (musts.length > 0) {
    const leftOutOf = judge(await currentCounty(), await policyFor(today), today);
    const isUnderWay = await pairsUnderWay(musts);
    for (const must of musts) {
      const leftOut = leftOutOf(must);
      if (leftOut && !isUnderWay(must)) problems.push({ line: must.line, problem: "left-out", leftOut });
    }
  }
  return { rules: rules.map(({ line: _, ...rule }) => rule), problems };
}
