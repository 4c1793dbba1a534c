import * as w from "@/db/words";
import type { HouseholdPart, IncomePart, MemberPart, ParcelPart } from "@/lib/households/whole";

/**
 * What each field of the official form holds: read by the forms, by the parser and by whoever shows a value.
 * `label` names the list's words in the dictionary.
 */
export type FieldKind =
  | { as: "line"; max: number }
  | { as: "prose"; max: number }
  | { as: "phone" | "id-number" | "card" | "day" | "yes-no" | "mu" | "village" | "household" }
  /** Codes of the county's own list. */
  | { as: "industries" }
  /** Fen, shown as yuan; may be below zero where said so. */
  | { as: "yuan"; negative?: true }
  | { as: "number"; max: number; unit: "km" | "m2" | "degrees" }
  | { as: "whole"; max: number; unit: "months" }
  | { as: "word" | "words"; list: readonly string[]; label: WordList; most?: number };

export type WordList =
  | "householdType"
  | "householdStatus"
  | "registerState"
  | "cause"
  | "standard"
  | "producerGroup"
  | "housingStructure"
  | "housingDanger"
  | "roadKind"
  | "fuel"
  | "helpNeed"
  | "workPlace"
  | "postingKind"
  | "relation"
  | "sex"
  | "education"
  | "schooling"
  | "health"
  | "laborClass"
  | "skill"
  | "memberState"
  | "politics"
  | "parcelKind"
  | "parcelUse"
  | "parcelState";

const word = (list: readonly string[], label: WordList): FieldKind => ({ as: "word", list, label });
const words = (list: readonly string[], label: WordList, most?: number): FieldKind => ({
  as: "words",
  list,
  label,
  ...(most && { most }),
});
const line = (max: number): FieldKind => ({ as: "line", max });
const yesNo: FieldKind = { as: "yes-no" };
const mu: FieldKind = { as: "mu" };
const yuan: FieldKind = { as: "yuan" };
const degrees: FieldKind = { as: "number", max: 180, unit: "degrees" };

export const householdKinds: Record<keyof HouseholdPart, FieldKind> = {
  headName: line(50),
  villageCode: { as: "village" },
  address: line(100),
  lat: degrees,
  lon: degrees,
  phone: { as: "phone" },
  type: word(w.householdTypes, "householdType"),
  status: word(w.householdStatuses, "householdStatus"),
  register: word(w.registerStates, "registerState"),
  cause: word(w.causes, "cause"),
  otherCauses: words(w.causes, "cause", 2),
  incomePerPersonFen: { as: "yuan", negative: true },
  mergedInto: { as: "household" },
  standard: word(w.standards, "standard"),
  martyrFamily: yesNo,
  onlyChild: yesNo,
  twoDaughters: yesNo,
  arableMu100: mu,
  certifiedMu100: mu,
  irrigatedMu100: mu,
  dryMu100: mu,
  paddyMu100: mu,
  forestMu100: mu,
  returnedForestMu100: mu,
  orchardMu100: mu,
  pastureMu100: mu,
  waterMu100: mu,
  industries: { as: "industries" },
  producerGroup: word(w.producerGroups, "producerGroup"),
  inCooperative: yesNo,
  ledByEnterprise: yesNo,
  ledByLeader: yesNo,
  inMutualFund: yesNo,
  mutualFundFen: yuan,
  housingM2: { as: "number", max: 10_000, unit: "m2" },
  housingStructure: word(w.housingStructures, "housingStructure"),
  housingDanger: word(w.housingDangers, "housingDanger"),
  relocated: yesNo,
  mainRoadKm: { as: "number", max: 500, unit: "km" },
  roadKind: word(w.roadKinds, "roadKind"),
  hasElectricity: yesNo,
  hasSafeWater: yesNo,
  hasToilet: yesNo,
  hasBroadcast: yesNo,
  fuel: word(w.fuels, "fuel"),
  helperName: line(50),
  helperUnit: line(100),
  helperPost: line(50),
  helperPhone: { as: "phone" },
  helpNeeds: words(w.helpNeeds, "helpNeed"),
  liftedOn: { as: "day" },
  wishIndustries: { as: "industries" },
  wishPlace: word(w.workPlaces, "workPlace"),
  wishKinds: words(w.postingKinds, "postingKind"),
  wishNote: { as: "prose", max: 300 },
};

