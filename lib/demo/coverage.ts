/** Gives every household that is to be covered its live project: work or land, and shares to some besides. */
import { postingKinds } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import { demoId } from "@/lib/demo/ids";
import type { Parcel } from "@/lib/demo/land";
import {
  type Application,
  type ApplicationMaker,
  type Candidate,
  candidateOf,
  type Fitting,
  fitting,
  isAtHome,
} from "@/lib/demo/matches";
import type { Village } from "@/lib/demo/places";
import type { Posting } from "@/lib/demo/postings";
import type { Random } from "@/lib/demo/random";
import { straightKm } from "@/lib/matching/distance";
import { offeredMu100, postingProblem } from "@/lib/matching/eligibility";

type Kind = Posting["county"]["kind"];
export type Near = (villageCode: string, kind: Kind) => Posting[];

/** Postings by kind from the nearest on, for each village. The lists may be shortened. */
export function nearestFirst(villages: readonly Village[], postings: readonly Posting[]): Near {
  const lists = new Map<string, Posting[]>();
  for (const kind of postingKinds) {
    const ofKind = postings.filter((p) => p.county.kind === kind);
    for (const village of villages) {
      const km = new Map(ofKind.map((p) => [p, straightKm(village, p.county.point)]));
      const order = [...ofKind].sort((a, b) => (km.get(a) ?? 0) - (km.get(b) ?? 0));
      lists.set(`${village.code}:${kind}`, order);
    }
  }
  return (villageCode, kind) => lists.get(`${villageCode}:${kind}`) ?? [];
}

type Found = { posting: Posting; found: Fitting };

/**
 * The nearest posting that takes the household; now and then one a little farther, as in life. Postings
 * that are full leave the list on the way.
 */
function nearestFit(candidate: Candidate, list: Posting[], day: string, random: Random): Found | null {
  let kept: Found | null = null;
  for (let i = 0; i < list.length; i++) {
    const posting = list[i] as Posting;
    if (postingProblem(posting.county)) {
      list.splice(i--, 1);
      continue;
    }
    const found = fitting(candidate, posting, day);
    if (!found) continue;
    if (random.chance(0.7)) return { posting, found };
    kept ??= { posting, found };
  }
  return kept;
}

/** A household whom nothing fits yet lets its largest field lie idle, or has a plot of dry land. */
function openLand(candidate: Candidate, counter: number): void {
  const { household, view } = candidate;
  const largest = household.parcels
    .filter((p) => p.kind === "dry" && p.areaMu100 >= 80)
    .sort((a, b) => b.areaMu100 - a.areaMu100)[0];
  const plot: Parcel = largest ?? {
    id: demoId("P", 900_000 + counter, household.registeredAt),
    kind: "dry",
    areaMu100: 80 + ((counter * 37) % 220),
    use: "idle",
    offered: false,
  };
  plot.use = "idle";
  plot.offered = false;
  if (!largest) household.parcels.push(plot);
  view.parcels = candidateOf(household).view.parcels;
}

/**
 * Final applications so that exactly the households marked as covered have a live project, some of them two.
 * @param day the last day of the demo's past: every notice is over by then.
 */
export function coverAll(
  candidates: readonly Candidate[],
  near: Near,
  maker: ApplicationMaker,
  day: string,
  random: Random,
): Application[] {
  const applications: Application[] = [];
  const covered = random.shuffle(candidates.filter((c) => c.household.covered));
  covered.forEach((candidate, i) => {
    const appliedOn = addDays(day, -random.int(110, 415));
    const { code } = candidate.household.village;
    const hasHands = candidate.view.members.some((m) => m.laborClass !== "none" && isAtHome(candidate, m.id));
    const jobFirst = hasHands && random.chance(0.62);
    const find = (kind: Kind) => nearestFit(candidate, near(code, kind), appliedOn, random);
    const findJob = () => (hasHands ? find("job") : null);
    const findLand = () => (candidate.view.parcels.some((p) => offeredMu100(p) > 0) ? find("land") : null);
    let best = jobFirst ? (findJob() ?? findLand()) : (findLand() ?? findJob());
    if (!best) {
      openLand(candidate, i);
      best = find("land");
    }
    if (!best) throw new Error("the demo's past has too little room for land");
    const first = maker.write(candidate, best.posting, best.found, appliedOn, "final");
    applications.push(first);
    const second = secondOf(candidate, first, near, day, random);
    if (second)
      applications.push(maker.write(candidate, second.posting, second.found, second.appliedOn, "final"));
  });
  return applications;
}

/** Shares in the enterprise one already works for or rents to; or, to a few, land besides work. */
function secondOf(candidate: Candidate, first: Application, near: Near, day: string, random: Random) {
  const appliedOn = addDays(day, -random.int(45, 70));
  const { enterprise } = first.posting.project;
  const link = first.posting.county.kind === "job" ? "labor" : "land";
  const { code } = candidate.household.village;
  if (random.chance(0.5)) {
    const posting = near(code, "equity").find(
      ({ county, project }) =>
        project.enterprise === enterprise && county.kind === "equity" && county.bindingLink === link,
    );
    const found = posting && fitting(candidate, posting, appliedOn);
    return found ? { posting, found, appliedOn } : null;
  }
  if (first.posting.county.kind !== "job" || !random.chance(0.12)) return null;
  for (const posting of near(code, "land").slice(0, 12)) {
    const found = fitting(candidate, posting, appliedOn);
    if (found) return { posting, found, appliedOn };
  }
  return null;
}
