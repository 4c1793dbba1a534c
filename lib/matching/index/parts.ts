import type { CountyIndex } from "@/lib/matching/index/layout";
import {
  areaMask,
  kindShift,
  monthShift,
  schoolBit,
  skillShift,
  useShift,
} from "@/lib/matching/index/layout";
import {
  type JobQuestion,
  type LandQuestion,
  leasedOut,
  onOffer,
  type Question,
} from "@/lib/matching/index/question";

/** The parts of a score read from the columns; to the bit what score.ts computes from objects. */

const ones = Uint8Array.from({ length: 4096 }, (_, bits) => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
});
export const onesOf16 = (bits: number): number => ones[bits & 4095]! + ones[bits >>> 12]!;

/** A member's own labor part for a job; −1 when it does not qualify. */
export function workerValue(index: CountyIndex, m: number, job: JobQuestion): number {
  const bits = index.work[m]!;
  if ((bits & job.admitted) === 0 || (bits & schoolBit) !== 0) return -1;
  const free = ~(bits >> monthShift) & job.months;
  if (free === 0) return -1;
  const born = index.birth[m]!;
  if (born > job.youngestBirth || born < job.oldestBirth) return -1;
  const had = job.skills === 0 ? 0 : onesOf16((bits >>> skillShift) & job.skills);
  if (job.skillsRequired && had === 0) return -1;
  return job.values[((bits & 7) * 17 + had) * 13 + ones[free]!]!;
}

/** The best qualified member's labor part; −1 when nobody qualifies. */
export function jobLaborAt(index: CountyIndex, row: number, job: JobQuestion): number {
  let best = -1;
  for (let m = index.memberFrom[row]!, end = index.memberFrom[row + 1]!; m < end; m++) {
    const value = workerValue(index, m, job);
    if (value > best) best = value;
  }
  return best;
}

/** Free labor units this month. */
export function freeUnitsAt(index: CountyIndex, row: number, question: Question): number {
  const { work, birth, memberFrom } = index;
  const { adultBirth, capacities, monthMask } = question;
  const busy = schoolBit | (monthMask << monthShift);
  let units = 0;
  for (let m = memberFrom[row]!, end = memberFrom[row + 1]!; m < end; m++) {
    const bits = work[m]!;
    if ((bits & busy) === 0 && birth[m]! <= adultBirth) units += capacities[bits & 7]!;
  }
  return units;
}

/** Labor part of land and equity: 1 − min(1, free labor units this month ÷ persons). */
export function littleLaborAt(index: CountyIndex, row: number, question: Question): number {
  const persons = index.persons[row]!;
  return 1 - Math.min(1, freeUnitsAt(index, row, question) / (persons > 1 ? persons : 1));
}

/** Hundredths of a mu of the wanted kinds on offer. */
export function offeredAt(index: CountyIndex, row: number, { wanted }: LandQuestion): number {
  const { land, agreed, parcelFrom } = index;
  let mu100 = 0;
  for (let p = parcelFrom[row]!, end = parcelFrom[row + 1]!; p < end; p++) {
    const bits = land[p]!;
    if (wanted[(bits >> kindShift) & 7] === 0 || onOffer[(bits >> useShift) & 7] === 0) continue;
    const rest = (bits & areaMask) - agreed[p]!;
    if (rest > 0) mu100 += rest;
  }
  return mu100;
}

/** mu a person of everything not leased out. */
export function muPerPersonAt(index: CountyIndex, row: number): number {
  const { land, parcelFrom } = index;
  let mu100 = 0;
  for (let p = parcelFrom[row]!, end = parcelFrom[row + 1]!; p < end; p++) {
    const bits = land[p]!;
    if (((bits >> useShift) & 3) !== leasedOut) mu100 += bits & areaMask;
  }
  const persons = index.persons[row]!;
  return mu100 / 100 / (persons > 1 ? persons : 1);
}
