/** Instances for the benchmarks of the plan's solver, from a seed: counties, and the published GAP classes. */
import { type Instance, InstanceBuilder } from "@/lib/matching/plan/instance";

/** Numbers in [0, 1) from a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface CountySize {
  readonly households: number;
  readonly postings: number;
  /** Options a household keeps, its best ones; left out = every eligible pair. */
  readonly options?: number;
  /** Positions (and mu, and persons) on offer, as a share of what is asked for. */
  readonly supply: number;
  readonly mixed: boolean;
  readonly seed: number;
}

/** What a bin takes. */
const kinds = ["job", "land", "equity"] as const;
type Kind = (typeof kinds)[number];

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Shares of pairs that are eligible by kind, so that a household of one worker sees about 287 of 1,000 postings. */
const eligible: Record<Kind, number> = { job: 0.287, land: 0.4, equity: 0.4 };
const halfKm: Record<Kind, number> = { job: 8, land: 4, equity: 40 };
const bonus = 100_000;

/**
 * A county: households and postings in villages on a square, values as in matching.md §3 × 100, bonus 1000 × 100.
 * Sizes 1: one worker a household (a second in 3 of 10). Mixed: also a parcel (mu × 100) and unallotted persons.
 */
export function county(size: CountySize): Instance {
  const next = random(size.seed);
  const sideKm = 60 * Math.sqrt(size.households / 19_542);
  const villages: Place[] = Array.from({ length: Math.ceil(size.households / 91) }, () => ({
    x: next() * sideKm,
    y: next() * sideKm,
  }));
  const village = () => villages[Math.floor(next() * villages.length)]!;
  const kindOf = (j: number): Kind => (!size.mixed || j % 10 < 5 ? "job" : j % 10 < 8 ? "land" : "equity");
  const postings = Array.from({ length: size.postings }, (_, j) => ({
    ...village(),
    kind: kindOf(j),
    share: 0.3 + next() ** 2 * 3,
  }));
  const households = Array.from({ length: size.households }, () => {
    const items: { kind: Kind; size: number; ability: number }[] = [];
    const workers = !size.mixed ? (next() < 0.3 ? 2 : 1) : next() < 0.3 ? 0 : next() < 0.5 ? 1 : 2;
    for (let w = 0; w < workers; w++) items.push({ kind: "job", size: 1, ability: next() });
    if (size.mixed && next() < 0.7)
      items.push({ kind: "land", size: 50 + Math.floor(next() ** 2 * 900), ability: next() });
    if (size.mixed && (items.length === 0 || next() < 0.6))
      items.push({ kind: "equity", size: 1 + Math.floor(next() * 5), ability: next() });
    return { ...village(), need: next(), items };
  });
  const asked: Record<Kind, number> = { job: 0, land: 0, equity: 0 };
  for (const household of households) for (const item of household.items) asked[item.kind] += item.size;
  const shares: Record<Kind, number> = { job: 0, land: 0, equity: 0 };
  for (const posting of postings) shares[posting.kind] += posting.share;
  const perGroup = size.options ?? 287;
  const builder = new InstanceBuilder(Math.ceil(size.households * perGroup * 1.4));
  for (const [j, { kind, share }] of postings.entries())
    builder.addBin(`P${j}`, Math.max(1, Math.round((asked[kind] * size.supply * share) / shares[kind])));
  const binsOf: Record<Kind, number[]> = { job: [], land: [], equity: [] };
  for (const [j, posting] of postings.entries()) binsOf[posting.kind].push(j);
  for (const [h, household] of households.entries()) {
    builder.addGroup(`H${h}`, { limit: 2, bonus });
    const each = size.options && Math.ceil(size.options / household.items.length);
    for (const [k, item] of household.items.entries()) {
      builder.addItem(`H${h}-${k}`);
      const options: { bin: number; value: number }[] = [];
      const among = binsOf[item.kind];
      // A county of 200,000 is not scanned pair by pair: there a household looks at 400 postings.
      const looks = among.length > 1_000 ? 400 : among.length;
      const from = looks < among.length ? Math.floor(next() * among.length) : 0;
      const share = size.options
        ? eligible[item.kind]
        : eligible[item.kind] / (household.items.length > 1 ? 1.2 : 1);
      for (let n = 0; n < looks; n++) {
        if (next() >= share) continue;
        const bin = among[(from + n) % among.length]!;
        const posting = postings[bin]!;
        const km = 1.4 * Math.hypot(posting.x - household.x, posting.y - household.y);
        const fit = 0.5 * item.ability + 0.3 * next();
        const score = 50 * fit + 30 * 2 ** (-km / halfKm[item.kind]) + 20 * household.need;
        options.push({ bin, value: Math.round(score * 100) });
      }
      if (each && options.length > each)
        options.sort((a, b) => b.value - a.value || a.bin - b.bin).length = each;
      for (const option of options) builder.addOption(option.bin, item.size, option.value);
    }
  }
  return builder.build();
}

