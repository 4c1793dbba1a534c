/** The whole demo county in memory: every part drawn from the seed, every match judged by the real rules. */
import { addDays } from "@/lib/clock/clock";
import { type Account, householdAccount, type Staff, staffOf } from "@/lib/demo/accounts";
import { casesOf } from "@/lib/demo/cases";
import { coverAll, nearestFirst } from "@/lib/demo/coverage";
import { type Fate, fatesOf } from "@/lib/demo/endings";
import { type Enterprise, enterprisesOf } from "@/lib/demo/enterprises";
import { furtherCases, furtherLinks } from "@/lib/demo/further-matches";
import { openFurther, pastFurther } from "@/lib/demo/further-postings";
import { officeHour } from "@/lib/demo/ids";
import { type Application, applicationMaker, type Candidate, candidateOf, fitting } from "@/lib/demo/matches";
import { type DemoEnterprises, deskPostings, keepFull, openPostings } from "@/lib/demo/open";
import { type PastChange, pastChangesOf } from "@/lib/demo/past-changes";
import { demoVillages, type Village, villagesOf } from "@/lib/demo/places";
import { closePast, type Posting, pastPostings, postingMaker } from "@/lib/demo/postings";
import { randomOf } from "@/lib/demo/random";
import { type Household, registryOf } from "@/lib/demo/registry";
import { totalsAt } from "@/lib/demo/totals";
import type { DivisionRow } from "@/lib/divisions/divisions";
import { reachBand } from "@/lib/matching/bands";
import { distanceKm, straightKm } from "@/lib/matching/distance";
import { eligibility } from "@/lib/matching/eligibility";
import { defaultPolicy } from "@/lib/policy/policy";

/**
 * The last day of the demo's past: by it every covered household's match is final. Ages are counted on it.
 * What is open or under way is dated from the day of seeding, so that the demo makes sense whenever it starts.
 */
export const pastEndsOn = "2026-10-31";

export type DemoCounty = {
  villages: Village[];
  households: Household[];
  enterprises: Enterprise[];
  postings: Posting[];
  applications: Application[];
  /** What village workers changed in the demo villages' records. */
  changes: PastChange[];
  /** What became of some agreements, besides running. */
  fates: Map<Application, Fate>;
  staff: Staff;
  accounts: Account[];
  pastEndsOn: string;
  /** The day of seeding. */
  today: string;
};

export type DemoOptions = {
  /** 1 = the whole county. */
  scale: number;
  seed: number;
  /** The day of seeding, YYYY-MM-DD. */
  today: string;
};

