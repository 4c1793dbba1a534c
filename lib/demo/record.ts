/** The rest of the official form of a demo household: production, housing, income, help, wishes (statistics.md §5, §7). */
import type { householdDetails, householdIncomes, memberDetails } from "@/db/schema";
import type { PostingKind, WorkPlace } from "@/db/words";
import { addDays, ageOn } from "@/lib/clock/clock";
import type { Parcel } from "@/lib/demo/land";
import { givenName, surname } from "@/lib/demo/names";
import type { Person } from "@/lib/demo/people";
import type { Random } from "@/lib/demo/random";
import type { Household } from "@/lib/demo/registry";
import { disabilityClasses } from "@/lib/numbers/id-number";
import { inventedPhone } from "@/lib/numbers/phone";

type Detail = Omit<typeof householdDetails.$inferSelect, "householdCode" | "helperPhoneSealed"> & {
  helperPhone: string | null;
};
type Income = Omit<typeof householdIncomes.$inferSelect, "householdCode">;
type MemberDetail = Omit<typeof memberDetails.$inferSelect, "disabilityCardSealed"> & {
  disabilityCard: string | null;
};
export type FormRest = { detail: Detail; income: Income | null; members: MemberDetail[] };

const units = [
  "县农业农村局",
  "县教育体育局",
  "县卫生健康局",
  "县林业局",
  "县水利局",
  "县交通运输局",
  "县民政局",
];
const townPosts = ["镇干部", "驻村工作队员", "村支书", "村文书"];

const areaOf = (parcels: readonly Parcel[], ...kinds: Parcel["kind"][]) =>
  parcels.filter((p) => kinds.includes(p.kind)).reduce((sum, p) => sum + p.areaMu100, 0);

/** What a household grows follows from its land; a few keep animals, bees or a stall besides. */
function industriesOf(h: Household, random: Random): string[] {
  const found = new Set<string>();
  if (areaOf(h.parcels, "tea") > 0) found.add("tea");
  if (areaOf(h.parcels, "orchard") > 0) found.add(random.pick(["cherry", "kiwifruit"]));
  if (areaOf(h.parcels, "water") > 0) found.add("fishery");
  if (areaOf(h.parcels, "paddy", "dry") > 250 && random.chance(0.5)) found.add("grain-oil");
  if (random.chance(0.28)) found.add("livestock");
  if (random.chance(0.1)) found.add(random.pick(["mushroom", "herbs", "nuts"]));
  return [...found].sort();
}

function landOf({ parcels, village }: Household, random: Random) {
  const [paddyMu100, dryMu100] = [areaOf(parcels, "paddy"), areaOf(parcels, "dry")];
  const arableMu100 = paddyMu100 + dryMu100;
  const forestMu100 = areaOf(parcels, "forest");
  return {
    arableMu100,
    certifiedMu100: Math.round(arableMu100 * (0.94 + 0.1 * random.next())),
    irrigatedMu100: Math.round(paddyMu100 * (village.terrain === "mountain" ? 0.6 : 0.9)),
    dryMu100,
    paddyMu100,
    forestMu100,
    returnedForestMu100: Math.min(forestMu100, Math.round(500 * random.next() ** 2)),
    orchardMu100: areaOf(parcels, "orchard"),
    pastureMu100: random.chance(0.04) ? 100 * random.int(1, 4) : 0,
    waterMu100: areaOf(parcels, "water"),
  };
}

function livingOf(h: Household, random: Random) {
  const isFar = h.village.terrain === "mountain";
  const relocated = random.chance(isFar ? 0.18 : 0.06);
  const isEarth = !relocated && random.chance(isFar ? 0.34 : 0.14);
  return {
    housingM2: Math.round(h.people.length * 22 + 20 + 40 * random.next()),
    housingStructure: isEarth
      ? ("earth" as const)
      : random.weighted([
          ["brick-wood", 0.3],
          ["brick-concrete", 0.64],
          ["frame", 0.06],
        ] as const),
    housingDanger: isEarth && random.chance(0.3) ? random.pick(["c", "d"] as const) : ("none" as const),
    relocated,
    mainRoadKm: Math.round(10 * (isFar ? 3.2 : 1.1) * random.next() ** 1.4) / 10,
    roadKind: random.weighted([
      ["earth", isFar ? 0.2 : 0.06],
      ["gravel", isFar ? 0.25 : 0.12],
      ["concrete", 0.72],
      ["asphalt", 0.1],
    ] as const),
    hasElectricity: random.chance(0.998),
    hasSafeWater: random.chance(isFar ? 0.93 : 0.985),
    hasToilet: random.chance(isFar ? 0.6 : 0.78),
    hasBroadcast: random.chance(0.97),
    fuel: random.weighted([
      ["firewood", 0.52],
      ["electricity", 0.26],
      ["gas", 0.12],
      ["biogas", 0.06],
      ["coal", 0.04],
    ] as const),
  };
}

