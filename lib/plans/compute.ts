import { createHash } from "node:crypto";
import type { PlanRule, PlanSummary } from "@/db/schema";
import { isInside } from "@/lib/access/asker";
import { postingProblem } from "@/lib/matching/eligibility";
import type { CountyIndex } from "@/lib/matching/index/layout";
import { check } from "@/lib/matching/plan/check";
import type { Instance } from "@/lib/matching/plan/instance";
import { replan } from "@/lib/matching/plan/replan";
import { optionOf, type Rules, withRules } from "@/lib/matching/plan/rules";
import { type Progress, type Solution, solve } from "@/lib/matching/plan/solve";
import { currentCounty } from "@/lib/matching/queries/current";
import { type CountyInstance, countyInstance, type PlanItem, plannedKinds } from "@/lib/plans/instance";
import { loadLinks } from "@/lib/plans/links";
import { summaryOf } from "@/lib/plans/summary";
import { unkeptOf } from "@/lib/plans/unkept";
import { policyFor } from "@/lib/policy/queries";

/** One row of a plan: what of which household goes to which posting. */
export type PlannedPair = Omit<PlanItem, "row"> & {
  item: string;
  household: string;
  posting: string;
  size: number;
  /** 0 … 100, to two decimals, as the plan reckoned with it. */
  score: number;
};

/** A plan already made, by names: what a re-plan starts from. */
export type StandingPlan = {
  pairs: ReadonlyMap<string, string>;
  prices: Record<string, number>;
  gap: number;
};

export type ComputedPlan = {
  inputsHash: string;
  summary: PlanSummary;
  pairs: PlannedPair[];
  prices: Record<string, number>;
  stopped: boolean;
};

export type PlanQuestion = {
  today: string;
  scope: string;
  rules: readonly PlanRule[];
  from?: StandingPlan | null;
};

/**
 * Plans the county as it stands: loads it, builds the instance of all eligible pairs, solves, has the
 * independent checker go over the answer, and words it. Used alike by the server's worker and the command line.
 * @param clock seconds; @param onProgress false stops, and the plan so far is returned as stopped.
 * @throws InfeasiblePin when the pins cannot all be kept; Error when the checker finds a fault.
 */
export async function computePlan(
  question: PlanQuestion,
  clock: () => number,
  onProgress?: (progress: Progress) => boolean,
): Promise<ComputedPlan> {
  const started = clock();
  const { today, scope, rules, from } = question;
  const [county, links, policy] = await Promise.all([currentCounty(), loadLinks(), policyFor(today)]);
  const { index } = county;
  const rows = [...index.codes.keys()].filter((row) =>
    isInside(scope, String(index.village[row]).padStart(12, "0")),
  );
  const postings = county
    .postings(today)
    .map((fact) => fact.posting)
    .filter((posting) => plannedKinds.includes(posting.kind) && postingProblem(posting) === null);
  const built = countyInstance(index, rows, postings, links, policy, today);
  const { idle, ...ordered } = rulesOf(built, index, rules);
  const instance = withRules(built.instance, ordered);
  const options = onProgress ? { onProgress } : {};
  const plan = from ? replan(instance, standing(instance, from), options) : solve(instance, options);
  const verdict = check(instance, plan);
  if (verdict.faults.length > 0) throw new Error(`the plan does not check: ${verdict.faults[0]?.kind}`);
  return {
    inputsHash: hashOf(built.instance, question),
    summary: {
      ...summaryOf(index, rows, built, plan, clock() - started),
      unkept: await unkeptOf(county, idle, { links, policy, today }),
    },
    pairs: pairsOf(built, index, plan),
    prices: Object.fromEntries(
      instance.binId.flatMap((id, b) => (plan.prices[b]! > 0 ? [[id, plan.prices[b]!]] : [])),
    ),
    stopped: plan.stopped,
  };
}

/**
 * Pairs of a household and a posting as pairs of an item and a bin: a pin takes the item of highest value.
 * `idle` are the pins there is no option for.
 */
function rulesOf(
  { instance, items }: CountyInstance,
  index: CountyIndex,
  rules: readonly PlanRule[],
): Rules & { idle: PlanRule[] } {
  const binOf = new Map(instance.binId.map((id, bin) => [id, bin]));
  const itemsOf = new Map<string, number[]>();
  const named = new Set(rules.map((r) => r.household));
  items.forEach(({ row }, i) => {
    const code = index.codes[row]!;
    if (named.has(code)) itemsOf.set(code, [...(itemsOf.get(code) ?? []), i]);
  });
  const pins: { item: number; bin: number }[] = [];
  const forbids: { item: number; bin: number }[] = [];
  const idle: PlanRule[] = [];
  for (const order of rules) {
    const bin = binOf.get(order.posting) ?? -1;
    const able = (itemsOf.get(order.household) ?? []).filter((item) => optionOf(instance, item, bin) >= 0);
    const value = (item: number) => instance.optionValue[optionOf(instance, item, bin)]!;
    able.sort((a, b) => value(b) - value(a) || a - b);
    if (order.rule === "forbid") forbids.push(...able.map((item) => ({ item, bin })));
    else if (able[0] !== undefined) pins.push({ item: able[0], bin });
    else idle.push(order);
  }
  return { pins, forbids, idle };
}

function standing(instance: Instance, from: StandingPlan) {
  const option = new Int32Array(instance.items).fill(-1);
  instance.itemId.forEach((name, i) => {
    const posting = from.pairs.get(name);
    if (posting === undefined) return;
    for (let o = instance.itemFirst[i]!; o < instance.itemEnd[i]!; o++)
      if (instance.binId[instance.optionBin[o]!] === posting) option[i] = o;
  });
  const prices = Float64Array.from(instance.binId, (id) => from.prices[id] ?? 0);
  return { option, prices, gap: from.gap };
}

/** SHA-256 over everything the solver read: same hash, same inputs, and therefore the same plan. */
function hashOf(instance: Instance, { today, rules }: PlanQuestion): string {
  const hash = createHash("sha256").update(
    JSON.stringify({ today, rules, bins: instance.binId, items: instance.itemId }),
  );
  const { capacity, limit, bonus, itemFirst, optionBin, optionSize, optionValue } = instance;
  for (const column of [capacity, limit, bonus, itemFirst, optionBin, optionSize, optionValue])
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return hash.digest("hex");
}

function pairsOf({ instance, items }: CountyInstance, index: CountyIndex, plan: Solution): PlannedPair[] {
  const pairs: PlannedPair[] = [];
  items.forEach(({ row, kind, ordinal }, i) => {
    const o = plan.option[i]!;
    if (o < 0) return;
    pairs.push({
      item: instance.itemId[i]!,
      household: index.codes[row]!,
      posting: instance.binId[instance.optionBin[o]!]!,
      kind,
      ordinal,
      size: instance.optionSize[o]!,
      score: instance.optionValue[o]! / 100,
    });
  });
  return pairs;
}