export function demoCounty(rows: readonly DivisionRow[], { scale, seed, today }: DemoOptions): DemoCounty {
  const day = today < pastEndsOn ? today : pastEndsOn;
  const totals = totalsAt(scale);
  const villages = villagesOf(rows, randomOf(seed, "places"));
  const households = registryOf(villages, totals, seed, day);
  const near = (village: Village, n: number) =>
    villages
      .map((v) => ({ v, km: straightKm(village, v) }))
      .sort((a, b) => a.km - b.km || (a.v.code < b.v.code ? -1 : 1))
      .slice(0, n)
      .map(({ v }) => v);
  const enterprises = enterprisesOf(totals.enterprises, villages, near, day, randomOf(seed, "enterprises"));
  const demo = demoEnterprises(enterprises);
  const startedAt = officeHour(addDays(day, -660), 0);
  const staff = staffOf(villages, enterprises, demo, startedAt, randomOf(seed, "staff"));

  const make = postingMaker(staff.officers, randomOf(seed, "postings"));
  const pastRandom = randomOf(seed, "past");
  const past = enterprises.flatMap((enterprise) => pastPostings(make, enterprise, day, pastRandom));
  const candidates = households.map(candidateOf);
  const maker = applicationMaker(staff, addDays(today, -1), randomOf(seed, "applications"));
  const finals = coverAll(candidates, nearestFirst(villages, past), maker, day, randomOf(seed, "coverage"));
  const filled = past.filter((posting) => posting.county.taken > 0);
  for (const posting of filled) closePast(posting);
  for (const posting of filled.filter((p) => p.county.kind === "job").slice(0, 6)) keepFull(posting, today);

  const furtherRandom = randomOf(seed, "further");
  const pastLinks = pastFurther(make, enterprises, day, furtherRandom);
  const openRandom = randomOf(seed, "open");
  const open = openPostings(totals.openPostings, enterprises, demo, make, today, openRandom);
  const desk = deskPostings(enterprises, demo, make, staff.officers, today, openRandom);
  const further = openFurther(totals.openPostings, enterprises, demo, make, today, furtherRandom);
  const shown = Object.entries(demoVillages).map(([name, code], i) =>
    shownHousehold(candidates, code, open, Object.values(demo)[i] as Enterprise, today, name),
  );
  const uncovered = candidates.filter((c) => !c.household.covered && !shown.includes(c));
  const cases = casesOf(uncovered, open, demo, maker, today, randomOf(seed, "cases"));
  // What came later to the demo is drawn last, so that everything before stays as it was.
  const links = furtherLinks(candidates, nearestFirst(villages, pastLinks), maker, day, furtherRandom);
  const filledLinks = pastLinks.filter((posting) => posting.county.taken > 0);
  for (const posting of filledLinks) closePast(posting);
  const busy = new Set(cases.map((a) => a.household.code));
  const free = uncovered.filter((c) => !busy.has(c.household.code));
  const waiting = furtherCases(free, further.slice(0, 12), maker, today, furtherRandom);
  const postings = [...filled, ...open, ...desk, ...filledLinks, ...further];
  fixReach(postings, candidates, today);

  const earner = earningHousehold(finals, demoVillages.village);
  const householdAccounts = [...shown.map(({ household }) => household), earner].map((household, i) =>
    householdAccount(i === 0 ? "household" : `household${i + 1}`, household, i + 1, startedAt),
  );
  const fates = fatesOf(finals, demo, today, randomOf(seed, "fates"));
  // What ended gave its place back.
  for (const [one, fate] of fates) if (fate.kind === "ended") one.posting.county.taken -= one.bring.size;
  return {
    villages,
    households,
    enterprises,
    postings,
    applications: [...finals, ...cases, ...links, ...waiting],
    changes: pastChangesOf(households, staff.workerOf, day, randomOf(seed, "changes")),
    fates,
    staff,
    accounts: [...staff.accounts, ...householdAccounts],
    pastEndsOn: day,
    today,
  };
}

function demoEnterprises(enterprises: readonly Enterprise[]): DemoEnterprises {
  const first = (kind: Enterprise["kind"]) => enterprises.find((e) => e.kind === kind) as Enterprise;
  return { enterprise: first("leading"), enterprise2: first("cooperative") };
}

/** The household with the most kinds of money, wages first; of several the one of this village. */
function earningHousehold(finals: readonly Application[], villageCode: string): Household {
  const kinds = new Map<Household, Set<string>>();
  for (const { household, posting } of finals)
    kinds.set(household, (kinds.get(household) ?? new Set()).add(posting.county.kind));
  const worth = (household: Household, of: Set<string>) =>
    of.size * 10 + (of.has("job") ? 5 : 0) + (household.village.code === villageCode ? 1 : 0);
  const [best] = [...kinds].sort(([a, x], [b, y]) => worth(b, y) - worth(a, x) || (a.code < b.code ? -1 : 1));
  if (!best) throw new Error("the demo has no household with an agreement");
  return best[0];
}

/** The uncovered household of a demo village that fits its enterprise's open jobs best. */
function shownHousehold(
  candidates: readonly Candidate[],
  villageCode: string,
  open: readonly Posting[],
  enterprise: Enterprise,
  today: string,
  name: string,
): Candidate {
  const jobs = open.filter((p) => p.project.enterprise === enterprise && p.county.kind === "job");
  const best = candidates
    .filter((c) => c.household.village.code === villageCode && !c.household.covered)
    .map((candidate) => ({
      candidate,
      score: Math.max(...jobs.map((p) => fitting(candidate, p, today)?.frozen.score ?? 0)),
    }))
    .sort((a, b) => b.score - a.score || (a.candidate.view.code < b.candidate.view.code ? -1 : 1))[0];
  if (!best) throw new Error(`the demo has no uncovered household for the account of ${name}`);
  return best.candidate;
}

/** How many households fit, as a band, counted when a posting is reviewed; 100 are as good as all. */
function fixReach(postings: readonly Posting[], candidates: readonly Candidate[], today: string): void {
  for (const posting of postings) {
    if (posting.publishedAt === null) continue;
    let fits = 0;
    for (const { view } of candidates) {
      const { county } = posting;
      const km = county.radiusKm === null ? 0 : distanceKm(view, county, defaultPolicy);
      if ("fit" in eligibility(view, county, km, defaultPolicy, today)) fits += 1;
      if (fits === 100) break;
    }
    posting.reachBand = reachBand(fits);
  }
}
