import { straightKmAt } from "@/lib/matching/distance";
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
  anyKind,
  type JobQuestion,
  type LandQuestion,
  leasedOut,
  onOffer,
  type Question,
} from "@/lib/matching/index/question";
import { couldDeliverJin } from "@/lib/matching/order";

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

/** km by road to the posting: as the county's table has it, else the great circle times the detour. */
export function kmAt(index: CountyIndex, row: number, { posting, detour, stated }: Question): number {
  const known = stated?.get(index.village[row]!);
  if (known !== undefined) return known;
  const { lat, lon } = posting.point;
  return straightKmAt(index.lat[row]!, index.lon[row]!, lat, lon) * detour;
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

/** Hundredths of a mu it can still till, of the kinds with a 1. */
export function tillableAt(index: CountyIndex, row: number, wanted: Uint8Array): number {
  const { land, agreed, parcelFrom } = index;
  let mu100 = 0;
  for (let p = parcelFrom[row]!, end = parcelFrom[row + 1]!; p < end; p++) {
    const bits = land[p]!;
    if (wanted[(bits >> kindShift) & 7] === 0 || ((bits >> useShift) & 3) === leasedOut) continue;
    const rest = (bits & areaMask) - agreed[p]!;
    if (rest > 0) mu100 += rest;
  }
  return mu100;
}

/** Whether someone is grown, not at school and able to do at least light work. */
export function hasHandsAt(index: CountyIndex, row: number, { adultBirth }: Question): boolean {
  for (let m = index.memberFrom[row]!, end = index.memberFrom[row + 1]!; m < end; m++)
    if ((index.work[m]! & schoolBit) === 0 && index.birth[m]! <= adultBirth) return true;
  return false;
}

/** Land, in the unit a reason says it in: on offer for land, tillable for an order or a co-op. */
export function mu100At(index: CountyIndex, row: number, { land, order, membership }: Question): number {
  if (land !== null) return offeredAt(index, row, land);
  if (order !== null) return order.wanted === null ? 0 : tillableAt(index, row, order.wanted);
  return membership === null ? 0 : tillableAt(index, row, anyKind);
}

/** Whole jin it could deliver of an order's product. */
export function jinAt(index: CountyIndex, row: number, question: Question): number {
  const { order } = question;
  if (order === null) return 0;
  const units = order.wanted === null ? freeUnitsAt(index, row, question) : 0;
  return couldDeliverJin(order.product, mu100At(index, row, question), units);
}

/** The land part of every kind that is not work; −1 when one of its rules refuses the row. */
export function landPartAt(index: CountyIndex, row: number, question: Question): number {
  const { land, order, membership } = question;
  if (land !== null) {
    const offered = offeredAt(index, row, land);
    return offered === 0 || offered < land.min ? -1 : Math.min(1, offered / land.full);
  }
  if (order !== null) {
    const { minJin, fullJin } = order.product;
    if (!hasHandsAt(index, row, question)) return -1;
    const jin = jinAt(index, row, question);
    return jin < minJin ? -1 : Math.min(1, jin / fullJin);
  }
  if (membership !== null) {
    if (membership.villages !== null && !membership.villages.has(index.village[row]!)) return -1;
    const mu100 = tillableAt(index, row, anyKind);
    if (mu100 === 0 && !hasHandsAt(index, row, question)) return -1;
    return Math.min(1, mu100 / 100 / membership.muInFull);
  }
  if (index.persons[row]! - index.allotted[row]! <= 0) return -1;
  return 1 - Math.min(1, muPerPersonAt(index, row) / question.policy["land.equityMuPerPerson"]);
}

/** The labor part of every kind that is not work: more hands for orders and co-ops, fewer for rent and shares. */
export function laborPartAt(index: CountyIndex, row: number, question: Question): number {
  const inFull = question.order?.unitsInFull ?? question.membership?.unitsInFull;
  if (inFull === undefined) return littleLaborAt(index, row, question);
  return Math.min(1, freeUnitsAt(index, row, question) / inFull);
}
