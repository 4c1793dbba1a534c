/**
 * Every table, in the order of the road: divisions → enterprises → projects → postings → households →
 * applications → notices → agreements; then who asks (users, sessions, tokens), what was done (audit) and
 * which numbers hold (policy). Money in fen, area in hundredths of a mu, days as YYYY-MM-DD, instants UTC.
 * Columns called …Sealed hold ciphertext (lib/sealing); the database never sees their plain value.
 */
import { sql } from "drizzle-orm";
import {
  bool,
  check,
  day,
  fen,
  index,
  instant,
  int,
  json,
  oneOf,
  primaryKey,
  real,
  serial,
  table,
  text,
  uniqueIndex,
  word,
} from "@/db/columns";
import { newId } from "@/db/ids";
import * as w from "@/db/words";

const id = () => text("id").primaryKey().$defaultFn(newId);
const createdAt = () =>
  instant("created_at")
    .notNull()
    .$defaultFn(() => new Date());
const updatedAt = () =>
  instant("updated_at")
    .notNull()
    .$defaultFn(() => new Date());

// ───────────────────────────── divisions ─────────────────────────────

/** Real divisions of the county by 12-digit code (edition 2023). Points say where they come from. */
export const divisions = table(
  "divisions",
  {
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    pinyin: text("pinyin").notNull(),
    kind: word("kind", w.divisionKinds).notNull(),
    parentCode: text("parent_code"),
    lat: real("lat").notNull(),
    lon: real("lon").notNull(),
    coordSource: text("coord_source").notNull(),
    accuracyKm: real("accuracy_km").notNull(),
    officialName: text("official_name").notNull(),
    edition: text("edition").notNull(),
    /** 建档立卡贫困村. */
    poor: bool("poor").notNull().default(false),
  },
  (t) => [
    oneOf("divisions_kind", t.kind, w.divisionKinds),
    index("divisions_parent").on(t.parentCode),
    check("divisions_code", sql`length(${t.code}) = 12`),
  ],
);

// ──────────────────────── enterprises and projects ────────────────────────

export const enterprises = table(
  "enterprises",
  {
    id: id(),
    creditCode: text("credit_code").notNull().unique("enterprises_credit_code"),
    name: text("name").notNull(),
    pinyin: text("pinyin").notNull(),
    kind: word("kind", w.enterpriseKinds).notNull(),
    state: word("state", w.enterpriseStates).notNull().default("draft"),
    industry: word("industry", w.industries).notNull(),
    villageCode: text("village_code")
      .notNull()
      .references(() => divisions.code),
    address: text("address").notNull().default(""),
    legalPerson: text("legal_person").notNull(),
    contactName: text("contact_name").notNull(),
    contactPhoneSealed: text("contact_phone_sealed"),
    summary: text("summary").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("enterprises_kind", t.kind, w.enterpriseKinds),
    oneOf("enterprises_state", t.state, w.enterpriseStates),
    oneOf("enterprises_industry", t.industry, w.industries),
    check("enterprises_credit_code_length", sql`length(${t.creditCode}) = 18`),
    index("enterprises_village").on(t.villageCode),
  ],
);

export const projects = table(
  "projects",
  {
    id: id(),
    enterpriseId: text("enterprise_id")
      .notNull()
      .references(() => enterprises.id),
    name: text("name").notNull(),
    pinyin: text("pinyin").notNull(),
    industry: word("industry", w.industries).notNull(),
    sector: word("sector", w.sectors).notNull(),
    term: word("term", w.terms).notNull(),
    summary: text("summary").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("projects_industry", t.industry, w.industries),
    oneOf("projects_sector", t.sector, w.sectors),
    oneOf("projects_term", t.term, w.terms),
    index("projects_enterprise").on(t.enterpriseId),
  ],
);

/** The villages a project works in. */
export const projectVillages = table(
  "project_villages",
  {
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    villageCode: text("village_code")
      .notNull()
      .references(() => divisions.code),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.villageCode] })],
);

// ───────────────────────────── postings ─────────────────────────────

/** How many households fit, counted once when the posting is reviewed and shown only as a band. */
export type ReachBand = "under-10" | "10-19" | "20-49" | "50-99" | "100-or-more";

