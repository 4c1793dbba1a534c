import type { CountyPosting } from "@/lib/matching/county";
import { type RefusalRule, refusalRules } from "@/lib/matching/county";
import { straightKmAt } from "@/lib/matching/distance";
import { type CountyIndex, monthShift, schoolBit, skillShift } from "@/lib/matching/index/layout";
import { offeredAt } from "@/lib/matching/index/parts";
import { type JobQuestion, type Question, questionOf } from "@/lib/matching/index/question";
import type { Policy } from "@/lib/policy/policy";

/** Rules a household can fail for a job, in the order they are asked; a member fails at one of them. */
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

/** The rule that refuses a row, or null when it is eligible; what `eligibility` answers, without its numbers. */
export function ruleAt(index: CountyIndex, question: Question, row: number): RefusalRule | null {
  if (index.listed[row] === 0) return "not-listed";
  const { posting, job, land } = question;
  if (posting.radiusKm !== null) {
    const { lat, lon } = posting.point;
    const km = straightKmAt(index.lat[row]!, index.lon[row]!, lat, lon) * question.detour;
    if (km > posting.radiusKm) return "outside-radius";
  }
  if (job) return jobRule(index, row, job, question.adultBirth);
  if (land) {
    const offered = offeredAt(index, row, land);
    if (offered === 0) return "no-offered-land";
    return offered < land.min ? "too-little-land" : null;
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
  const question = questionOf(posting, policy, today);
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
