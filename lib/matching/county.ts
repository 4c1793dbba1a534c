import type {
  BindingLink,
  LaborClass,
  ParcelKind,
  ParcelUse,
  PostingKind,
  Skill,
  Term,
  WorkKind,
} from "@/db/words";
import type { Roads } from "@/lib/matching/distance";

/**
 * What the engine reads, and nothing else: no name, sex, ethnicity, party, religion or kin. Built by
 * queries.ts from the database, or by a test. Months are bits, January = 1 … December = 2048; areas are
 * hundredths of a mu; a point is WGS84 degrees.
 */

export type Point = { lat: number; lon: number };

export type CountyMember = {
  id: string;
  birth: string;
  atSchool: boolean;
  laborClass: LaborClass;
  skills: readonly Skill[];
  /** Months bound by a live agreement (approved, held or final, not ended). */
  boundMonths: number;
};

export type CountyParcel = {
  id: string;
  kind: ParcelKind;
  use: ParcelUse;
  offered: boolean;
  areaMu100: number;
  /** Already agreed away in live matches: leased, or promised to an order. */
  agreedMu100: number;
};

export type CountyHousehold = {
  code: string;
  village: string;
  /** Its own point if it has one, else its village's. */
  point: Point;
  /** False once it moved away or left the register. */
  listed: boolean;
  /** Living members on the register. */
  persons: number;
  /** Persons already holding allotted shares, in live matches. */
  allottedPersons: number;
  /** Null when not recorded: then it counts as at the line. May be negative. */
  incomePerPersonFen: number | null;
  /** Live projects: final matches whose agreement has not ended. Covered = at least one. */
  liveProjects: number;
  members: readonly CountyMember[];
  parcels: readonly CountyParcel[];
};

type PostingBase = {
  id: string;
  kind: PostingKind;
  enterpriseId: string;
  term: Term;
  village: string;
  point: Point;
  radiusKm: number | null;
  /** Published, its enterprise in good standing, and its last day not past. */
  open: boolean;
  /** Positions, hundredths of a mu, persons, jin of the product, households or plots. */
  capacity: number;
  /** Taken by approved, held and final matches. */
  taken: number;
};

export type JobPosting = PostingBase & {
  kind: "job";
  months: number;
  work: WorkKind;
  ageMin: number | null;
  ageMax: number | null;
  skills: readonly Skill[];
  skillsRequired: boolean;
  lodging: boolean;
};

export type LandPosting = PostingBase & {
  kind: "land";
  parcelKinds: readonly ParcelKind[];
  minMu100: number;
  /** Null = 4 × minMu100. */
  fullMu100: number | null;
};

export type EquityPosting = PostingBase & {
  kind: "equity";
  bindingLink: BindingLink;
  /** Its enterprise has an open posting or a live agreement of the binding kind. */
  bindingLive: boolean;
};

/** 订单回购. */
export type OrderPosting = PostingBase & {
  kind: "order";
  /** What the product grows on; empty when it needs no land. */
  parcelKinds: readonly ParcelKind[];
  /** 斤 (500 g) a mu and year; when it needs no land, a free worker and year. */
  yieldJin: number;
  /** What a household delivers in a year: at least, and in full, which is also the most. */
  minJin: number;
  fullJin: number;
};

/** 入社. */
export type MembershipPosting = PostingBase & {
  kind: "membership";
  /** Villages it takes members from; null = anywhere. */
  villages: readonly string[] | null;
};

/** 入园承包: ordinary work in the park, through these months, on plots of one's own account. */
export type ContractPosting = PostingBase & {
  kind: "contract";
  months: number;
  /** Helpful, never required. */
  skills: readonly Skill[];
  maxPlots: number;
};

export type CountyPosting =
  | JobPosting
  | LandPosting
  | EquityPosting
  | OrderPosting
  | MembershipPosting
  | ContractPosting;

/** What work asks of the member who would do it. */
export type AskedWork = Pick<
  JobPosting,
  "months" | "work" | "ageMin" | "ageMax" | "skills" | "skillsRequired"
>;

/** The work a job or a plot asks for; null for kinds that ask nobody in particular. */
export function askedWork(posting: JobPosting | ContractPosting): AskedWork;
export function askedWork(posting: CountyPosting): AskedWork | null;
export function askedWork(posting: CountyPosting): AskedWork | null {
  if (posting.kind === "job") return posting;
  if (posting.kind !== "contract") return null;
  const { months, skills } = posting;
  return { months, skills, work: "ordinary", ageMin: null, ageMax: null, skillsRequired: false };
}

/** Rules that can refuse a household, in the order they are asked. */
export const refusalRules = [
  "not-listed",
  "posting-closed",
  "no-capacity",
  "outside-radius",
  "outside-villages",
  "no-labor",
  "at-school-or-too-young",
  "outside-age-limits",
  "labor-class",
  "skill-missing",
  "not-free-in-season",
  "no-offered-land",
  "too-little-land",
  "no-unallotted-persons",
  "no-binding-link",
  "no-growing-land",
  "too-little-to-deliver",
  "nothing-to-bring",
] as const;
export type RefusalRule = (typeof refusalRules)[number];

export type County = {
  households: readonly CountyHousehold[];
  postings: readonly CountyPosting[];
  /** The county's own village-to-village table, if one was uploaded. */
  roads?: Roads;
};

/** Order of codes and ids: by UTF-16 code unit, the same on every machine and in every locale. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
