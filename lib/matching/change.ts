import { type AskedWork, askedWork, type CountyHousehold, type CountyPosting } from "@/lib/matching/county";
import { eligibility } from "@/lib/matching/eligibility";
import { capacityOf, freeMonths, monthCount } from "@/lib/matching/labor";
import { couldDeliverJin, needsLand } from "@/lib/matching/order";
import { byScore } from "@/lib/matching/rank";
import { distancePart, halfKmOf, jobLabor, type Scored, weighted } from "@/lib/matching/score";
import { type Factors, type Policy, weightsOf } from "@/lib/policy/policy";

/**
 * A single change that would bring a household below the cut above it: so many more free months of one
 * member, so many km nearer, so much more land on offer. `share` compares them: of the job's months, of its
 * way, of the area that counts in full. Labor, income and projects are no knobs to turn and never suggested.
 */
export type Change =
  | { unit: "months"; by: number; share: number }
  | { unit: "km"; byKm: number; toKm: number; share: number }
  | { unit: "mu"; byMu100: number; toMu100: number; share: number };

/** The last row that still gets in: a household must rank before it. */
export type Cut = { score: number; code: string };

/**
 * All single changes that would do, each the least of its kind (months whole, km and mu in hundredths), the
 * smallest first. Empty when none of them alone is enough.
 * @param cut the last household above the cut; `scored` is this household's own match, below it.
 */
export function changesAbove(
  household: CountyHousehold,
  posting: CountyPosting,
  scored: Scored,
  cut: Cut,
  policy: Policy,
  today: string,
): Change[] {
  const weights = weightsOf(policy, posting.kind);
  const above = (changed: Partial<Factors>) =>
    byScore({ score: weighted({ ...scored.parts, ...changed }, weights), code: household.code }, cut) < 0;
  const changes: Change[] = [];
  const work = askedWork(posting);
  if (work !== null) {
    const by = leastMonths(household, posting, work, scored, policy, today, (labor) => above({ labor }));
    if (by !== null) changes.push({ unit: "months", by, share: by / monthCount(work.months) });
  }
  const halfKm = halfKmOf(posting, policy);
  const nearEnough = (hundredths: number) => above({ distance: distancePart(hundredths / 100, halfKm) });
  // Nearer is better, so "not near enough" turns true once: the highest hundredth that will do precedes it.
  const tooFar = leastWhere(0, Math.floor(scored.distanceKm * 100), (km100) => !nearEnough(km100));
  if (tooFar > 0) {
    const toKm = (tooFar - 1) / 100;
    const byKm = scored.distanceKm - toKm;
    changes.push({ unit: "km", byKm, toKm, share: byKm / scored.distanceKm });
  }
  const land = landOf(posting, scored, policy);
  if (land !== null) {
    const { now, full, part } = land;
    const to = leastWhere(now + 1, full, (mu100) => above({ land: part(mu100) }));
    if (to <= full) changes.push({ unit: "mu", byMu100: to - now, toMu100: to, share: (to - now) / full });
  }
  return changes.sort((a, b) => a.share - b.share);
}

/** Kinds that gain by more land: what there is now, where it counts in full, and the land part in between. */
function landOf(posting: CountyPosting, { fit }: Scored, policy: Policy) {
  if (posting.kind === "land" && fit.kind === "land") {
    const full = posting.fullMu100 ?? Math.ceil(policy["land.fullTimesMin"] * posting.minMu100);
    return { now: fit.offeredMu100, full, part: (mu100: number) => Math.min(1, mu100 / full) };
  }
  if (posting.kind === "order" && fit.kind === "order" && needsLand(posting)) {
    const full = Math.ceil((posting.fullJin * 100) / posting.yieldJin);
    const part = (mu100: number) => Math.min(1, couldDeliverJin(posting, mu100, fit.units) / posting.fullJin);
    return { now: fit.mu100, full, part };
  }
  if (fit.kind === "membership") {
    const muInFull = policy["land.membershipMu"];
    const part = (mu100: number) => Math.min(1, mu100 / 100 / muInFull);
    return { now: fit.mu100, full: Math.ceil(100 * muInFull), part };
  }
  return null;
}

/** The least whole number in from…to for which a condition, once true always true, holds; to + 1 if none. */
function leastWhere(from: number, to: number, holds: (n: number) => boolean): number {
  let low = from;
  let high = to + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The fewest further free months of any one member, also of one who is not free at all now. */
function leastMonths(
  household: CountyHousehold,
  posting: CountyPosting,
  work: AskedWork,
  scored: Scored,
  policy: Policy,
  today: string,
  enough: (labor: number) => boolean,
): number | null {
  const unbound = { ...household, members: household.members.map((m) => ({ ...m, boundMonths: 0 })) };
  const answer = eligibility(unbound, posting, scored.distanceKm, policy, today);
  if ("leftOut" in answer || !("workers" in answer.fit)) return null;
  const able = new Set(answer.fit.workers.map((m) => m.id));
  const all = monthCount(work.months);
  let least: number | null = null;
  for (const member of household.members) {
    if (!able.has(member.id)) continue;
    const free = monthCount(freeMonths(member) & work.months);
    const wanted = work.skills;
    const skill =
      wanted.length === 0 ? 1 : wanted.filter((s) => member.skills.includes(s)).length / wanted.length;
    const labor = (by: number) =>
      Math.max(
        scored.parts.labor,
        jobLabor(capacityOf(member.laborClass, policy), skill, (free + by) / all, policy),
      );
    const by = leastWhere(1, all - free, (n) => enough(labor(n)));
    if (by <= all - free && (least === null || by < least)) least = by;
  }
  return least;
}
