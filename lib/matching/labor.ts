import type { LaborClass } from "@/db/words";
import { ageOn, monthBit } from "@/lib/clock/clock";
import type { CountyHousehold, CountyMember } from "@/lib/matching/county";
import type { Policy } from "@/lib/policy/policy";

/** Number of months in a set of month bits. */
export function monthCount(months: number): number {
  let count = 0;
  for (let rest = months; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The months a member could work: all that no live agreement binds. */
export const freeMonths = (member: CountyMember): number => 4095 & ~member.boundMonths;

/** What a worker of a class can carry: skilled and ordinary 1, weak half, lost and none nothing. */
export function capacityOf(laborClass: LaborClass, policy: Policy): number {
  if (laborClass === "skilled" || laborClass === "ordinary") return 1;
  return laborClass === "weak" ? policy["labor.weakCapacity"] : 0;
}

/** Free labor units this month: Σ capacity over members of working age, not at school and not bound. */
export function laborUnits(household: CountyHousehold, policy: Policy, today: string): number {
  let units = 0;
  for (const member of household.members) {
    const works = !member.atSchool && ageOn(member.birth, today) >= policy["labor.workingAge"];
    if (works && (member.boundMonths & monthBit(today)) === 0) units += capacityOf(member.laborClass, policy);
  }
  return units;
}
