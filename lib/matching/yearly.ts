import type { CountyPosting } from "@/lib/matching/county";
import type { Fit } from "@/lib/matching/eligibility";
import { freeMonths, monthCount } from "@/lib/matching/labor";
import type { Pay } from "@/lib/matching/posting-facts";
import { bestWorker } from "@/lib/matching/score";
import type { Policy } from "@/lib/policy/policy";

/** Paid days a month on average: 261 a year ÷ 12 (人社部发〔2008〕3号). */
const paidDaysAMonth = 21.75;

/**
 * What a match would bring a household in a year, in fen: the best worker's wages for the months it is free,
 * rent for all it offers, the guaranteed dividend for all its unallotted persons; no more than is left. An
 * estimate for the other kinds: what an order pays for all it could deliver at the floor price, before its own
 * costs; what one plot leaves of its usual yield after fee and inputs. A membership promises nothing: 0.
 */
export function yearlyFen(posting: CountyPosting, pay: Pay, fit: Fit, policy: Policy): number {
  const left = posting.capacity - posting.taken;
  if (posting.kind === "job" && pay.kind === "job" && fit.kind === "job") {
    const best = bestWorker(fit.workers, posting, policy);
    const months = best ? monthCount(freeMonths(best) & posting.months) : 0;
    const aMonth = pay.wageUnit === "month" ? pay.wageFen : pay.wageFen * paidDaysAMonth;
    return Math.round(aMonth * months);
  }
  if (pay.kind === "land" && fit.kind === "land")
    return Math.round((pay.rentFenPerMuYear * Math.min(left, fit.offeredMu100)) / 100);
  if (pay.kind === "equity" && fit.kind === "equity")
    return Math.round((Math.min(left, fit.unallotted) * pay.fenPerPerson * pay.guaranteedBp) / 10_000);
  if (pay.kind === "order" && fit.kind === "order") return Math.min(left, fit.jin) * pay.floorFenPerJin;
  return pay.kind === "contract" ? plotFen(pay) : 0;
}

/** What one plot leaves in a year at its usual yield and the floor price, in fen: never below 0. */
export const plotFen = (
  pay: Pick<
    Extract<Pay, { kind: "contract" }>,
    "yieldJinPerPlot" | "floorFenPerJin" | "feeFenPerPlotYear" | "inputsFenPerPlotYear"
  >,
): number =>
  Math.max(0, pay.yieldJinPerPlot * pay.floorFenPerJin - pay.feeFenPerPlotYear - pay.inputsFenPerPlotYear);
