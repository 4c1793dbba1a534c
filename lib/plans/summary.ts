import type { PlanSummary } from "@/db/schema";
import type { CountyIndex } from "@/lib/matching/index/layout";
import type { Plan } from "@/lib/matching/plan/check";
import type { CountyInstance } from "@/lib/plans/instance";

/** Whether each row has a project: before the plan, and after. */
function coveredAfter(index: CountyIndex, { items }: CountyInstance, plan: Plan): Uint8Array {
  const covered = Uint8Array.from(index.projects, (n) => (n > 0 ? 1 : 0));
  items.forEach((item, i) => {
    if (plan.option[i]! >= 0) covered[item.row] = 1;
  });
  return covered;
}

/** Items whose best option, prices aside, is a posting that the plan does not give them. */
function turnedAway({ instance }: CountyInstance, plan: Plan): Int32Array {
  const { itemFirst, itemEnd, optionBin, optionValue } = instance;
  const away = new Int32Array(instance.bins);
  for (let i = 0; i < instance.items; i++) {
    let best = -1;
    for (let o = itemFirst[i]!; o < itemEnd[i]!; o++)
      if (optionBin[o]! < instance.bins && (best < 0 || optionValue[o]! > optionValue[best]!)) best = o;
    const chosen = plan.option[i]!;
    if (best >= 0 && (chosen < 0 || optionBin[chosen] !== optionBin[best])) away[optionBin[best]!]!++;
  }
  return away;
}

/** What a plan says of itself, in the numbers the result page shows. */
export function summaryOf(
  index: CountyIndex,
  rows: readonly number[],
  county: CountyInstance,
  plan: Plan,
  seconds: number,
): PlanSummary {
  const { instance } = county;
  const after = coveredAfter(index, county, plan);
  const households = { all: 0, coveredBefore: 0, coveredAfter: 0 };
  const persons = { all: 0, coveredBefore: 0, coveredAfter: 0 };
  const towns = new Map<string, { code: string; all: number; before: number; after: number }>();
  for (const row of rows) {
    if (index.listed[row] === 0) continue;
    const before = index.projects[row]! > 0 ? 1 : 0;
    const code = String(index.village[row]).padStart(12, "0").slice(0, 9);
    const town = towns.get(code) ?? { code, all: 0, before: 0, after: 0 };
    towns.set(code, {
      code,
      all: town.all + 1,
      before: town.before + before,
      after: town.after + after[row]!,
    });
    households.all += 1;
    households.coveredBefore += before;
    households.coveredAfter += after[row]!;
    persons.all += index.persons[row]!;
    persons.coveredBefore += before * index.persons[row]!;
    persons.coveredAfter += after[row]! * index.persons[row]!;
  }
  const filled = new Float64Array(instance.bins);
  for (const o of plan.option) if (o >= 0) filled[instance.optionBin[o]!]! += instance.optionSize[o]!;
  const away = turnedAway(county, plan);
  return {
    value: plan.value,
    bound: plan.bound,
    gap: plan.gap,
    seconds,
    households,
    persons,
    towns: [...towns.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    postings: instance.binId.map((id, bin) => ({
      id,
      capacity: instance.capacity[bin]!,
      filled: filled[bin]!,
      price: plan.prices[bin]!,
      turnedAway: away[bin]!,
    })),
  };
}