function helpOf(h: Household, number: number, day: string, random: Random) {
  const isTown = random.chance(0.45);
  const needs = [
    ...(h.covered ? [] : (["industry"] as const)),
    ...(h.people.some((p) => p.laborClass === "ordinary" || p.laborClass === "skilled") && random.chance(0.5)
      ? (["work"] as const)
      : []),
    ...(h.people.some((p) => p.schooling !== null) && random.chance(0.4) ? (["schooling"] as const) : []),
    ...(h.people.some((p) => p.health[0] !== "healthy") && random.chance(0.5) ? (["medical"] as const) : []),
  ];
  return {
    helperName: surname(random) + givenName(random, random.pick(["male", "female"]), 1980),
    helperUnit: isTown ? `${h.village.townName}政府` : random.pick(units),
    helperPost: isTown ? random.pick(townPosts) : "干部",
    helperPhone: inventedPhone(30_000_000 + Math.floor(number / 5)),
    helpNeeds: needs,
    liftedOn: h.liftedOn ?? (h.status === "lifted" ? addDays(day, -random.int(40, 380)) : null),
  };
}

/** Two in five have said what they would like. */
function wishesOf(h: Household, industries: readonly string[], random: Random) {
  if (!random.chance(0.4)) return { wishIndustries: null, wishPlace: null, wishKinds: null, wishNote: null };
  const canWork = h.people.some((p) => p.laborClass === "ordinary" || p.laborClass === "skilled");
  const kinds: PostingKind[] = [
    ...(canWork ? (["job"] as const) : []),
    ...(h.parcels.some((p) => p.use === "idle" || p.offered) ? (["land"] as const) : []),
    ...(random.chance(0.5) ? (["equity"] as const) : []),
  ];
  return {
    wishIndustries: industries.slice(0, 2),
    wishPlace: canWork
      ? random.weighted<WorkPlace>([
          ["in-town", 0.55],
          ["in-county", 0.3],
          ["out-of-province", 0.15],
        ])
      : null,
    wishKinds: kinds,
    wishNote: random.chance(0.15)
      ? random.pick(["想离家近一点", "要照看老人，只能干半天", "农忙时走不开"])
      : null,
  };
}

/** Income by kind, adding up to what the register has for each person. */
function incomeOf(h: Household, year: number, random: Random): Income | null {
  if (h.incomePerPersonFen === null) return null;
  const persons = h.people.length;
  const netFen = h.incomePerPersonFen * persons;
  const works = h.people.some((p) => p.workPlace !== null);
  const base = Math.max(netFen, 0);
  const productionFen = Math.round(base * (works ? 0.2 : 0.45)) + (netFen < 0 ? 300_000 : 0);
  const costFen = netFen < 0 ? productionFen - netFen : Math.round(productionFen * 0.3);
  const propertyFen = Math.round(base * 0.03 * random.next());
  const wagesFen = works ? Math.round(base * (0.45 + 0.2 * random.next())) : 0;
  const transferFen = netFen + costFen - productionFen - propertyFen - wagesFen;
  const share = (part: number) => Math.round(transferFen * part);
  return {
    year,
    wagesFen,
    productionFen,
    propertyFen,
    transferFen,
    lowIncomeFen: h.type === "low-income" ? share(0.6) : 0,
    destituteFen: h.type === "destitute" ? share(0.7) : 0,
    pensionFen: share(0.15),
    familyPlanningFen: 0,
    ecologyFen: share(0.05),
    costFen,
    netFen,
    perPersonFen: h.incomePerPersonFen,
    industryFen: Math.round(productionFen * 0.8),
  };
}

function memberRest(p: Person, h: Household, day: string, random: Random): MemberDetail {
  const age = ageOn(p.birth, day);
  const hasCard = p.health.includes("disabled") && random.chance(0.88);
  const card = `${p.idNumber}${random.int(1, disabilityClasses.length)}${random.int(1, 4)}`;
  return {
    memberId: p.id,
    personCode: null,
    ethnicity: "汉族",
    politics:
      age >= 18 && random.chance(0.035)
        ? "party-member"
        : age >= 14 && age <= 28 && random.chance(0.3)
          ? "youth-league"
          : "masses",
    disabilityCard: hasCard ? card : null,
    soldier: false,
    illnessInsurance: random.chance(0.995) ? true : null,
    residentMedical: true,
    employeeMedical: false,
    residentPension: age >= 16 && p.schooling === null,
    employeePension: false,
    lowIncome: h.type === "low-income",
    destitute: h.type === "destitute",
    speaksMandarin: age < 60 || random.chance(0.3),
    employer: null,
  };
}

/** @param number of the household on the register, from 1. @param day ages and the form's year are counted on it. */
export function formRestOf(h: Household, number: number, day: string, random: Random): FormRest {
  const industries = industriesOf(h, random);
  const inMutualFund = random.chance(0.12);
  const inCooperative = h.covered && random.chance(0.35);
  return {
    detail: {
      standard: random.chance(0.93) ? "national" : "provincial",
      martyrFamily: random.chance(0.006),
      onlyChild: random.chance(0.04),
      twoDaughters: random.chance(0.05),
      ...landOf(h, random),
      industries,
      producerGroup: inCooperative
        ? "cooperative"
        : h.covered
          ? random.pick(["leading-enterprise", null])
          : null,
      inCooperative,
      ledByEnterprise: h.covered && random.chance(0.5),
      ledByLeader: random.chance(0.1),
      inMutualFund,
      mutualFundFen: inMutualFund ? 100_000 * random.int(3, 10) : null,
      ...livingOf(h, random),
      ...helpOf(h, number, day, random),
      ...wishesOf(h, industries, random),
    },
    income: incomeOf(h, Number(day.slice(0, 4)) - 1, random),
    members: h.people.map((p) => memberRest(p, h, day, random)),
  };
}
