import type { LaborClass, MemberState, ParcelUse, Schooling } from "@/db/words";
import { ageOn } from "@/lib/clock/clock";

/**
 * Who is able to leave poverty by an industry (有条件实施产业脱贫), by a rule everyone can read: someone of the
 * household is of working age, not at school, and has labor power, be it weak. Whoever is not able has another
 * road: rent for its land, dividends on its shares. Nothing else is asked: no name, sex, party or kin.
 */
export type AbleMember = {
  id: string;
  birth: string;
  schooling: Schooling | null;
  laborClass: LaborClass;
  state?: MemberState;
};
export type AbleParcel = { use: ParcelUse; offered: boolean; areaMu100: number };
export type AbleHousehold = { members: readonly AbleMember[]; parcels: readonly AbleParcel[] };

/** Why a member does not count, or that it does. */
export type Hand = {
  member: string;
  counts: boolean;
  why: "works" | "works-lightly" | "too-young" | "at-school" | "lost" | "none";
  age: number;
};

export type Able = {
  able: boolean;
  /** Each member with what the rule says of it. */
  hands: Hand[];
  /** Roads open to the household, the plainest first. */
  roads: ("wage" | "rent" | "dividend")[];
  /** Land on offer and land it still tills itself, in hundredths of a mu. */
  offeredMu100: number;
  tilledMu100: number;
  persons: number;
};

/** Labor that counts; `lost` and `none` never do. */
export const ableClasses: readonly LaborClass[] = ["skilled", "ordinary", "weak"];

const isOnOffer = (p: AbleParcel) => p.use === "idle" || (p.use === "own-use" && p.offered);

function handOf(m: AbleMember, workingAge: number, today: string): Hand {
  const age = ageOn(m.birth, today);
  const said = (why: Hand["why"]): Hand => ({
    member: m.id,
    counts: why === "works" || why === "works-lightly",
    why,
    age,
  });
  if (age < workingAge) return said("too-young");
  if (m.schooling !== null && m.schooling !== "preschool-age") return said("at-school");
  if (m.laborClass === "lost" || m.laborClass === "none") return said(m.laborClass);
  return said(m.laborClass === "weak" ? "works-lightly" : "works");
}

/**
 * @param workingAge the policy's labor.workingAge in years. @param today YYYY-MM-DD.
 */
export function ableOf(household: AbleHousehold, workingAge: number, today: string): Able {
  const people = household.members.filter((m) => (m.state ?? "present") === "present");
  const hands = people.map((m) => handOf(m, workingAge, today));
  const able = hands.some((hand) => hand.counts);
  const sum = (parcels: readonly AbleParcel[]) => parcels.reduce((mu, p) => mu + p.areaMu100, 0);
  const offeredMu100 = sum(household.parcels.filter(isOnOffer));
  const tilledMu100 = sum(household.parcels.filter((p) => p.use === "own-use" && !p.offered));
  return {
    able,
    hands,
    roads: [
      ...(able ? (["wage"] as const) : []),
      ...(offeredMu100 + tilledMu100 > 0 ? (["rent"] as const) : []),
      ...(people.length > 0 ? (["dividend"] as const) : []),
    ],
    offeredMu100,
    tilledMu100,
    persons: people.length,
  };
}
