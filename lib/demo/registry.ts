/** The register of poor households: who, where, why poor, how much income, and what they own. */
import type { Cause, HouseholdStatus, HouseholdType } from "@/db/words";
import { ageOn } from "@/lib/clock/clock";
import { causeOf, healthOfCause, othersOf } from "@/lib/demo/causes";
import { plantDoubles } from "@/lib/demo/doubles";
import { demoId } from "@/lib/demo/ids";
import { type Parcel, parcelsOf } from "@/lib/demo/land";
import { rareGivenNames } from "@/lib/demo/names";
import { fallIll, type Person, peopleOf } from "@/lib/demo/people";
import { demoVillages, type Village } from "@/lib/demo/places";
import { type Random, randomOf } from "@/lib/demo/random";
import { slotsOf } from "@/lib/demo/slots";
import { chooseExactly, type Totals } from "@/lib/demo/totals";
import type { CountyHousehold } from "@/lib/matching/county";
import { inventedIdNumber } from "@/lib/numbers/id-number";
import { inventedPhone } from "@/lib/numbers/phone";

export type Household = {
  code: string;
  village: Village;
  /** To have a live project. */
  covered: boolean;
  address: string;
  point: { lat: number; lon: number } | null;
  phone: string | null;
  type: HouseholdType;
  status: HouseholdStatus;
  cause: Cause;
  otherCauses: Cause[];
  incomePerPersonFen: number | null;
  people: Person[];
  parcels: Parcel[];
  registeredAt: Date;
  /** 1, and one more for each change since. */
  version: number;
  /** When it left poverty, where the history tells of it. */
  liftedOn?: string;
};

function typeOf(
  people: readonly Omit<Person, "id" | "idNumber">[],
  hands: number,
  day: string,
  random: Random,
) {
  const youngest = Math.min(...people.map((p) => ageOn(p.birth, day)));
  if (people.length <= 2 && youngest >= 60 && hands === 0)
    return random.chance(0.62) ? "destitute" : random.chance(0.5) ? "low-income" : "general";
  if (people.length === 1 && youngest >= 55 && random.chance(0.35)) return "destitute";
  return random.chance(hands === 0 ? 0.5 : 0.26) ? "low-income" : "general";
}

/** Yuan per person last year: around the line for the poor, well above for the lifted; some not recorded. */
function incomeOf(status: HouseholdStatus, random: Random): number | null {
  if (random.chance(0.015)) return null;
  // A harvest that failed or stock that died: expenses above receipts.
  if (status === "poor" && random.chance(0.003)) return -random.int(20_000, 150_000);
  if (status === "poor") return random.int(180_000, 305_000);
  return 320_000 + Math.round(580_000 * random.next() ** 1.8);
}

const isHand = (p: Pick<Person, "laborClass">) => p.laborClass === "ordinary" || p.laborClass === "skilled";

/**
 * The whole register, by village and code.
 * @param day ages and the register's dates are counted on it.
 */
export function registryOf(
  villages: readonly Village[],
  totals: Totals,
  seed: number,
  day: string,
): Household[] {
  const slots = slotsOf(villages, totals, randomOf(seed, "slots"));
  const lifted = chooseExactly(
    slots.map((slot) => slot.size),
    (i) => (slots[i]?.covered ? 1 : 0.85),
    totals.liftedHouseholds,
    totals.liftedPersons,
    randomOf(seed, "lifted"),
  );
  const random = randomOf(seed, "people");
  const taken = new Set<string>();
  const firstOfVillage = new Set<Village>();
  let members = 0;
  let parcels = 0;
  const households = slots.map((slot, i): Household => {
    const { village, covered, size } = slot;
    const wantsHand = !covered && size >= 3 && isDemo(village) && !firstOfVillage.has(village);
    if (wantsHand) firstOfVillage.add(village);
    let people = peopleOf(size, covered, day, random);
    while (wantsHand && !people.some((p) => isHand(p) && !p.workPlace && ageOn(p.birth, day) < 50))
      people = peopleOf(size, covered, day, random);
    const head = people[0];
    if (head && i % 700 === 7) head.name = [...head.name][0] + (rareGivenNames[(i / 700) | 0] ?? "𫖯");
    const cause = causeOf(people, random);
    const mustBe = healthOfCause[cause];
    const eldest = [...people].sort((a, b) => (a.birth < b.birth ? -1 : 1))[0];
    if (mustBe && eldest && !people.some((p) => p.health.some((h) => mustBe.includes(h))))
      fallIll(eldest, random.pick(mustBe), random);
    const hands = people.filter(isHand).length;
    const status: HouseholdStatus = lifted.has(i) ? "lifted" : "poor";
    const registeredAt = new Date(Date.parse(`${day}T09:00:00+08:00`) - (480 + (i % 12)) * 86_400_000);
    return {
      code: `69072${String(i + 1).padStart(5, "0")}`,
      village,
      covered,
      address: `${village.name}${random.int(1, 8)}组`,
      point: random.chance(0.6)
        ? {
            lat: Number((village.lat + 0.006 * random.normal()).toFixed(5)),
            lon: Number((village.lon + 0.007 * random.normal()).toFixed(5)),
          }
        : null,
      phone: random.chance(0.93) ? inventedPhone(i + 1) : null,
      type: typeOf(people, hands, day, random),
      status,
      cause,
      otherCauses: othersOf(cause, random),
      incomePerPersonFen: incomeOf(status, random),
      people: people.map((person) => {
        members += 1;
        return {
          ...person,
          id: demoId("M", members, registeredAt),
          idNumber: freshId(person, taken, random),
        };
      }),
      parcels: parcelsOf(village, size, hands, random).map((parcel) => {
        parcels += 1;
        return { ...parcel, id: demoId("P", parcels, registeredAt) };
      }),
      registeredAt,
      version: 1,
    };
  });
  plantDoubles(households, (person) => freshId(person, taken, random));
  return households;
}

const isDemo = (village: Village) => (Object.values(demoVillages) as string[]).includes(village.code);

/** An ID number nobody else has: the sequence's last digit is odd for men. */
function freshId(person: Pick<Person, "birth" | "sex">, taken: Set<string>, random: Random): string {
  for (;;) {
    const sequence = 2 * random.int(0, 499) + (person.sex === "male" ? 1 : 0);
    const idNumber = inventedIdNumber(person.birth, sequence);
    if (taken.has(idNumber)) continue;
    taken.add(idNumber);
    return idNumber;
  }
}

/** What matching reads of a household, with nothing bound or agreed yet. */
export const countyViewOf = (h: Household): CountyHousehold => ({
  code: h.code,
  village: h.village.code,
  point: h.point ?? { lat: h.village.lat, lon: h.village.lon },
  listed: true,
  persons: h.people.length,
  allottedPersons: 0,
  incomePerPersonFen: h.incomePerPersonFen,
  liveProjects: 0,
  members: h.people.map((p) => ({
    id: p.id,
    birth: p.birth,
    atSchool: p.schooling !== null && p.schooling !== "preschool-age",
    laborClass: p.laborClass,
    skills: p.skills,
    boundMonths: 0,
  })),
  parcels: h.parcels.map((p) => ({ ...p, agreedMu100: 0 })),
});
