import type { LaborClass } from "@/db/words";
import { parcelKinds } from "@/db/words";
import {
  areaMask,
  type CountyIndex,
  kindShift,
  monthShift,
  skillMask,
  skillShift,
  useShift,
} from "@/lib/matching/index/layout";
import { freeUnitsAt, mu100At, muPerPersonAt, onesOf16, workerValue } from "@/lib/matching/index/parts";
import { type JobQuestion, leasedOut, onOffer, type Question } from "@/lib/matching/index/question";
import type { TopRow } from "@/lib/matching/index/rank";
import { type Reason, type ReasonFacts, reasonsFrom } from "@/lib/matching/reasons";

const classes: Record<number, LaborClass> = { 1: "weak", 2: "ordinary", 4: "skilled" };

/** The reasons behind a row of the answer, read from the columns; what `reasonsOf` says from objects. */
export function reasonsAt(index: CountyIndex, question: Question, top: TopRow): Reason[] {
  const { posting, policy, job } = question;
  const { row } = top;
  const income = index.income[row]!;
  const equity = posting.kind === "equity";
  const facts: ReasonFacts = {
    km: top.distanceKm,
    workers: job && workersAt(index, question, row, job),
    offered:
      job || equity ? null : { mu100: mu100At(index, row, question), kinds: kindsAt(index, question, row) },
    units: job ? 0 : freeUnitsAt(index, row, question),
    unallotted: equity ? index.persons[row]! - index.allotted[row]! : 0,
    muPerPerson: equity ? muPerPersonAt(index, row) : 0,
    persons: index.persons[row]!,
    liveProjects: index.projects[row]!,
    incomePerPersonFen: Number.isNaN(income) ? null : income,
  };
  return reasonsFrom(facts, posting, policy);
}

function workersAt(index: CountyIndex, { posting }: Question, row: number, job: JobQuestion) {
  const counts = [0, 0, 0, 0, 0];
  let best = -1;
  let bits = 0;
  for (let m = index.memberFrom[row]!; m < index.memberFrom[row + 1]!; m++) {
    const value = workerValue(index, m, job);
    if (value < 0) continue;
    counts[index.work[m]! & 7]!++;
    if (value > best) {
      best = value;
      bits = index.work[m]!;
    }
  }
  const had = (bits >>> skillShift) & job.skills;
  const wanted = "skills" in posting && onesOf16(had) > 0 ? posting.skills : [];
  const skills = wanted.filter((skill) => had & skillMask([skill]));
  return {
    count: counts[bits & 7]!,
    laborClass: classes[bits & 7]!,
    free: 4095 & ~(bits >> monthShift),
    skills,
  };
}

function kindsAt(index: CountyIndex, { posting, land }: Question, row: number) {
  if (!("parcelKinds" in posting)) return [];
  let offered = 0;
  for (let p = index.parcelFrom[row]!; p < index.parcelFrom[row + 1]!; p++) {
    const bits = index.land[p]!;
    const counts = land ? onOffer[(bits >> useShift) & 7] : ((bits >> useShift) & 3) !== leasedOut;
    if (counts && (bits & areaMask) > index.agreed[p]!) offered |= 1 << ((bits >> kindShift) & 7);
  }
  return posting.parcelKinds.filter((kind) => offered & (1 << parcelKinds.indexOf(kind)));
}
