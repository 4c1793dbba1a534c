import { performance } from "node:perf_hooks";
import { db } from "@/db/client";
import type { CountyPosting } from "@/lib/matching/county";
import { buildIndex } from "@/lib/matching/index/build";
import { decode } from "@/lib/matching/index/decode";
import { bytesOf, type CountyIndex } from "@/lib/matching/index/layout";
import { questionOf } from "@/lib/matching/index/question";
import { topOrder, topRows } from "@/lib/matching/index/rank";
import { reasonsAt } from "@/lib/matching/index/reasons";
import { RankingThreads } from "@/lib/matching/index/threads";
import { currentCounty } from "@/lib/matching/queries/current";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { rankHouseholds } from "@/lib/matching/rank";
import { householdsOf } from "@/lib/matching/testing";
import { defaultPolicy as policy } from "@/lib/policy/policy";
import type { Row } from "@/scripts/bench/plan";
import { rankInCpp, sumOf } from "@/scripts/bench/rank-cpp";
import { sqlRanking } from "@/scripts/bench/rank-sql";

/** Figures of the ranking. `must` and `aim` are upper limits; of a ratio "how many times faster", see `least`. */

const limit = 50;

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const quantile = (values: readonly number[], share: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const median = (values: readonly number[]) => quantile(values, 0.5);

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** What the product does for a page: the best fifty, each with its parts and reasons. */
function rankWithReasons(index: CountyIndex, posting: CountyPosting, today: string) {
  const question = questionOf(posting, policy, today, null);
  return topRows(index, posting, policy, today, limit).map((row) => reasonsAt(index, question, row));
}

/** Every way of ranking the same postings, in turn, so that a busy machine disturbs all alike. */
function compare(index: CountyIndex, postings: readonly CountyPosting[], today: string): Row[] {
  const ours: number[] = [];
  const sql: number[] = [];
  const objects: number[] = [];
  const inSql = sqlRanking(index, policy);
  const households = Array.from({ length: index.size }, (_, row) => decode(index, row));
  for (let warm = 0; warm < 3; warm++) for (const p of postings) rankWithReasons(index, p, today);
  postings.forEach((posting, i) => {
    ours.push(Math.min(...[1, 2, 3].map(() => timed(() => rankWithReasons(index, posting, today)))));
    if (i % 5 !== 0) return;
    const order = topOrder(index, questionOf(posting, policy, today, null), limit);
    inSql(posting, today, limit);
    const first = inSql(posting, today, limit);
    const again = inSql(posting, today, limit);
    if (String(first.rows) !== String(order)) throw new Error(`SQL ranks ${posting.id} differently`);
    sql.push(Math.min(first.ms, again.ms));
    if (i % 20 === 0)
      objects.push(timed(() => rankHouseholds(posting, { households }, policy, today, { limit })));
  });
  const rows: Row[] = [
    {
      name: "rank one posting, top 50 with reasons, p50",
      value: median(ours),
      unit: "ms",
      must: 0.6,
      aim: 0.25,
    },
    { name: "rank one posting, top 50 with reasons, p95", value: quantile(ours, 0.95), unit: "ms" },
    { name: "the same as SQL in better-sqlite3, p50", value: median(sql), unit: "ms" },
    { name: "our time ÷ SQL", value: median(ours) / median(sql), unit: "", must: 1 / 15, aim: 1 / 40 },
    { name: "the same over objects, sorted (the reference engine), p50", value: median(objects), unit: "ms" },
  ];
  const cpp = rankInCpp(index, postings, policy, today, limit, 3);
  if (!cpp) return rows;
  const alone = postings.map((posting, i) => {
    const question = () => topOrder(index, questionOf(posting, policy, today, null), limit);
    if (sumOf(question()) !== cpp[i]!.sum) throw new Error(`C++ ranks ${posting.id} differently`);
    return Math.min(...[1, 2, 3].map(() => timed(question)));
  });
  const inCpp = median(cpp.map((c) => c.ms));
  return [
    ...rows,
    { name: "the same scan in C++ (g++ -O3, no reasons), p50", value: inCpp, unit: "ms" },
    { name: "ours without reasons, p50", value: median(alone), unit: "ms" },
    { name: "our time with reasons ÷ C++ without", value: median(ours) / inCpp, unit: "", must: 2, aim: 1.1 },
  ];
}

/**
 * 20 k → 200 k → 2 M, the area growing with the households: the slope of log time over log size. Asked with the
 * demo county's own postings, moved to villages near the middle, so that no edge shortens the way.
 */
function growth(asked: readonly CountyPosting[], today: string): Row[] {
  const sizes = [20_000, 200_000, 2_000_000];
  const rows: Row[] = [];
  const times = sizes.map((households) => {
    const index = buildIndex(householdsOf({ seed: 3, households }));
    const side = 0.3;
    const postings = asked.map((posting, i) => {
      const lat = 33 + side * (((i * 0.618) % 1) - 0.5);
      const lon = 107.8 + side * (((i * 0.414) % 1) - 0.5);
      return { ...posting, point: { lat, lon } };
    });
    for (const p of postings) rankWithReasons(index, p, today);
    const time = median(postings.map((p) => timed(() => rankWithReasons(index, p, today))));
    rows.push({ name: `rank, generated county of ${households} households, p50`, value: time, unit: "ms" });
    return time;
  });
  const exponent = Math.log(times[2]! / times[0]!) / Math.log(sizes[2]! / sizes[0]!);
  return [...rows, { name: "growth exponent 20 k → 2 M", value: exponent, unit: "", must: 1, aim: 0.1 }];
}

/** All postings on two worker threads that already hold the index: the best of five rounds, in ms. */
async function onTwoThreads(index: CountyIndex, postings: readonly CountyPosting[], today: string) {
  const threads = await RankingThreads.start(index, postings, policy, today, { limit });
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await threads.rank();
    best = Math.min(best, performance.now() - start);
  }
  await threads.end();
  return best;
}

