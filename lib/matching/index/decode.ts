import { type LaborClass, parcelKinds, parcelUses, skills } from "@/db/words";
import type { CountyHousehold, CountyMember, CountyParcel } from "@/lib/matching/county";
import {
  areaMask,
  type CountyIndex,
  kindShift,
  monthShift,
  offeredBit,
  schoolBit,
  skillShift,
  useShift,
} from "@/lib/matching/index/layout";

const classes: Record<number, LaborClass> = { 1: "weak", 2: "ordinary", 4: "skilled" };

/** The skill words of a mask. */
function skillsOf(mask: number) {
  return mask === 0 ? [] : skills.filter((_, i) => (mask & (1 << i)) !== 0);
}

function memberAt(index: CountyIndex, m: number): CountyMember {
  const work = index.work[m]!;
  const birth = String(index.birth[m]!).padStart(8, "0");
  return {
    id: `#${m}`,
    birth: `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`,
    atSchool: (work & schoolBit) !== 0,
    laborClass: classes[work & 7]!,
    skills: skillsOf(work >>> skillShift),
    boundMonths: (work >> monthShift) & 4095,
  };
}

function parcelAt(index: CountyIndex, p: number): CountyParcel {
  const land = index.land[p]!;
  return {
    id: `#${p}`,
    kind: parcelKinds[(land >> kindShift) & 7]!,
    use: parcelUses[(land >> useShift) & 3]!,
    offered: (land & offeredBit) !== 0,
    areaMu100: land & areaMask,
    agreedMu100: index.agreed[p]!,
  };
}

/**
 * A row as the reference engine reads it. Ids of members and parcels are not kept, nor members who cannot
 * work; no rule, part or reason needs them. Members stay in id order, so that the best one is the same.
 */
export function decode(index: CountyIndex, row: number): CountyHousehold {
  const members: CountyMember[] = [];
  for (let m = index.memberFrom[row]!; m < index.memberFrom[row + 1]!; m++) members.push(memberAt(index, m));
  const parcels: CountyParcel[] = [];
  for (let p = index.parcelFrom[row]!; p < index.parcelFrom[row + 1]!; p++) parcels.push(parcelAt(index, p));
  const income = index.income[row]!;
  return {
    code: index.codes[row]!,
    village: String(index.village[row]!).padStart(12, "0"),
    point: { lat: index.lat[row]!, lon: index.lon[row]! },
    listed: index.listed[row] === 1,
    persons: index.persons[row]!,
    allottedPersons: index.allotted[row]!,
    incomePerPersonFen: Number.isNaN(income) ? null : income,
    liveProjects: index.projects[row]!,
    members,
    parcels,
  };
}
