/**
 * Who lives in a household: ages and kinship first, then schooling, health, work, as far as they follow from
 * each other (statistics.md §4). A person here is plain; ID number and health are sealed when written.
 */
import type { Education, Health, LaborClass, Relation, Schooling, Sex, Skill, WorkPlace } from "@/db/words";
import { householdShape, type Kin } from "@/lib/demo/kin";
import { givenName, surname } from "@/lib/demo/names";
import type { Random } from "@/lib/demo/random";

export type Person = {
  id: string;
  name: string;
  relation: Relation;
  sex: Sex;
  birth: string;
  idNumber: string;
  education: Education | null;
  schooling: Schooling | null;
  health: Health[];
  laborClass: LaborClass;
  skills: Skill[];
  workPlace: WorkPlace | null;
  workMonths: number | null;
};

/** A birth date that makes someone `age` on `day`. */
function birthOf(age: number, day: string, random: Random): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() - age);
  at.setUTCDate(at.getUTCDate() - random.int(0, 364));
  return at.toISOString().slice(0, 10);
}

/** At school or before it, by age; null once out of it. */
function schoolingOf(age: number, random: Random): Schooling | null {
  if (age < 3) return "preschool-age";
  if (age < 6) return random.chance(0.85) ? "kindergarten" : "preschool-age";
  if (age < 12) return "primary";
  if (age < 15) return "junior";
  if (age < 18 && random.chance(0.92)) return random.chance(0.6) ? "senior" : "vocational-senior";
  if (age >= 18 && age < 23 && random.chance(0.42))
    return random.weighted([
      ["vocational-college", 0.5],
      ["undergraduate", 0.44],
      ["technician", 0.06],
    ]);
  return age >= 22 && age < 26 && random.chance(0.02) ? "postgraduate" : null;
}

const educationByAge: readonly (readonly [number, readonly (readonly [Education, number])[]])[] = [
  [
    30,
    [
      ["illiterate", 0.02],
      ["primary", 0.12],
      ["junior", 0.52],
      ["senior", 0.18],
      ["college", 0.11],
      ["bachelor", 0.05],
    ],
  ],
  [
    45,
    [
      ["illiterate", 0.05],
      ["primary", 0.29],
      ["junior", 0.52],
      ["senior", 0.09],
      ["college", 0.04],
      ["bachelor", 0.01],
    ],
  ],
  [
    60,
    [
      ["illiterate", 0.13],
      ["primary", 0.52],
      ["junior", 0.3],
      ["senior", 0.045],
      ["college", 0.005],
    ],
  ],
  [
    70,
    [
      ["illiterate", 0.28],
      ["primary", 0.58],
      ["junior", 0.13],
      ["senior", 0.01],
    ],
  ],
  [
    200,
    [
      ["illiterate", 0.5],
      ["primary", 0.45],
      ["junior", 0.05],
    ],
  ],
];

function educationOf(age: number, random: Random): Education {
  const [, choices] = educationByAge.find(([below]) => age < below) ?? [0, [["primary", 1] as const]];
  return random.weighted(choices);
}

/** P(not healthy) by age; about a third of all. */
const unhealthyByAge = (age: number) =>
  age < 16 ? 0.04 : age < 45 ? 0.17 : age < 60 ? 0.33 : age < 70 ? 0.5 : 0.64;

function healthOf(age: number, random: Random): Health[] {
  if (!random.chance(unhealthyByAge(age))) return ["healthy"];
  const first = random.weighted<Health>([
    ["chronic", age < 30 ? 0.25 : 0.5],
    ["disabled", age < 30 ? 0.6 : 0.31],
    ["serious-illness", 0.19],
  ]);
  return first === "disabled" && random.chance(0.08) ? ["chronic", "disabled"] : [first];
}

/**
 * What someone can do. Under 16, at school or 70 and over: none. The healthy from 16 to 59 are never weak or
 * lost (a rule counties check on their exports).
 */
function laborOf(age: number, schooling: Schooling | null, health: Health[], random: Random): LaborClass {
  if (age < 16 || age >= 70 || schooling !== null) return "none";
  const isHealthy = health[0] === "healthy";
  if (isHealthy && age < 60) return random.chance(0.075) ? "skilled" : "ordinary";
  if (isHealthy) return random.chance(0.4) ? "weak" : "ordinary";
  const lost = health.includes("chronic") && health.length === 1 ? 0.2 : 0.44;
  return random.weighted<LaborClass>([
    ["lost", lost],
    ["weak", 0.3],
    ["ordinary", 0.7 - lost],
  ]);
}

