import type { CountyPosting } from "@/lib/matching/county";
import { type RefusalRule, refusalRules } from "@/lib/matching/county";
import { type CountyIndex, monthShift, schoolBit, skillShift } from "@/lib/matching/index/layout";
import { hasHandsAt, jinAt, kmAt, offeredAt, tillableAt } from "@/lib/matching/index/parts";
import { anyKind, type JobQuestion, type Question, questionOf } from "@/lib/matching/index/question";
import type { Policy } from "@/lib/policy/policy";

/** Rules a household can fail for a job or a plot, in the order they are asked; a member fails at one of them. */
const jobRules: readonly RefusalRule[] = [
  "no-labor",
  "at-school-or-too-young",
  "outside-age-limits",
  "labor-class",
  "skill-missing",
  "not-free-in-season",
];

/** How far the household's best member gets: the first rule nobody passes, or null when someone passes all. */
function jobRule(index: CountyIndex, row: number, job: JobQuestion, adultBirth: number): RefusalRule | null {
  let furthest = 0;
  for (let m = index.memberFrom[row]!; m < index.memberFrom[row + 1]!; m++) {
    const bits = index.work[m]!;
    const born = index.birth[m]!;
    let passed = 1;
    if ((bits & schoolBit) === 0 && born <= adultBirth) {
      passed = 2;
      if (born <= job.youngestBirth && born >= job.oldestBirth) {
        passed = 3;
        if (bits & job.admitted) {
          passed = 4;
          if (!job.skillsRequired || (bits >>> skillShift) & job.skills) {
            if (~(bits >> monthShift) & job.months) return null;
            passed = 5;
          }
        }
      }
    }
    if (passed > furthest) furthest = passed;
  }
  return jobRules[furthest]!;
}

/** Why nobody's hands count: nobody could ever work, or those who could are too young or at school. */
const handRule = (index: CountyIndex, row: number): RefusalRule =>
  index.memberFrom[row] === index.memberFrom[row + 1] ? "no-labor" : "at-school-or-too-young";

/** The rule that refuses a row, or null when it is eligible; what `eligibility` answers, without its numbers. */
export function ruleAt(index: CountyIndex, question: Question, row: number): RefusalRule | null {
  if (index.listed[row] === 0) return "not-listed";
  const { posting, job, land, order, membership } = question;
  if (posting.radiusKm !== null) {
    if (kmAt(index, row, question) > posting.radiusKm) return "outside-radius";
  }
  if (job) return jobRule(index, row, job, question.adultBirth);
  if (land) {
    const offered = offeredAt(index, row, land);
    if (offered === 0) return "no-offered-land";
    return offered < land.min ? "too-little-land" : null;
  }
  if (order) {
    if (!hasHandsAt(index, row, question)) return handRule(index, row);
    if (order.wanted && tillableAt(index, row, order.wanted) === 0) return "no-growing-land";
    return jinAt(index, row, question) < order.product.minJin ? "too-little-to-deliver" : null;
  }
  if (membership) {
    if (membership.villages && !membership.villages.has(index.village[row]!)) return "outside-villages";
    const brings = tillableAt(index, row, anyKind) > 0 || hasHandsAt(index, row, question);
    return brings ? null : "nothing-to-bring";
  }
  if (index.persons[row]! - index.allotted[row]! <= 0) return "no-unallotted-persons";
  return posting.kind === "equity" && !posting.bindingLive ? "no-binding-link" : null;
}

export type Counted = { eligible: number; refused: { rule: RefusalRule; count: number }[] };

/**
 * How many households fit a posting, and how many each rule leaves out, in the order the rules are asked.
 * @param inScope which rows count; all when left out.
 */
export function countRules(
  index: CountyIndex,
  posting: CountyPosting,
  policy: Policy,
  today: string,
  inScope?: (row: number) => boolean,
): Counted {
  const question = questionOf(posting, policy, today, index.stated);
  const counts = new Map<RefusalRule, number>();
  let eligible = 0;
  for (let row = 0; row < index.size; row++) {
    if (inScope && !inScope(row)) continue;
    const rule = ruleAt(index, question, row);
    if (rule === null) eligible++;
    else counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const refused = refusalRules.flatMap((rule) => {
    const count = counts.get(rule);
    return count ? [{ rule, count }] : [];
  });
  return { eligible, refused };
}