/**
 * A need of a project; what is particular to its kind stands in one detail table each. `capacity` and
 * `taken` count positions (job), hundredths of a mu (land) or persons (equity); the CHECK is what makes
 * overselling impossible, whatever the code above it does.
 */
export const postings = table(
  "postings",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    kind: word("kind", w.postingKinds).notNull(),
    state: word("state", w.postingStates).notNull().default("draft"),
    title: text("title").notNull(),
    summary: text("summary").notNull().default(""),
    villageCode: text("village_code")
      .notNull()
      .references(() => divisions.code),
    lat: real("lat"),
    lon: real("lon"),
    radiusKm: real("radius_km"),
    /** Last day to apply. */
    closesOn: day("closes_on").notNull(),
    capacity: int("capacity").notNull(),
    taken: int("taken").notNull().default(0),
    reachBand: text("reach_band").$type<ReachBand>(),
    /** Rises with each change; the door sends it back, so that nobody overwrites what they have not seen. */
    version: int("version").notNull().default(1),
    createdBy: text("created_by"),
    reviewedBy: text("reviewed_by"),
    publishedAt: instant("published_at"),
    /** Why it was returned or closed, in the officer's words. */
    stateReason: text("state_reason"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    oneOf("postings_kind", t.kind, w.postingKinds),
    oneOf("postings_state", t.state, w.postingStates),
    check("postings_capacity", sql`${t.capacity} >= 1 and ${t.capacity} <= 10000000`),
    check("postings_taken", sql`${t.taken} >= 0 and ${t.taken} <= ${t.capacity}`),
    check("postings_radius", sql`${t.radiusKm} is null or ${t.radiusKm} > 0`),
    check("postings_reviewer", sql`${t.reviewedBy} is null or ${t.reviewedBy} <> ${t.createdBy}`),
    index("postings_project").on(t.projectId),
    index("postings_state_kind").on(t.state, t.kind),
  ],
);

const ofPosting = () =>
  text("posting_id")
    .primaryKey()
    .references(() => postings.id);

export const jobDetails = table(
  "job_details",
  {
    postingId: ofPosting(),
    /** Calendar months of work as bits: January = 1, December = 2048. */
    months: int("months").notNull(),
    work: word("work", w.workKinds).notNull(),
    wageFen: fen("wage_fen").notNull(),
    wageUnit: word("wage_unit", w.wageUnits).notNull(),
    ageMin: int("age_min"),
    ageMax: int("age_max"),
    skills: json<w.Skill[]>("skills").notNull(),
    skillsRequired: bool("skills_required").notNull().default(false),
    lodging: bool("lodging").notNull().default(false),
  },
  (t) => [
    oneOf("job_details_work", t.work, w.workKinds),
    oneOf("job_details_wage_unit", t.wageUnit, w.wageUnits),
    check("job_details_months", sql`${t.months} >= 1 and ${t.months} <= 4095`),
    check("job_details_wage", sql`${t.wageFen} > 0`),
    check("job_details_age", sql`${t.ageMin} is null or ${t.ageMax} is null or ${t.ageMin} <= ${t.ageMax}`),
  ],
);

export const landDetails = table(
  "land_details",
  {
    postingId: ofPosting(),
    parcelKinds: json<w.ParcelKind[]>("parcel_kinds").notNull(),
    minMu100: int("min_mu100").notNull(),
    /** Area at which a household's land counts in full; null = 4 × minMu100. */
    fullMu100: int("full_mu100"),
    rentFenPerMuYear: fen("rent_fen_per_mu_year").notNull(),
    years: int("years").notNull(),
  },
  (t) => [
    check(
      "land_details_mu",
      sql`${t.minMu100} > 0 and (${t.fullMu100} is null or ${t.fullMu100} >= ${t.minMu100})`,
    ),
    check("land_details_rent", sql`${t.rentFenPerMuYear} > 0`),
    check("land_details_years", sql`${t.years} >= 1 and ${t.years} <= 30`),
  ],
);

