/** Figures of the plan's solver. Alone: `npx tsx scripts/bench/plan.ts [name…]` runs those whose name has the word. */
import { performance } from "node:perf_hooks";
import { check } from "@/lib/matching/plan/check";
import type { Instance } from "@/lib/matching/plan/instance";
import { replan } from "@/lib/matching/plan/replan";
import { type Rules, withRules } from "@/lib/matching/plan/rules";
import { type Solution, solve } from "@/lib/matching/plan/solve";
import { type CountySize, county, gapClasses, gapInstance, random } from "@/scripts/bench/plan-instances";

/** A figure: `must` and `aim` are upper limits in the same unit. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly must?: number;
  readonly aim?: number;
}

/** One benchmark; it may give several rows. */
interface Bench {
  readonly name: string;
  readonly run: () => Row[];
}

const full = { households: 19_542, postings: 1_000, seed: 1 };

/** Solves, checks, and measures both. Throws if the checker finds a fault: a figure of a wrong plan is none. */
function measured(instance: Instance): { plan: Solution; seconds: number; checkMs: number } {
  const start = performance.now();
  const plan = solve(instance);
  const solved = performance.now();
  const { faults } = check(instance, plan);
  const checked = performance.now();
  if (faults.length > 0) throw new Error(`the plan is wrong: ${JSON.stringify(faults.slice(0, 3))}`);
  return { plan, seconds: (solved - start) / 1000, checkMs: checked - solved };
}

interface Limits {
  readonly seconds: readonly [must: number, aim: number];
  /** Percent. */
  readonly gap: readonly [must: number, aim: number];
}

function countyBench(name: string, size: CountySize, { seconds, gap }: Limits): Bench {
  return {
    name,
    run: () => {
      const instance = county(size);
      const { plan, seconds: took, checkMs } = measured(instance);
      const tag = `${name} (${instance.items} items, ${instance.optionBin.length} options)`;
      return [
        { name: `${tag}: time`, value: took, unit: "s", must: seconds[0], aim: seconds[1] },
        { name: `${tag}: gap`, value: plan.gap * 100, unit: "%", must: gap[0], aim: gap[1] },
        { name: `${tag}: check`, value: checkMs, unit: "ms", must: 100, aim: 20 },
        { name: `${tag}: memory`, value: process.memoryUsage().rss / 2 ** 20, unit: "MB", must: 4096 },
      ];
    },
  };
}

/** Sizes of the published sets: Chu & Beasley 5–20 × 100–200, Yagiura et al. 10–80 × 400–1600. */
const published = [
  [5, 100],
  [10, 100],
  [20, 100],
  [5, 200],
  [10, 200],
  [20, 200],
  [10, 400],
  [20, 400],
  [40, 400],
  [15, 900],
  [30, 900],
  [60, 900],
  [20, 1600],
  [40, 1600],
  [80, 1600],
] as const;

/** The gap of a GAP plan on cost, in percent; unplaced jobs make it infinite. */
function costGap(plan: Solution, jobs: number, offset: number): number {
  if (plan.option.some((o) => o < 0)) return Number.POSITIVE_INFINITY;
  const cost = jobs * offset - plan.value;
  const least = jobs * offset - plan.bound;
  return (100 * (cost - least)) / cost;
}

function gapBench(kind: (typeof gapClasses)[number]): Bench {
  return {
    name: `GAP class ${kind}`,
    run: () => {
      let worst: Row | null = null;
      let slowest = 0;
      let sum = 0;
      for (const [agents, jobs] of published) {
        const { instance, offset } = gapInstance(kind, agents, jobs, agents * 1000 + jobs);
        const { plan, seconds } = measured(instance);
        const gap = costGap(plan, jobs, offset);
        sum += gap;
        slowest = Math.max(slowest, seconds);
        if (worst === null || gap > worst.value)
          worst = {
            name: `GAP ${kind}: worst gap on cost (${agents} × ${jobs})`,
            value: gap,
            unit: "%",
            must: 2,
            aim: 0.5,
          };
      }
      return [
        worst!,
        { name: `GAP ${kind}: mean gap on cost`, value: sum / published.length, unit: "%" },
        { name: `GAP ${kind}: slowest`, value: slowest, unit: "s", must: 20 },
      ];
    },
  };
}

