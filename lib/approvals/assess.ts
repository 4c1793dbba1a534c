import { eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { applications, enterprises, postings, projects } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { inTheWay } from "@/lib/applications/budget";
import { clash, openClaims } from "@/lib/applications/claims";
import { moves } from "@/lib/applications/moves";
import { listApplications, type WholeApplication } from "@/lib/applications/queries";
import { hasBinding } from "@/lib/approvals/binding";
import { parcelsOf, standing } from "@/lib/approvals/standing";
import { filesOf } from "@/lib/files/queries";
import { askedWork } from "@/lib/matching/county";
import { freeMonths } from "@/lib/matching/labor";
import type { PostingFacts } from "@/lib/matching/posting-facts";
import { countyAtHand } from "@/lib/matching/queries/current";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { match } from "@/lib/matching/score";
import { policyFor } from "@/lib/policy/queries";
import { type Refusal, refuse } from "@/lib/refusal/refusal";

/** What an officer should look at before approving, though nothing forbids it. */
export const warnings = [
  "own-slip",
  "slip-unseen",
  "part-season",
  "asked-elsewhere",
  "enough-projects",
  "score-fell",
] as const;
export type Warning = (typeof warnings)[number];

export type Problem = Pick<Refusal, "code" | "data">;
export type Assessment = {
  application: WholeApplication;
  /** What approving would be refused with, were it tried now. */
  problem: Problem | null;
  warnings: Warning[];
  /** The other application that asks for the same, by its posting. */
  rival: string | null;
};

/** As many as one sitting decides. */
export const batchLimit = 200;
/** Points a score may have fallen since the application without a word about it. */
const mildFall = 5;

/**
 * Everything that waits for approval, each judged as an approval would be now: what cannot be approved first,
 * then what needs a look, then the clean, best score first. @throws Refusal forbidden.
 */
export async function assessWaiting(asker: Asker, today: string): Promise<Assessment[]> {
  permit(asker, "application", "decide");
  if (!(moves.approve.by as readonly string[]).includes(asker.role)) refuse("forbidden");
  const { items } = await listApplications(asker, { status: "accepted", limit: batchLimit });
  const whole = items.flatMap((a) => (a.view === "full" ? [a] : []));
  return assess(asker, whole, today);
}

/** The same for these applications, which the asker was shown. */
export async function assess(
  asker: Asker,
  list: readonly WholeApplication[],
  today: string,
): Promise<Assessment[]> {
  const ids = list.map((a) => a.id);
  const codes = [...new Set(list.map((a) => a.householdCode))];
  const [rows, households, county, policy, land, claims, photos] = await Promise.all([
    db
      .select({ row: applications, terms: postings.termsVersion, frozenOn: enterprises.frozenOn })
      .from(applications)
      .innerJoin(postings, eq(postings.id, applications.postingId))
      .innerJoin(projects, eq(projects.id, postings.projectId))
      .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
      .where(inArray(applications.id, ids)),
    loadHouseholds(db, codes),
    // Of the county only postings and distances, which are never behind; households come from the register.
    countyAtHand(),
    policyFor(today),
    parcelsOf(db, ids),
    openClaims(asker, codes),
    filesOf("application", ids),
  ]);
  const photographed = new Set(photos.map((photo) => photo.subjectId));
  const facts = new Map(county.postings(today).map((f) => [f.posting.id, f]));
  const left = new Map<string, number>();
  const judged: Assessment[] = [];
  // Best first, so that the last places go to the best.
  const byScore = [...list].sort((a, b) => scoreOf(b) - scoreOf(a) || (a.id < b.id ? -1 : 1));
  for (const application of byScore) {
    const { row, terms, frozenOn } = rows.find((r) => r.row.id === application.id) ?? {};
    const household = households.find((h) => h.code === application.householdCode);
    const fact = facts.get(application.postingId);
    if (!row || !household || !fact) continue;
    const answer = match(household, fact.posting, policy, today, county.roads);
    const taken = await inTheWay(db, application.postingKind, row);
    const mine = claims.find((c) => c.applicationId === application.id);
    const rival = mine && claims.find((c) => isRival(c, mine));
    const room = left.get(fact.posting.id) ?? fact.posting.capacity - fact.posting.taken;
    const owesDividends = fact.posting.kind === "equity" && frozenOn !== null;
    const problem =
      problemOf(application, fact) ??
      (owesDividends ? { code: "enterprise-frozen" as const, data: {} } : null) ??
      (row.termsVersion === terms ? null : { code: "terms-changed" as const, data: {} }) ??
      (taken ? { code: "already-bound" as const, data: taken } : null) ??
      notEligible(standing(answer, row, land)) ??
      (await bindingProblem(row, fact)) ??
      (room < row.size ? { code: "full" as const, data: { left: null } } : null);
    if (!problem) left.set(fact.posting.id, room - row.size);
    const member = household.members.find((m) => m.id === row.memberId);
    const work = askedWork(fact.posting);
    const seen: Record<Warning, boolean> = {
      "own-slip": row.slipBy !== null,
      "slip-unseen": row.consentHow === "slip" && !photographed.has(row.id),
      "part-season":
        work !== null && member !== undefined && (freeMonths(member) & work.months) !== work.months,
      "asked-elsewhere": rival !== undefined,
      "enough-projects": household.liveProjects >= policy["plan.projectsPerHousehold"],
      "score-fell": "score" in answer && scoreOf(application) - answer.score >= mildFall,
    };
    judged.push({
      application,
      problem,
      warnings: warnings.filter((warning) => seen[warning]),
      rival: rival?.posting ?? null,
    });
  }
  const rank = (a: Assessment) => (a.problem ? 0 : a.warnings.length > 0 ? 1 : 2);
  return judged.sort((a, b) => rank(a) - rank(b));
}

const scoreOf = (a: WholeApplication): number => ("score" in a && typeof a.score === "number" ? a.score : 0);

type ClaimOf = Awaited<ReturnType<typeof openClaims>>[number];
const isRival = (other: ClaimOf, mine: ClaimOf) =>
  other.applicationId !== mine.applicationId && other.household === mine.household && clash(other, mine);

const notEligible = (missing: ReturnType<typeof standing>): Problem | null =>
  missing && { code: "not-eligible", data: missing };

function problemOf(application: WholeApplication, fact: PostingFacts): Problem | null {
  if ("ownCase" in application && application.ownCase) return { code: "own-case", data: {} };
  if (application.consentHow === null) return { code: "word-missing", data: {} };
  if (fact.state !== "published" || !fact.stands) return { code: "posting-closed", data: {} };
  return null;
}

async function bindingProblem(
  { householdCode }: typeof applications.$inferSelect,
  { posting }: PostingFacts,
): Promise<Problem | null> {
  if (posting.kind !== "equity") return null;
  const { enterpriseId, bindingLink } = posting;
  const bound = await hasBinding(db, { application: { householdCode }, enterpriseId }, bindingLink);
  return bound ? null : { code: "binding-missing", data: {} };
}
