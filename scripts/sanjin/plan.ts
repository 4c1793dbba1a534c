import { today } from "@/lib/clock/clock";
import { computePlan } from "@/lib/plans/compute";
import type { Command } from "@/scripts/sanjin/command";

/** The county plan: the same computation as the server's, nothing stored. */
export const planCommand: Command = {
  usage: "plan",
  summary: "the county plan: value, bound, gap, covered before and after, assigned pairs",
  words: 0,
  options: { scope: { type: "string" } },
  run: async ({ options }) => {
    const scope = String(options.scope ?? "");
    const plan = await computePlan({ today: today(), scope, rules: [] }, () => performance.now() / 1000);
    const { value, bound, gap, seconds, households } = plan.summary;
    return {
      json: {
        value,
        bound,
        gap,
        seconds,
        inputsHash: plan.inputsHash,
        covered: { before: households.coveredBefore, after: households.coveredAfter, all: households.all },
        persons: plan.summary.persons,
        assigned: plan.pairs.map(({ item, household, posting, size, score }) => ({
          item,
          household,
          posting,
          size,
          score,
        })),
        prices: plan.prices,
      },
      lines: [
        `value ${value}, bound ${bound.toFixed(0)}, gap ${(gap * 100).toFixed(4)} %, ${seconds.toFixed(1)} s`,
        `households with a project: ${households.coveredBefore} before, ${households.coveredAfter} after, of ${households.all}`,
        `${plan.pairs.length} pairs`,
      ],
    };
  },
};