export const gapClasses = ["A", "B", "C", "D", "E"] as const;
export type GapClass = (typeof gapClasses)[number];

/** A GAP instance cast as ours: a group per job, and what a cost c is worth, `offset` − c; a bonus for being placed. */
export interface GapInstance {
  readonly instance: Instance;
  readonly offset: number;
  readonly jobs: number;
}

const placed = 1_000_000;

/**
 * The published generators (Chu & Beasley 1997 for A–D, Yagiura et al. 2004 for E): costs of n jobs on m agents.
 * Cost of a plan = jobs × (offset + bonus) − value, and so for the bound: the gap is measured on cost.
 */
export function gapInstance(kind: GapClass, agents: number, jobs: number, seed: number): GapInstance {
  const next = random(seed);
  const uniform = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const size: number[][] = [];
  const cost: number[][] = [];
  for (let i = 0; i < agents; i++) {
    size.push([]);
    cost.push([]);
    for (let j = 0; j < jobs; j++) {
      if (kind === "E") {
        const a = 1 - 10 * Math.log(1 - next());
        size[i]!.push(Math.max(1, Math.round(a)));
        cost[i]!.push(Math.max(1, Math.round(1000 / a - 10 * next())));
        continue;
      }
      const a = kind === "D" ? uniform(1, 100) : uniform(5, 25);
      size[i]!.push(a);
      cost[i]!.push(kind === "D" ? 111 - a + uniform(-10, 10) : uniform(10, 50));
    }
  }
  const total = (i: number) => size[i]!.reduce((sum, a) => sum + a, 0);
  let least = 0;
  if (kind === "A" || kind === "B") {
    // R = the load of the fullest agent if every job went where it is cheapest.
    const load = new Float64Array(agents);
    for (let j = 0; j < jobs; j++) {
      let best = 0;
      for (let i = 1; i < agents; i++) if (cost[i]![j]! < cost[best]![j]!) best = i;
      load[best]! += size[best]![j]!;
    }
    least = Math.max(...load);
  }
  const slack = (jobs / agents) * 15;
  const capacity = (i: number) => {
    if (kind === "A") return Math.round(0.6 * slack + 0.4 * least);
    if (kind === "B") return Math.round(0.7 * (0.6 * slack + 0.4 * least));
    return Math.round((0.8 * total(i)) / agents);
  };
  let offset = 0;
  for (const row of cost) for (const c of row) offset = Math.max(offset, c);
  const builder = new InstanceBuilder(agents * jobs);
  for (let i = 0; i < agents; i++) builder.addBin(`A${i}`, capacity(i));
  for (let j = 0; j < jobs; j++) {
    builder.addGroup(`J${j}`, { limit: 1, bonus: placed });
    builder.addItem(`J${j}`);
    for (let i = 0; i < agents; i++) builder.addOption(i, size[i]![j]!, offset - cost[i]![j]!);
  }
  return { instance: builder.build(), offset: offset + placed, jobs };
}