/** 配股: rates in basis points (500 = 5 %). */
export const equityDetails = table(
  "equity_details",
  {
    postingId: ofPosting(),
    fenPerPerson: fen("fen_per_person").notNull(),
    guaranteedBp: int("guaranteed_bp").notNull(),
    secondBp: int("second_bp").notNull(),
    bindingLink: word("binding_link", w.bindingLinks).notNull(),
  },
  (t) => [
    oneOf("equity_details_link", t.bindingLink, w.bindingLinks),
    check(
      "equity_details_terms",
      sql`${t.fenPerPerson} > 0 and ${t.guaranteedBp} >= 0 and ${t.secondBp} >= 0`,
    ),
  ],
);

// ───────────────────────────── households ─────────────────────────────

export const households = table(
  "households",
  {
    /** 户编号: opaque, given by the national system. */
    code: text("code").primaryKey(),
    headName: text("head_name").notNull(),
    pinyin: text("pinyin").notNull(),
    villageCode: text("village_code")
      .notNull()
      .references(() => divisions.code),
    address: text("address").notNull().default(""),
    lat: real("lat"),
    lon: real("lon"),
    phoneSealed: text("phone_sealed"),
    type: word("type", w.householdTypes).notNull(),
    status: word("status", w.householdStatuses).notNull(),
    register: word("register", w.registerStates).notNull().default("listed"),
    cause: word("cause", w.causes).notNull(),
    otherCauses: json<w.Cause[]>("other_causes").notNull(),
    /** Net income per person last year; may be negative; null when not recorded. */
    incomePerPersonFen: fen("income_per_person_fen"),
    version: int("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("households_type", t.type, w.householdTypes),
    oneOf("households_status", t.status, w.householdStatuses),
    oneOf("households_register", t.register, w.registerStates),
    oneOf("households_cause", t.cause, w.causes),
    index("households_village").on(t.villageCode),
  ],
);

export const members = table(
  "members",
  {
    id: id(),
    householdCode: text("household_code")
      .notNull()
      .references(() => households.code),
    name: text("name").notNull(),
    relation: word("relation", w.relations).notNull(),
    sex: word("sex", w.sexes).notNull(),
    birth: day("birth").notNull(),
    idNumberSealed: text("id_number_sealed").notNull(),
    /** Keyed blind index of the ID number: nobody is on the register twice. */
    idNumberIndex: text("id_number_index").notNull().unique("members_id_number"),
    education: word("education", w.educations),
    schooling: word("schooling", w.schoolings),
    /** Sealed JSON list of health words. */
    healthSealed: text("health_sealed").notNull(),
    laborClass: word("labor_class", w.laborClasses).notNull(),
    skills: json<w.Skill[]>("skills").notNull(),
    workPlace: word("work_place", w.workPlaces),
    workMonths: int("work_months"),
    state: word("state", w.memberStates).notNull().default("present"),
  },
  (t) => [
    oneOf("members_relation", t.relation, w.relations),
    oneOf("members_sex", t.sex, w.sexes),
    oneOf("members_education", t.education, w.educations),
    oneOf("members_schooling", t.schooling, w.schoolings),
    oneOf("members_labor_class", t.laborClass, w.laborClasses),
    oneOf("members_work_place", t.workPlace, w.workPlaces),
    oneOf("members_state", t.state, w.memberStates),
    check("members_education_or_school", sql`${t.education} is null or ${t.schooling} is null`),
    check(
      "members_work",
      sql`(${t.workPlace} is null) = (${t.workMonths} is null) and (${t.workMonths} is null or (${t.workMonths} >= 0 and ${t.workMonths} <= 12))`,
    ),
    uniqueIndex("members_one_head").on(t.householdCode).where(sql`relation = 'head' and state = 'present'`),
    index("members_household").on(t.householdCode),
  ],
);

export const parcels = table(
  "parcels",
  {
    id: id(),
    householdCode: text("household_code")
      .notNull()
      .references(() => households.code),
    kind: word("kind", w.parcelKinds).notNull(),
    use: word("use", w.parcelUses).notNull(),
    /** Used by the household itself, yet on offer. */
    offered: bool("offered").notNull().default(false),
    areaMu100: int("area_mu100").notNull(),
  },
  (t) => [
    oneOf("parcels_kind", t.kind, w.parcelKinds),
    oneOf("parcels_use", t.use, w.parcelUses),
    check("parcels_area", sql`${t.areaMu100} > 0 and ${t.areaMu100} <= 1000000`),
    index("parcels_household").on(t.householdCode),
  ],
);

// ───────────────────────────── applications ─────────────────────────────

/** Score, factors and reasons as they stood when the household applied: what an officer later defends. */
export type FrozenMatch = {
  score: number;
  parts: { labor: number; land: number; distance: number; need: number };
  reasons: readonly { code: string; [data: string]: unknown }[];
  tier: string;
  /** All that the enterprise is shown of the household before the match is final. */
  bands: { labor: string; land: string; distance: string };
  policyOn: string;
};

export const applications = table(
  "applications",
  {
    id: id(),
    postingId: text("posting_id")
      .notNull()
      .references(() => postings.id),
    householdCode: text("household_code")
      .notNull()
      .references(() => households.code),
    state: word("state", w.applicationStates).notNull(),
    /** Job: who would work. */
    memberId: text("member_id").references(() => members.id),
    /** What it takes of the posting's capacity: 1 position, hundredths of a mu, or persons. */
    size: int("size").notNull(),
    /** What the enterprise is shown instead of a code or a name until the match is final. */
    cardToken: text("card_token").notNull().unique("applications_card"),
    /** The officer who proposed it to the household, if one did. */
    invitedBy: text("invited_by"),
    appliedBy: text("applied_by"),
    /** Set when a village worker applied for the household. */
    onBehalfBy: text("on_behalf_by"),
    consentHow: word("consent_how", w.consentWays),
    consentEvidence: text("consent_evidence"),
    match: json<FrozenMatch>("match"),
    answeredBy: text("answered_by"),
    approvedBy: text("approved_by"),
    declineReason: word("decline_reason", w.declineReasons),
    /** The last decision's reason in words the household is shown. */
    stateReason: text("state_reason"),
    version: int("version").notNull().default(1),
    createdAt: createdAt(),
    stateAt: instant("state_at")
      .notNull()
      .$defaultFn(() => new Date()),
  },
  (t) => [
    oneOf("applications_state", t.state, w.applicationStates),
    oneOf("applications_consent", t.consentHow, w.consentWays),
    oneOf("applications_decline", t.declineReason, w.declineReasons),
    check("applications_size", sql`${t.size} >= 1`),
    // One person, one step: nobody decides what they proposed, applied for or accepted.
    check(
      "applications_duties",
      sql`${t.approvedBy} is null or ((${t.invitedBy} is null or ${t.approvedBy} <> ${t.invitedBy}) and (${t.appliedBy} is null or ${t.approvedBy} <> ${t.appliedBy}) and (${t.answeredBy} is null or ${t.approvedBy} <> ${t.answeredBy}))`,
    ),
    check(
      "applications_word",
      sql`${t.state} not in ('approved', 'held', 'final') or ${t.consentHow} is not null`,
    ),
    uniqueIndex("applications_one_open")
      .on(t.postingId, t.householdCode)
      .where(sql`state in ('invited', 'applied', 'accepted', 'returned', 'approved', 'held', 'final')`),
    index("applications_household").on(t.householdCode, t.state),
    index("applications_posting_state").on(t.postingId, t.state),
    index("applications_state").on(t.state),
  ],
);

/** The parcels a land application offers, and how much of each. */
export const applicationParcels = table(
  "application_parcels",
  {
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
    parcelId: text("parcel_id")
      .notNull()
      .references(() => parcels.id),
    mu100: int("mu100").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.parcelId] }),
    check("application_parcels_mu", sql`${t.mu100} > 0`),
    index("application_parcels_parcel").on(t.parcelId),
  ],
);