const skillShares: readonly (readonly [Skill, number])[] = [
  ["tea-picking", 0.3],
  ["planting", 0.16],
  ["animal-care", 0.12],
  ["pruning", 0.08],
  ["mushroom-growing", 0.08],
  ["herb-growing", 0.06],
  ["masonry", 0.05],
  ["cooking", 0.04],
  ["sewing", 0.03],
  ["driving", 0.02],
  ["fish-farming", 0.02],
  ["carpentry", 0.02],
  ["tea-processing", 0.02],
];
const trades: readonly (readonly [Skill, number])[] = [
  ["tea-processing", 0.24],
  ["masonry", 0.16],
  ["driving", 0.14],
  ["carpentry", 0.1],
  ["sewing", 0.1],
  ["cooking", 0.08],
  ["electronics-assembly", 0.06],
  ["mushroom-growing", 0.05],
  ["bookkeeping", 0.04],
  ["online-selling", 0.03],
];

function skillsOf(laborClass: LaborClass, random: Random): Skill[] {
  if (laborClass === "lost" || laborClass === "none") return [];
  const found = new Set<Skill>();
  if (laborClass === "skilled") found.add(random.weighted(trades));
  const chance = laborClass === "weak" ? 0.2 : 0.45;
  if (random.chance(chance)) found.add(random.weighted(skillShares));
  if (random.chance(chance / 4)) found.add(random.weighted(skillShares));
  return [...found];
}

/** Last year's work for wages: about half of those able had none, and the old seldom leave the county. */
function workOf(age: number, laborClass: LaborClass, random: Random) {
  const none = { workPlace: null, workMonths: null };
  if (laborClass === "lost" || laborClass === "none") return none;
  const isYoung = age < 50 && laborClass !== "weak";
  const workPlace = random.weighted<WorkPlace | null>(
    isYoung
      ? [
          [null, 0.36],
          ["in-town", 0.09],
          ["in-county", 0.09],
          ["in-province", 0.15],
          ["out-of-province", 0.31],
        ]
      : [
          [null, 0.66],
          ["in-town", 0.1],
          ["in-county", 0.09],
          ["in-province", 0.07],
          ["out-of-province", 0.08],
        ],
  );
  return workPlace ? { workPlace, workMonths: random.int(3, 11) } : none;
}

/** Whom a family takes its surname from: everyone born into it shares the head's. */
const bornElsewhere: readonly Relation[] = ["spouse", "daughter-in-law", "mother"];

function personOf(kin: Kin, family: string, day: string, random: Random): Omit<Person, "id" | "idNumber"> {
  const birth = birthOf(kin.age, day, random);
  const own = bornElsewhere.includes(kin.relation) ? surname(random) : family;
  const schooling = schoolingOf(kin.age, random);
  const health = healthOf(kin.age, random);
  const laborClass = laborOf(kin.age, schooling, health, random);
  return {
    name: own + givenName(random, kin.sex, Number(birth.slice(0, 4))),
    relation: kin.relation,
    sex: kin.sex,
    birth,
    education: schooling === null ? educationOf(kin.age, random) : null,
    schooling,
    health,
    laborClass,
    skills: skillsOf(laborClass, random),
    ...workOf(kin.age, laborClass, random),
  };
}

/**
 * The people of one household, head first.
 * @param covered with a live project: those without are more often old and alone. @param day ages are counted on it.
 */
export function peopleOf(size: number, covered: boolean, day: string, random: Random) {
  const family = surname(random);
  return householdShape(size, covered, random).map((kin) => personOf(kin, family, day, random));
}

/** Makes someone ill or disabled after all, because the household's main cause says so. */
export function fallIll(person: Omit<Person, "id" | "idNumber">, health: Health, random: Random): void {
  person.health = [health];
  if (person.laborClass === "none") return;
  if (random.chance(0.55)) return;
  person.laborClass = random.chance(0.5) ? "lost" : "weak";
  if (person.laborClass !== "lost") return;
  person.skills = [];
  person.workPlace = null;
  person.workMonths = null;
}