/** Re-plans after single changes, each from the same plan: forbids, pins, a posting three places smaller. */
function replanBench(name: string, size: CountySize): Bench {
  return {
    name,
    run: () => {
      const instance = county(size);
      const { plan, seconds } = measured(instance);
      const next = random(7);
      const took: number[] = [];
      let kept = 1;
      for (let n = 0; took.length < 30; n++) {
        const item = Math.floor(next() * instance.items);
        const o = plan.option[item]!;
        if (o < 0) continue;
        const bin = instance.optionBin[o]!;
        const changed =
          n % 3 === 2
            ? smaller(instance, bin)
            : withRules(instance, n % 3 ? pinned(instance, item, next) : { forbids: [{ item, bin }] });
        const start = performance.now();
        const again = replan(changed, plan);
        took.push(performance.now() - start);
        const { faults } = check(changed, again);
        if (faults.length > 0) throw new Error(`the re-plan is wrong: ${JSON.stringify(faults.slice(0, 3))}`);
        let same = 0;
        for (let i = 0; i < instance.items; i++) if (again.option[i] === plan.option[i]) same++;
        kept = Math.min(kept, same / instance.items);
      }
      took.sort((a, b) => a - b);
      return [
        { name: `${name}: p50`, value: took[took.length >> 1]!, unit: "ms", must: 300, aim: 25 },
        { name: `${name}: slowest`, value: took.at(-1)!, unit: "ms", must: seconds * 1000 },
        { name: `${name}: items left as they were, at least`, value: 100 * kept, unit: "%" },
      ];
    },
  };
}

function smaller(instance: Instance, bin: number): Instance {
  const capacity = instance.capacity.slice();
  capacity[bin] = Math.max(1, capacity[bin]! - 3);
  return { ...instance, capacity };
}

function pinned(instance: Instance, item: number, next: () => number): Rules {
  const first = instance.itemFirst[item]!;
  const o = first + Math.floor(next() * (instance.itemEnd[item]! - first));
  const fits = instance.optionSize[o]! <= instance.capacity[instance.optionBin[o]!]!;
  return fits ? { pins: [{ item, bin: instance.optionBin[o]! }] } : {};
}

const benches: Bench[] = [
  countyBench(
    "plan, sizes 1, 20k × 1,000 × 50",
    { ...full, options: 50, supply: 0.9, mixed: false },
    { seconds: [5, 1], gap: [0, 0] },
  ),
  countyBench(
    "plan, sizes 1, scarce, 20k × 1,000 × 50",
    { ...full, options: 50, supply: 0.6, mixed: false },
    { seconds: [5, 1], gap: [0, 0] },
  ),
  countyBench(
    "plan, sizes 1, all eligible pairs",
    { ...full, supply: 0.9, mixed: false },
    { seconds: [12, 2.5], gap: [0, 0] },
  ),
  countyBench(
    "plan, mixed sizes, 20k × 1,000 × 50",
    { ...full, options: 50, supply: 0.9, mixed: true },
    { seconds: [15, 5], gap: [0.2, 0.02] },
  ),
  countyBench(
    "plan, mixed sizes, scarce, 20k × 1,000 × 50",
    { ...full, options: 50, supply: 0.5, mixed: true },
    { seconds: [15, 5], gap: [0.2, 0.02] },
  ),
  countyBench(
    "plan, mixed sizes, all eligible pairs",
    { ...full, supply: 0.9, mixed: true },
    { seconds: [15, 5], gap: [0.2, 0.02] },
  ),
  countyBench(
    "plan, sizes 1, 200k × 10k × 50",
    { households: 200_000, postings: 10_000, seed: 1, options: 50, supply: 0.9, mixed: false },
    { seconds: [200, 25], gap: [0.5, 0.1] },
  ),
  countyBench(
    "plan, mixed sizes, 200k × 10k × 50",
    { households: 200_000, postings: 10_000, seed: 1, options: 50, supply: 0.9, mixed: true },
    { seconds: [200, 25], gap: [0.5, 0.1] },
  ),
  replanBench("re-plan, mixed sizes, all eligible pairs", { ...full, supply: 0.9, mixed: true }),
  replanBench("re-plan, sizes 1, all eligible pairs", { ...full, supply: 0.9, mixed: false }),
  ...gapClasses.map(gapBench),
];

/** All figures of the solver, in order; `words` keeps the benchmarks whose name has one of them. */
export async function benchPlan(
  words: readonly string[] = [],
  report: (row: Row) => void = () => {},
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const bench of benches) {
    if (words.length > 0 && !words.some((word) => bench.name.includes(word))) continue;
    // Let the caller's own work in between; the figures themselves are of one uninterrupted call.
    await new Promise((resolve) => setImmediate(resolve));
    for (const row of bench.run()) {
      rows.push(row);
      report(row);
    }
  }
  return rows;
}

if (process.argv[1]?.endsWith("scripts/bench/plan.ts"))
  void benchPlan(process.argv.slice(2), ({ name, value, unit, must, aim }) => {
    const mark = must === undefined ? " " : value <= (aim ?? must) ? "✓" : value <= must ? "·" : "✗";
    console.log(
      `${mark} ${name}: ${value.toPrecision(4)} ${unit}${must === undefined ? "" : ` (must ${must}, aim ${aim ?? "–"})`}`,
    );
  });