// ───────────────────────────── county plans ─────────────────────────────

/** An officer's standing order for a plan: this pair must be in it, or must never be. */
export type PlanRule = { household: string; posting: string; rule: "pin" | "forbid" };

/** What a finished plan says of itself; shares are of the households on the register. */
export type PlanSummary = {
  value: number;
  bound: number;
  gap: number;
  seconds: number;
  households: { all: number; coveredBefore: number; coveredAfter: number };
  persons: { all: number; coveredBefore: number; coveredAfter: number };
  towns: { code: string; all: number; before: number; after: number }[];
  /** Places asked for beyond what a posting has, and places nobody could fill, in the posting's own unit. */
  postings: { id: string; capacity: number; filled: number; price: number; turnedAway: number }[];
};

/** 统筹方案: a proposal, kept with the hash of its inputs and its certificate, so that it can be replayed. */
export const plans = table(
  "plans",
  {
    id: id(),
    state: word("state", w.planStates).notNull().default("running"),
    divisionScope: text("division_scope").notNull(),
    /** The day whose county it plans. */
    plannedFor: day("planned_for").notNull(),
    rules: json<PlanRule[]>("rules").notNull(),
    /** The plan it starts from, whose unaffected pairs it keeps. */
    basedOn: text("based_on"),
    inputsHash: text("inputs_hash"),
    summary: json<PlanSummary>("summary"),
    /** Posting id → price of one unit: whoever has the inputs can check the bound with it. */
    prices: json<Record<string, number>>("prices"),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    finishedAt: instant("finished_at"),
    /** Why it failed: the code of a refusal, with what it names. */
    failure: json<{ code: string; [data: string]: unknown }>("failure"),
  },
  (t) => [
    oneOf("plans_state", t.state, w.planStates),
    check("plans_done", sql`${t.state} <> 'done' or ${t.summary} is not null`),
  ],
);

