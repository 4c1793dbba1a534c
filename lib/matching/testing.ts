import {
  bindingLinks,
  type LaborClass,
  laborClasses,
  parcelKinds,
  parcelUses,
  skills as skillWords,
  terms,
  workKinds,
} from "@/db/words";
import type {
  ContractPosting,
  County,
  CountyHousehold,
  CountyMember,
  CountyParcel,
  CountyPosting,
  EquityPosting,
  JobPosting,
  LandPosting,
  MembershipPosting,
  OrderPosting,
} from "@/lib/matching/county";

/** Counties for tests and benchmarks, the same for the same seed; the demo county is made in lib/demo. */

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const below = (random: Random, n: number) => Math.floor(random() * n);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;
const some = <T>(random: Random, list: readonly T[], share: number) => list.filter(() => random() < share);
const two = (n: number) => String(n).padStart(2, "0");

/** The day generated counties are asked about. */
export const testDay = "2026-11-23";

export const aMember = (given: Partial<CountyMember> = {}): CountyMember => ({
  id: "M1",
  birth: "1980-05-01",
  atSchool: false,
  laborClass: "ordinary",
  skills: [],
  boundMonths: 0,
  ...given,
});

export const aParcel = (given: Partial<CountyParcel> = {}): CountyParcel => ({
  id: "L1",
  kind: "tea",
  use: "idle",
  offered: false,
  areaMu100: 250,
  agreedMu100: 0,
  ...given,
});

export const aHousehold = (given: Partial<CountyHousehold> = {}): CountyHousehold => ({
  code: "H00001",
  village: "610724100201",
  point: { lat: 33, lon: 107.8 },
  listed: true,
  persons: given.members?.length ?? 1,
  allottedPersons: 0,
  incomePerPersonFen: null,
  liveProjects: 0,
  members: [aMember()],
  parcels: [],
  ...given,
});

const aPosting = {
  id: "P1",
  enterpriseId: "E1",
  term: "short",
  village: "610724100201",
  point: { lat: 33, lon: 107.8 },
  radiusKm: null,
  open: true,
  capacity: 1000,
  taken: 0,
} as const;

export const aJob = (given: Partial<JobPosting> = {}): JobPosting => ({
  ...aPosting,
  kind: "job",
  months: 0b11100,
  work: "ordinary",
  ageMin: null,
  ageMax: null,
  skills: [],
  skillsRequired: false,
  lodging: false,
  ...given,
});

export const aLand = (given: Partial<LandPosting> = {}): LandPosting => ({
  ...aPosting,
  kind: "land",
  parcelKinds: ["tea", "dry"],
  minMu100: 100,
  fullMu100: null,
  ...given,
});

export const anEquity = (given: Partial<EquityPosting> = {}): EquityPosting => ({
  ...aPosting,
  kind: "equity",
  bindingLink: "labor",
  bindingLive: true,
  ...given,
});

export const anOrder = (given: Partial<OrderPosting> = {}): OrderPosting => ({
  ...aPosting,
  kind: "order",
  parcelKinds: ["tea"],
  yieldJin: 120,
  minJin: 50,
  fullJin: 600,
  ...given,
});

export const aMembership = (given: Partial<MembershipPosting> = {}): MembershipPosting => ({
  ...aPosting,
  kind: "membership",
  villages: null,
  ...given,
});

export const aContract = (given: Partial<ContractPosting> = {}): ContractPosting => ({
  ...aPosting,
  kind: "contract",
  months: 0b11100,
  skills: [],
  maxPlots: 3,
  ...given,
});

/** Labor classes with the weights of a poor mountain county: about half of all people can work. */
const classes: readonly LaborClass[] = [
  ...Array<LaborClass>(9).fill("ordinary"),
  ...Array<LaborClass>(7).fill("none"),
  "weak",
  "weak",
  "skilled",
  "lost",
];

function randomMember(random: Random, id: string): CountyMember {
  const year = 2026 - below(random, 85);
  return {
    id,
    birth: `${year}-${two(1 + below(random, 12))}-${two(1 + below(random, 28))}`,
    atSchool: random() < 0.15,
    laborClass: random() < 0.1 ? pick(random, laborClasses) : pick(random, classes),
    skills: some(random, skillWords, 0.06),
    boundMonths: random() < 0.2 ? below(random, 4096) : 0,
  };
}

function randomParcel(random: Random, id: string): CountyParcel {
  const areaMu100 = 10 + below(random, 600);
  return {
    id,
    kind: pick(random, parcelKinds),
    use: pick(random, parcelUses),
    offered: random() < 0.5,
    areaMu100,
    agreedMu100: random() < 0.15 ? below(random, areaMu100 + 1) : 0,
  };
}

export type CountyPlan = {
  seed: number;
  households: number;
  postings?: number;
  /** Households sit around villages; one village to so many of them. */
  perVillage?: number;
  /** Side of the square they live in, degrees; grows with the root of the households when left out. */
  side?: number;
  /** Share of households without a point of their own. */
  atVillage?: number;
};

type Village = { code: string; point: { lat: number; lon: number } };

