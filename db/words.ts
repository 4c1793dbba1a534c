/**
 * The closed lists of the business, each written once: the column's CHECK, the parser, the label and the
 * test all read the list from here. Words are the glossary's. This file imports nothing.
 */

export const divisionKinds = ["county", "subdistrict", "town", "community", "village"] as const;
export type DivisionKind = (typeof divisionKinds)[number];

export const enterpriseKinds = [
  "leading",
  "park",
  "cooperative",
  "big-household",
  "community-factory",
  "collective",
] as const;
export type EnterpriseKind = (typeof enterpriseKinds)[number];

export const enterpriseStates = ["draft", "verified", "suspended", "struck-off"] as const;
export type EnterpriseState = (typeof enterpriseStates)[number];

/** The county's suggested industries (statistics.md §6); an editable list once the registry is built. */
export const industries = [
  "tea",
  "livestock",
  "herbs",
  "grain-oil",
  "mushroom",
  "cherry",
  "kiwifruit",
  "tobacco",
  "nuts",
  "fishery",
  "tourism",
  "e-commerce",
  "workshop",
] as const;
export type Industry = (typeof industries)[number];

export const sectors = ["primary", "secondary", "tertiary"] as const;
export type Sector = (typeof sectors)[number];

/** 短效 / 长效: brings income within the year, or for years. */
export const terms = ["short", "long"] as const;
export type Term = (typeof terms)[number];

export const postingKinds = ["job", "land", "equity"] as const;
export type PostingKind = (typeof postingKinds)[number];

export const postingStates = ["draft", "submitted", "published", "returned", "closed"] as const;
export type PostingState = (typeof postingStates)[number];

/** What a job asks of a body: which labor classes it admits is a rule of matching. */
export const workKinds = ["light", "ordinary", "skilled"] as const;
export type WorkKind = (typeof workKinds)[number];

export const wageUnits = ["month", "day"] as const;
export type WageUnit = (typeof wageUnits)[number];

/** 带动方式 that can bind a share allotment to real work or land (the report, 经验三). */
export const bindingLinks = ["land", "order", "labor"] as const;
export type BindingLink = (typeof bindingLinks)[number];

export const laborClasses = ["skilled", "ordinary", "weak", "lost", "none"] as const;
export type LaborClass = (typeof laborClasses)[number];

export const skills = [
  "tea-picking",
  "tea-processing",
  "pruning",
  "planting",
  "mushroom-growing",
  "herb-growing",
  "animal-care",
  "fish-farming",
  "sewing",
  "electronics-assembly",
  "cooking",
  "driving",
  "carpentry",
  "masonry",
  "online-selling",
  "bookkeeping",
] as const;
export type Skill = (typeof skills)[number];

export const sexes = ["male", "female"] as const;
export type Sex = (typeof sexes)[number];

/** 与户主关系, as the national system's exports write it (statistics.md §4). */
export const relations = [
  "head",
  "spouse",
  "son",
  "daughter",
  "daughter-in-law",
  "son-in-law",
  "grandson",
  "granddaughter",
  "daughters-son",
  "daughters-daughter",
  "father",
  "mother",
  "wifes-father",
  "wifes-mother",
  "husbands-father",
  "husbands-mother",
  "grandfather",
  "grandmother",
  "maternal-grandfather",
  "maternal-grandmother",
  "sibling",
  "great-grandson",
  "great-granddaughter",
  "nephew",
  "niece",
  "brothers-wife",
  "uncle",
  "other",
] as const;
export type Relation = (typeof relations)[number];

export const educations = ["illiterate", "primary", "junior", "senior", "college", "bachelor"] as const;
export type Education = (typeof educations)[number];

/** 在校生状况. A member has either this or an education, never both. */
export const schoolings = [
  "preschool-age",
  "kindergarten",
  "primary",
  "junior",
  "senior",
  "vocational-senior",
  "vocational-college",
  "technician",
  "undergraduate",
  "postgraduate",
] as const;
export type Schooling = (typeof schoolings)[number];

/** 健康状况; several may hold at once, except that healthy stands alone. */
export const healths = ["healthy", "chronic", "serious-illness", "disabled"] as const;
export type Health = (typeof healths)[number];

export const workPlaces = ["in-town", "in-county", "in-province", "out-of-province"] as const;
export type WorkPlace = (typeof workPlaces)[number];

export const causes = [
  "illness",
  "disability",
  "schooling",
  "disaster",
  "marriage",
  "bereavement",
  "no-land",
  "no-water",
  "no-skill",
  "no-funds",
  "no-labor",
  "no-road",
  "low-drive",
  "other",
] as const;
export type Cause = (typeof causes)[number];

export const householdTypes = ["general", "low-income", "destitute"] as const;
export type HouseholdType = (typeof householdTypes)[number];

export const householdStatuses = ["poor", "lifted", "monitored"] as const;
export type HouseholdStatus = (typeof householdStatuses)[number];

/** Whether a household stands on the register; rows are never deleted. */
export const registerStates = ["listed", "moved-away", "merged", "struck-off"] as const;
export type RegisterState = (typeof registerStates)[number];

export const memberStates = ["present", "moved-out", "died"] as const;
export type MemberState = (typeof memberStates)[number];

export const parcelKinds = ["paddy", "dry", "tea", "orchard", "forest", "water"] as const;
export type ParcelKind = (typeof parcelKinds)[number];

export const parcelUses = ["own-use", "idle", "leased-out"] as const;
export type ParcelUse = (typeof parcelUses)[number];

export const applicationStates = [
  "invited",
  "applied",
  "accepted",
  "declined",
  "returned",
  "approved",
  "held",
  "rejected",
  "final",
  "withdrawn",
  "expired",
  "obsolete",
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** Capacity counts these (interfaces.md); they also bind the household's members, mu and persons. */
export const boundStates = ["approved", "held", "final"] as const satisfies readonly ApplicationState[];

/** How the household gave its word. */
export const consentWays = ["own-account", "code", "slip", "witnesses"] as const;
export type ConsentWay = (typeof consentWays)[number];

/** Why an enterprise declines, in codes the household is shown as plain words. */
export const declineReasons = [
  "places-filled",
  "season-over",
  "work-does-not-fit",
  "land-does-not-fit",
  "too-far",
  "could-not-reach",
  "posting-withdrawn",
  "other",
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const noticeStates = ["open", "over", "withdrawn"] as const;
export type NoticeState = (typeof noticeStates)[number];

export const objectionStates = ["open", "upheld", "dismissed"] as const;
export type ObjectionState = (typeof objectionStates)[number];

export const objectionVias = ["web", "paper", "phone"] as const;
export type ObjectionVia = (typeof objectionVias)[number];

export const agreementStates = ["live", "ended"] as const;
export type AgreementState = (typeof agreementStates)[number];

export const planStates = ["running", "done", "cancelled", "failed"] as const;
export type PlanState = (typeof planStates)[number];

export const roles = ["household", "village", "town", "county", "admin", "enterprise", "auditor"] as const;
export type Role = (typeof roles)[number];

export const userStates = ["active", "suspended"] as const;
export type UserState = (typeof userStates)[number];

export const locales = ["zh", "en"] as const;
export type Locale = (typeof locales)[number];