export const memberKinds: Record<Exclude<keyof MemberPart, "id">, FieldKind> = {
  name: line(50),
  relation: word(w.relations, "relation"),
  sex: word(w.sexes, "sex"),
  birth: { as: "day" },
  idNumber: { as: "id-number" },
  education: word(w.educations, "education"),
  schooling: word(w.schoolings, "schooling"),
  health: words(w.healths, "health"),
  laborClass: word(w.laborClasses, "laborClass"),
  skills: words(w.skills, "skill"),
  workPlace: word(w.workPlaces, "workPlace"),
  workMonths: { as: "whole", max: 12, unit: "months" },
  state: word(w.memberStates, "memberState"),
  personCode: line(40),
  ethnicity: line(20),
  politics: word(w.politics, "politics"),
  disabilityCard: { as: "card" },
  soldier: yesNo,
  illnessInsurance: yesNo,
  residentMedical: yesNo,
  employeeMedical: yesNo,
  residentPension: yesNo,
  employeePension: yesNo,
  lowIncome: yesNo,
  destitute: yesNo,
  speaksMandarin: yesNo,
  employer: line(100),
};

export const parcelKinds: Record<Exclude<keyof ParcelPart, "id">, FieldKind> = {
  kind: word(w.parcelKinds, "parcelKind"),
  use: word(w.parcelUses, "parcelUse"),
  offered: yesNo,
  areaMu100: mu,
  state: word(w.parcelStates, "parcelState"),
};

export const incomeKinds: Record<Exclude<keyof IncomePart, "year">, FieldKind> = {
  wagesFen: yuan,
  productionFen: yuan,
  propertyFen: yuan,
  transferFen: yuan,
  lowIncomeFen: yuan,
  destituteFen: yuan,
  pensionFen: yuan,
  familyPlanningFen: yuan,
  ecologyFen: yuan,
  costFen: yuan,
  netFen: { as: "yuan", negative: true },
  perPersonFen: { as: "yuan", negative: true },
  industryFen: yuan,
};

/** The form's groups, each a page of its own (statistics.md §7); people, land, income and events have theirs. */
export const householdGroups = {
  basics: [
    ...(["address", "phone", "type", "standard", "cause", "otherCauses"] as const),
    ...(["martyrFamily", "onlyChild", "twoDaughters"] as const),
  ],
  production: [
    ...(["industries", "producerGroup", "inCooperative", "ledByEnterprise", "ledByLeader"] as const),
    ...(["inMutualFund", "mutualFundFen", "arableMu100", "certifiedMu100", "irrigatedMu100"] as const),
    ...(["dryMu100", "paddyMu100", "forestMu100", "returnedForestMu100", "orchardMu100"] as const),
    ...(["pastureMu100", "waterMu100"] as const),
  ],
  living: [
    ...(["housingM2", "housingStructure", "housingDanger", "relocated", "mainRoadKm", "roadKind"] as const),
    ...(["hasElectricity", "hasSafeWater", "hasToilet", "hasBroadcast", "fuel"] as const),
  ],
  help: ["helpNeeds", "helperName", "helperUnit", "helperPost", "helperPhone"],
  wishes: ["wishKinds", "wishIndustries", "wishPlace", "wishNote"],
} as const satisfies Record<string, readonly (keyof HouseholdPart)[]>;
export type HouseholdGroup = keyof typeof householdGroups;
export const householdGroupNames = Object.keys(householdGroups) as HouseholdGroup[];

/** A member's fields, what changes most first: what it can do, its health and insurance, who it is. */
export const memberGroups = {
  work: [
    ...(["laborClass", "skills", "education", "schooling", "workPlace", "workMonths", "employer"] as const),
    "speaksMandarin",
  ],
  health: [
    ...(["health", "disabilityCard", "illnessInsurance", "residentMedical", "employeeMedical"] as const),
    ...(["residentPension", "employeePension", "lowIncome", "destitute", "soldier"] as const),
  ],
  person: ["name", "relation", "sex", "birth", "idNumber", "ethnicity", "politics"],
} as const satisfies Record<string, readonly (keyof MemberPart)[]>;
export type MemberGroup = keyof typeof memberGroups;
export const memberGroupNames = Object.keys(memberGroups) as MemberGroup[];

/** Fields that are never empty. */
export const mustHave: readonly string[] = [
  ...["type", "status", "cause", "villageCode", "register", "headName"],
  ...["name", "relation", "sex", "birth", "idNumber", "health", "laborClass", "state"],
  ...["kind", "use", "areaMu100"],
];

/** The page on which a field of the household is changed. */
export const groupOf = (field: string): HouseholdGroup =>
  householdGroupNames.find((name) => (householdGroups[name] as readonly string[]).includes(field)) ??
  "basics";