function villagesOf(plan: CountyPlan, random: Random): Village[] {
  const count = Math.max(1, Math.round(plan.households / (plan.perVillage ?? 91)));
  // 0.6 degrees hold the real county's 19,542 households.
  const side = plan.side ?? 0.6 * Math.sqrt(plan.households / 19_542);
  // However wide, it lies on the Earth: no village beyond a pole, with room for what stands around it.
  const high = Math.min(side, 2 * (89.9 - 33));
  return Array.from({ length: count }, (_, i) => ({
    code: String(610_724_000_000 + 200 + i),
    point: { lat: 33 + (random() - 0.5) * high, lon: 107.8 + (random() - 0.5) * side },
  }));
}

function randomHousehold(random: Random, i: number, villages: readonly Village[], atVillage: number) {
  const village = pick(random, villages);
  const code = `H${String(i + 1).padStart(7, "0")}`;
  const members = Array.from({ length: 1 + below(random, 5) }, (_, m) =>
    randomMember(random, `${code}-${m}`),
  );
  const parcels = Array.from({ length: below(random, 4) }, (_, p) => randomParcel(random, `${code}-L${p}`));
  const jitter = () => (random() - 0.5) * 0.02;
  const point =
    random() < atVillage
      ? village.point
      : { lat: village.point.lat + jitter(), lon: village.point.lon + jitter() };
  return {
    code,
    village: village.code,
    point,
    listed: random() > 0.01,
    persons: members.length,
    allottedPersons: random() < 0.2 ? below(random, members.length + 1) : 0,
    incomePerPersonFen: random() < 0.05 ? null : Math.round(180_000 + random() * 500_000 - 100_000),
    liveProjects: random() < 0.7 ? 1 + below(random, 2) : 0,
    members,
    parcels,
  };
}

/** A run of months of the year that may wrap around its end, as bits. */
function someMonths(random: Random): number {
  const from = below(random, 12);
  let months = 0;
  for (let i = 0, n = 1 + below(random, 12); i < n; i++) months |= 1 << ((from + i) % 12);
  return months;
}

export function randomPosting(random: Random, i: number, villages: readonly Village[]): CountyPosting {
  const village = pick(random, villages);
  const base = {
    id: `P${String(i + 1).padStart(5, "0")}`,
    enterpriseId: `E${below(random, 338)}`,
    term: pick(random, terms),
    village: village.code,
    point: village.point,
    radiusKm: random() < 0.1 ? 5 + below(random, 40) : null,
    open: random() > 0.05,
    capacity: 1 + below(random, 40),
    taken: 0,
  };
  const kind = random();
  if (kind < 0.4) {
    const wanted = some(random, skillWords, 0.08);
    return {
      ...base,
      kind: "job",
      months: someMonths(random),
      work: pick(random, workKinds),
      ageMin: random() < 0.3 ? 16 + below(random, 10) : null,
      ageMax: random() < 0.4 ? 45 + below(random, 25) : null,
      skills: wanted,
      skillsRequired: random() < 0.3,
      lodging: random() < 0.2,
    };
  }
  if (kind < 0.6) {
    const minMu100 = 50 + below(random, 200);
    const parcelKindsWanted = some(random, parcelKinds, 0.4);
    return {
      ...base,
      kind: "land",
      capacity: 1000 + below(random, 50_000),
      parcelKinds: parcelKindsWanted.length > 0 ? parcelKindsWanted : ["tea"],
      minMu100,
      fullMu100: random() < 0.3 ? minMu100 + below(random, 1000) : null,
    };
  }
  if (kind < 0.7)
    return { ...base, kind: "equity", bindingLink: pick(random, bindingLinks), bindingLive: random() > 0.1 };
  if (kind < 0.82) {
    const minJin = 1 + below(random, 400);
    return {
      ...base,
      kind: "order",
      capacity: 1000 + below(random, 50_000),
      // Some need no land.
      parcelKinds: some(random, parcelKinds, 0.3),
      yieldJin: 20 + below(random, 1500),
      minJin,
      fullJin: minJin + below(random, 3000),
    };
  }
  if (kind < 0.91) {
    const own = some(random, villages, 0.3).map((v) => v.code);
    return { ...base, kind: "membership", villages: random() < 0.5 ? own : null };
  }
  return {
    ...base,
    kind: "contract",
    months: someMonths(random),
    skills: some(random, skillWords, 0.08),
    maxPlots: 1 + below(random, 5),
  };
}

/** Households one after the other, so that two million need not be held at once. */
export function* householdsOf(plan: CountyPlan): Generator<CountyHousehold> {
  const random = randomFrom(plan.seed);
  const villages = villagesOf(plan, random);
  for (let i = 0; i < plan.households; i++) yield randomHousehold(random, i, villages, plan.atVillage ?? 0.3);
}

/** A whole generated county. */
export function aCounty(
  plan: CountyPlan,
): County & { households: CountyHousehold[]; postings: CountyPosting[] } {
  const villages = villagesOf(plan, randomFrom(plan.seed));
  const random = randomFrom(plan.seed + 1);
  const postings = Array.from({ length: plan.postings ?? 0 }, (_, i) => randomPosting(random, i, villages));
  return { households: [...householdsOf(plan)], postings };
}