/** Who would go where; `size` in the posting's unit, `score` as the ranking gives it. */
export const planPairs = table(
  "plan_pairs",
  {
    planId: text("plan_id")
      .notNull()
      .references(() => plans.id),
    /** Household and what it brings: one row an item. */
    item: text("item").notNull(),
    householdCode: text("household_code")
      .notNull()
      .references(() => households.code),
    postingId: text("posting_id")
      .notNull()
      .references(() => postings.id),
    memberId: text("member_id"),
    parcelId: text("parcel_id"),
    persons: int("persons"),
    size: int("size").notNull(),
    score: real("score").notNull(),
    /** The application it became, once accepted. */
    applicationId: text("application_id"),
    /** Why it could not be accepted: the code of the refusal. */
    skipped: text("skipped"),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.item] }),
    index("plan_pairs_posting").on(t.planId, t.postingId),
    index("plan_pairs_household").on(t.householdCode),
  ],
);

// ───────────────────────────── notices ─────────────────────────────

/** 公示: one notice, one application. The public sees a whitelist of it, masked, until it is over. */
export const notices = table(
  "notices",
  {
    id: id(),
    number: text("number").notNull().unique("notices_number"),
    applicationId: text("application_id")
      .notNull()
      .unique("notices_application")
      .references(() => applications.id),
    state: word("state", w.noticeStates).notNull().default("open"),
    publishedOn: day("published_on").notNull(),
    /** Last day of the notice, fixed when it is published. */
    endsOn: day("ends_on").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("notices_state", t.state, w.noticeStates),
    check("notices_days", sql`${t.endsOn} > ${t.publishedOn}`),
    index("notices_state_ends").on(t.state, t.endsOn),
  ],
);

export const objections = table(
  "objections",
  {
    id: id(),
    noticeId: text("notice_id")
      .notNull()
      .references(() => notices.id),
    via: word("via", w.objectionVias).notNull(),
    state: word("state", w.objectionStates).notNull().default("open"),
    body: text("body").notNull(),
    /** How to reach who objected, if they said; sealed. */
    contactSealed: text("contact_sealed"),
    recordedBy: text("recorded_by"),
    decidedBy: text("decided_by"),
    decisionReason: text("decision_reason"),
    createdAt: createdAt(),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    oneOf("objections_via", t.via, w.objectionVias),
    oneOf("objections_state", t.state, w.objectionStates),
    check(
      "objections_decided",
      sql`(${t.state} = 'open') = (${t.decidedBy} is null) and (${t.state} = 'open' or ${t.decisionReason} is not null)`,
    ),
    check(
      "objections_duties",
      sql`${t.decidedBy} is null or ${t.recordedBy} is null or ${t.decidedBy} <> ${t.recordedBy}`,
    ),
    index("objections_notice").on(t.noticeId),
  ],
);

// ───────────────────────────── agreements ─────────────────────────────