/** All figures of the ranking, on the county in the database. */
export async function benchRank(today: string, report: (row: Row) => void = () => {}): Promise<Row[]> {
  const rows: Row[] = [];
  const add = (...more: Row[]) => {
    for (const row of more) {
      rows.push(row);
      report(row);
    }
  };
  const builds: number[] = [];
  let index = buildIndex([]);
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    index = buildIndex(await loadHouseholds(db));
    builds.push(performance.now() - start);
  }
  add(
    {
      name: `index of ${index.size} households from the database`,
      value: Math.min(...builds),
      unit: "ms",
      must: 1000,
      aim: 300,
    },
    { name: "bytes a household", value: bytesOf(index) / index.size, unit: "B", must: 120 },
  );
  const county = await currentCounty();
  const all = county.postings(today).map((f) => f.posting);
  const postings = all.filter((p) => p.open);
  const compared = postings.filter((p) => p.kind !== "order" && p.kind !== "membership");
  add(...compare(index, compared, today));
  for (const kind of ["order", "membership", "contract"] as const) {
    const times = postings
      .filter((p) => p.kind === kind)
      .map((p) => Math.min(...[1, 2, 3, 4].map(() => timed(() => rankWithReasons(index, p, today)))));
    add({
      name: `rank one posting of kind ${kind}, top 50 with reasons, p50`,
      value: median(times),
      unit: "ms",
    });
  }
  const thousand = Array.from({ length: 1000 }, (_, i) => all[i % all.length]!);
  const rankAll = () => thousand.map((posting) => topRows(index, posting, policy, today, limit));
  const allMs = Math.min(...[1, 2, 3].map(() => timed(rankAll)));
  add({
    name: "1,000 postings × the county, top 50 each, one thread",
    value: allMs / 1000,
    unit: "s",
  });
  const twoMs = await onTwoThreads(index, thousand, today);
  add({
    name: "1,000 postings × the county, top 50 each, two worker threads",
    value: twoMs / 1000,
    unit: "s",
    must: 0.6,
    aim: 0.2,
  });
  const ask = [];
  for (let i = 0; i < 50; i++) {
    const start = performance.now();
    await currentCounty();
    ask.push(performance.now() - start);
  }
  add({ name: "asking whether the index is current, p50", value: median(ask), unit: "ms" });
  add(...growth(compared, today));
  return rows;
}