/** 协议, made when a match becomes final. Its terms and the moneys they bring come later on the road. */
export const agreements = table(
  "agreements",
  {
    id: id(),
    number: text("number").notNull().unique("agreements_number"),
    applicationId: text("application_id")
      .notNull()
      .unique("agreements_application")
      .references(() => applications.id),
    state: word("state", w.agreementStates).notNull().default("live"),
    startsOn: day("starts_on").notNull(),
    endsOn: day("ends_on"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("agreements_state", t.state, w.agreementStates),
    check("agreements_days", sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
  ],
);

// ───────────────────────── who is asking ─────────────────────────

export const users = table(
  "users",
  {
    id: id(),
    username: text("username").notNull().unique("users_username"),
    name: text("name").notNull(),
    role: word("role", w.roles).notNull(),
    /** Division prefix of 2, 4, 6, 9 or 12 digits for village, town, county, admin and auditor. */
    divisionScope: text("division_scope"),
    enterpriseId: text("enterprise_id").references(() => enterprises.id),
    householdCode: text("household_code").references(() => households.code),
    passwordHash: text("password_hash").notNull(),
    state: word("state", w.userStates).notNull().default("active"),
    /** Rises when the password, role, scope or state changes; a session with an older one is over. */
    sessionVersion: int("session_version").notNull().default(1),
    failedTries: int("failed_tries").notNull().default(0),
    lockedUntil: instant("locked_until"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("users_role", t.role, w.roles),
    oneOf("users_state", t.state, w.userStates),
    check(
      "users_scope",
      sql`(${t.role} = 'enterprise' and ${t.enterpriseId} is not null and ${t.householdCode} is null and ${t.divisionScope} is null)
        or (${t.role} = 'household' and ${t.householdCode} is not null and ${t.enterpriseId} is null and ${t.divisionScope} is null)
        or (${t.role} not in ('enterprise', 'household') and ${t.divisionScope} is not null and length(${t.divisionScope}) in (2, 4, 6, 9, 12) and ${t.enterpriseId} is null and ${t.householdCode} is null)`,
    ),
  ],
);

export const sessions = table(
  "sessions",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    endedAt: instant("ended_at"),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** API tokens; only their SHA-256 is kept (they are long and random). */
export const tokens = table(
  "tokens",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    tokenHash: text("token_hash").notNull().unique("tokens_hash"),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [index("tokens_user").on(t.userId)],
);

/** Answers already given to a POST, by its Idempotency-Key, so that a repeat does nothing twice. */
export const idempotency = table(
  "idempotency",
  {
    userId: text("user_id").notNull(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    status: int("status").notNull(),
    body: json<unknown>("body"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key] })],
);

// ───────────────────────── audit and policy ─────────────────────────

/** Append-only (triggers refuse UPDATE and DELETE), each row chained to the one before by SHA-256. */
export const audit = table(
  "audit",
  {
    seq: int("seq").primaryKey(),
    at: instant("at").notNull(),
    userId: text("user_id"),
    role: text("role").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    subjectId: text("subject_id").notNull(),
    /** Whom the row concerns, for "who looked at us". */
    householdCode: text("household_code"),
    before: json<unknown>("before"),
    after: json<unknown>("after"),
    why: text("why"),
    requestId: text("request_id"),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    index("audit_subject").on(t.subject, t.subjectId),
    index("audit_household").on(t.householdCode),
    index("audit_user").on(t.userId),
  ],
);

/** Dated parameters: the value that holds on a day is the applied row with the latest startsOn ≤ day. */
export const policy = table(
  "policy",
  {
    id: id(),
    key: text("key").notNull(),
    value: json<unknown>("value").notNull(),
    startsOn: day("starts_on").notNull(),
    document: text("document").notNull(),
    proposedBy: text("proposed_by"),
    appliedBy: text("applied_by"),
    appliedAt: instant("applied_at"),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      "policy_duties",
      sql`${t.proposedBy} is null or ${t.appliedBy} is null or ${t.proposedBy} <> ${t.appliedBy}`,
    ),
    index("policy_key").on(t.key, t.startsOn),
  ],
);

/**
 * What changed that matching reads, written by triggers in the same transaction as the change: the county
 * index asks for rows after the last one it has seen and is therefore never stale.
 */
export const countyChanges = table("county_changes", {
  seq: serial("seq").primaryKey(),
  householdCode: text("household_code"),
  postingId: text("posting_id"),
});
