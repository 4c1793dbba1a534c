/**
 * Every table, in the order of the road: divisions → enterprises → projects → postings → households →
 * applications → notices → agreements; then who asks (users, sessions, tokens), what was done (audit) and
 * which numbers hold (policy). Money in fen, area in hundredths of a mu, days as YYYY-MM-DD, instants UTC.
 * Columns called …Sealed hold ciphertext (lib/sealing); the database never sees their plain value.
 */
import { sql } from "drizzle-orm";
import type { AgreementTerms } from "@/db/agreement-terms";
import {
  bool,
  bytes,
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

/** The county's own village-to-village table; a pair it does not have falls back to the great circle. */
export const divisionDistances = table(
  "division_distances",
  {
    fromCode: text("from_code")
      .notNull()
      .references(() => divisions.code),
    toCode: text("to_code")
      .notNull()
      .references(() => divisions.code),
    km: real("km").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fromCode, t.toCode] }),
    check("division_distances_km", sql`${t.km} >= 0 and ${t.km} <= 1000`),
  ],
);

// ──────────────────────── enterprises and projects ────────────────────────

/**
 * 产业: the county's own list. A code is given once and stays; what is no longer used is retired, never
 * deleted. The first thirteen come with the migrations (statistics.md §6).
 */
export const industries = table(
  "industries",
  {
    code: text("code").primaryKey(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en").notNull(),
    group: word("group_kind", w.industryGroups).notNull(),
    /** Whether it usually brings income within the year or for years. */
    term: word("term", w.terms).notNull(),
    /** Place in the list. */
    sort: int("sort").notNull(),
    active: bool("active").notNull().default(true),
    version: int("version").notNull().default(1),
  },
  (t) => [
    oneOf("industries_group", t.group, w.industryGroups),
    oneOf("industries_term", t.term, w.terms),
    uniqueIndex("industries_name_zh").on(t.nameZh),
    uniqueIndex("industries_name_en").on(t.nameEn),
  ],
);

/**
 * 市场主体. Which of the figures belong to which kind says lib/enterprises/kinds.ts; the others are null.
 * `villageCode` is where it is at home, further places stand in enterprise_places.
 */
export const enterprises = table(
  "enterprises",
  {
    id: id(),
    creditCode: text("credit_code").notNull().unique("enterprises_credit_code"),
    name: text("name").notNull(),
    pinyin: text("pinyin").notNull(),
    kind: word("kind", w.enterpriseKinds).notNull(),
    state: word("state", w.enterpriseStates).notNull().default("draft"),
    industry: text("industry")
      .notNull()
      .references(() => industries.code),
    villageCode: text("village_code")
      .notNull()
      .references(() => divisions.code),
    address: text("address").notNull().default(""),
    legalPerson: text("legal_person").notNull(),
    contactName: text("contact_name").notNull(),
    contactPhoneSealed: text("contact_phone_sealed"),
    summary: text("summary").notNull().default(""),
    level: word("level", w.enterpriseLevels),
    /** 注册资本 or 出资总额. */
    capitalFen: fen("capital_fen"),
    /** 年产值. */
    outputFen: fen("output_fen"),
    /** 基地面积. */
    baseMu100: int("base_mu100"),
    /** 现有用工. */
    workers: int("workers"),
    /** 社员户数 or 成员户数. */
    memberHouseholds: int("member_households"),
    /** 入驻主体数 of a park. */
    tenants: int("tenants"),
    /** 厂房面积 in square metres. */
    floorM2: int("floor_m2"),
    /** 百企帮百村: the village it is paired with. */
    pairedVillageCode: text("paired_village_code").references(() => divisions.code),
    version: int("version").notNull().default(1),
    registeredBy: text("registered_by"),
    verifiedBy: text("verified_by"),
    /** Why it was returned, verified, suspended or struck off, in the officer's words. */
    stateReason: text("state_reason"),
    stateAt: instant("state_at")
      .notNull()
      .$defaultFn(() => new Date()),
    /** Since when, and why, it may not post anew: set and lifted by the clock (lib/allotments). */
    frozenOn: day("frozen_on"),
    frozenFor: word("frozen_for", w.freezeReasons),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("enterprises_kind", t.kind, w.enterpriseKinds),
    oneOf("enterprises_state", t.state, w.enterpriseStates),
    oneOf("enterprises_level", t.level, w.enterpriseLevels),
    oneOf("enterprises_frozen_for", t.frozenFor, w.freezeReasons),
    check("enterprises_frozen", sql`(${t.frozenOn} is null) = (${t.frozenFor} is null)`),
    check("enterprises_credit_code_length", sql`length(${t.creditCode}) = 18`),
    check("enterprises_figures", sql`${t.capitalFen} >= 0 and ${t.outputFen} >= 0 and ${t.baseMu100} >= 0`),
    check(
      "enterprises_counts",
      sql`${t.workers} >= 0 and ${t.memberHouseholds} >= 0 and ${t.tenants} >= 0 and ${t.floorM2} >= 0`,
    ),
    check("enterprises_duties", sql`${t.verifiedBy} is null or ${t.verifiedBy} <> ${t.registeredBy}`),
    index("enterprises_village").on(t.villageCode),
    index("enterprises_state_index").on(t.state),
  ],
);

/** Further places of an enterprise: bases, workshops, shops. */
export const enterprisePlaces = table(
  "enterprise_places",
  {
    id: id(),
    enterpriseId: text("enterprise_id")
      .notNull()
      .references(() => enterprises.id),
    kind: word("kind", w.placeKinds).notNull(),
    name: text("name").notNull(),
    villageCode: text("village_code")
      .notNull()
      .references(() => divisions.code),
    address: text("address").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("enterprise_places_kind", t.kind, w.placeKinds),
    index("enterprise_places_enterprise").on(t.enterpriseId),
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
    state: word("state", w.projectStates).notNull().default("listed"),
    industry: text("industry")
      .notNull()
      .references(() => industries.code),
    sector: word("sector", w.sectors).notNull(),
    term: word("term", w.terms).notNull(),
    summary: text("summary").notNull().default(""),
    /** What it makes and how much, in words: 年产干茶 30 吨. */
    capacity: text("capacity").notNull().default(""),
    /** How many households it can take along; null = not said. */
    households: int("households"),
    /** 带动方式 it offers. */
    links: json<w.LinkKind[]>("links")
      .notNull()
      .$defaultFn(() => []),
    startsOn: day("starts_on"),
    endsOn: day("ends_on"),
    version: int("version").notNull().default(1),
    stateReason: text("state_reason"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    oneOf("projects_state", t.state, w.projectStates),
    oneOf("projects_sector", t.sector, w.sectors),
    oneOf("projects_term", t.term, w.terms),
    check("projects_households", sql`${t.households} >= 1`),
    check("projects_days", sql`${t.endsOn} >= ${t.startsOn}`),
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
 * `taken` count positions (job), hundredths of a mu (land), persons (equity), jin of the product (order),
 * households (membership) or plots (contract); the CHECK is what makes overselling impossible, whatever the
 * code above it does.
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
    /** Rises with each change of what households apply to (lib/postings/terms.ts). */
    termsVersion: int("terms_version").notNull().default(1),
    createdBy: text("created_by"),
    reviewedBy: text("reviewed_by"),
    publishedAt: instant("published_at"),
    /** Why it was returned or closed, in the officer's words. */
    stateReason: text("state_reason"),
    /** The day of the enterprise's last word on it: an edit, an answer, "still valid". */
    heardOn: day("heard_on")
      .notNull()
      .$defaultFn(() => new Date().toISOString().slice(0, 10)),
    /** The day a long silence was pointed out; a closed posting that has one was closed for it. */
    warnedOn: day("warned_on"),
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

/**
 * 配股批次: a fund the county gives for shares, with its document. `spentFen` follows the approved matches; the
 * CHECK keeps it within the fund, whatever the code above it does.
 */
export const allotmentRounds = table(
  "allotment_rounds",
  {
    id: id(),
    name: text("name").notNull(),
    state: word("state", w.roundStates).notNull().default("draft"),
    /** The paper it rests on, by number and title. */
    document: text("document").notNull(),
    fundFen: fen("fund_fen").notNull(),
    spentFen: fen("spent_fen").notNull().default(0),
    /** What a person is allotted: the policy of the day it was opened. */
    fenPerPerson: fen("fen_per_person").notNull(),
    startsOn: day("starts_on").notNull(),
    closesOn: day("closes_on").notNull(),
    createdBy: text("created_by").notNull(),
    /** Another officer than who prepared it. */
    openedBy: text("opened_by"),
    version: int("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("allotment_rounds_state", t.state, w.roundStates),
    check("allotment_rounds_fund", sql`${t.spentFen} >= 0 and ${t.spentFen} <= ${t.fundFen}`),
    check("allotment_rounds_person", sql`${t.fenPerPerson} > 0 and ${t.fundFen} > 0`),
    check("allotment_rounds_days", sql`${t.closesOn} >= ${t.startsOn}`),
    check("allotment_rounds_duties", sql`${t.openedBy} is null or ${t.openedBy} <> ${t.createdBy}`),
    check("allotment_rounds_opened", sql`${t.state} <> 'open' or ${t.openedBy} is not null`),
  ],
);

/** 配股: rates in basis points (500 = 5 %). */
export const equityDetails = table(
  "equity_details",
  {
    postingId: ofPosting(),
    /** The round whose fund pays for the shares. */
    roundId: text("round_id").references(() => allotmentRounds.id),
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

/**
 * 订单回购: what is bought at no less than a floor price, counted in jin (斤, 500 g). A product of the land names the kinds it grows on and
 * its yield; one that needs no land (poultry, mushrooms in bags) what a free worker can raise in a year.
 */
export const orderDetails = table(
  "order_details",
  {
    postingId: ofPosting(),
    product: text("product").notNull(),
    grade: text("grade").notNull().default(""),
    /** Empty when it needs no land. */
    parcelKinds: json<w.ParcelKind[]>("parcel_kinds").notNull(),
    /** 斤 (jin, 500 g) a mu and year; when it needs no land, a free worker and year. */
    yieldJin: int("yield_jin").notNull(),
    /** What a household delivers in a year: at least, and where it counts in full, which is also the most. */
    minJin: int("min_jin").notNull(),
    fullJin: int("full_jin").notNull(),
    floorFenPerJin: fen("floor_fen_per_jin").notNull(),
    /** Months of delivery as bits, as in job_details. */
    deliveryMonths: int("delivery_months").notNull(),
    /** Days from delivery to payment. */
    payWithinDays: int("pay_within_days").notNull(),
    years: int("years").notNull(),
  },
  (t) => [
    check("order_details_jin", sql`${t.minJin} >= 1 and ${t.fullJin} >= ${t.minJin}`),
    check("order_details_price", sql`${t.floorFenPerJin} > 0 and ${t.yieldJin} > 0`),
    check("order_details_months", sql`${t.deliveryMonths} >= 1 and ${t.deliveryMonths} <= 4095`),
    check("order_details_pay", sql`${t.payWithinDays} >= 0 and ${t.payWithinDays} <= 365`),
    check("order_details_years", sql`${t.years} >= 1 and ${t.years} <= 30`),
  ],
);

/** 入社: what a household pays in and what share of the surplus returns by trade (basis points). */
export const membershipDetails = table(
  "membership_details",
  {
    postingId: ofPosting(),
    /** 出资额 of a household; may be 0. */
    shareFen: fen("share_fen").notNull(),
    /** 按交易量(额)返还: of the distributable surplus. */
    surplusBp: int("surplus_bp").notNull(),
    services: json<w.CoopService[]>("services").notNull(),
    /** Only households of the project's villages. */
    ownVillages: bool("own_villages").notNull().default(false),
  },
  (t) => [
    check("membership_details_share", sql`${t.shareFen} >= 0`),
    check("membership_details_surplus", sql`${t.surplusBp} >= 0 and ${t.surplusBp} <= 10000`),
  ],
);

/** 入园承包: a household tends plots of the park for itself; inputs on credit, its product bought back. */
export const contractDetails = table(
  "contract_details",
  {
    postingId: ofPosting(),
    product: text("product").notNull(),
    /** Area of one plot. */
    plotMu100: int("plot_mu100").notNull(),
    /** Most plots of a household. */
    maxPlots: int("max_plots").notNull(),
    /** Months in which a plot wants its worker, as bits. */
    months: int("months").notNull(),
    /** Skills that help; none is required. */
    skills: json<w.Skill[]>("skills").notNull(),
    feeFenPerPlotYear: fen("fee_fen_per_plot_year").notNull(),
    /** 赊给的种苗、农资: a plot and year, taken off what is paid for the product. */
    inputsFenPerPlotYear: fen("inputs_fen_per_plot_year").notNull(),
    /** To be expected of a plot and year. */
    yieldJinPerPlot: int("yield_jin_per_plot").notNull(),
    floorFenPerJin: fen("floor_fen_per_jin").notNull(),
    payWithinDays: int("pay_within_days").notNull(),
    years: int("years").notNull(),
  },
  (t) => [
    check("contract_details_plots", sql`${t.plotMu100} > 0 and ${t.maxPlots} >= 1`),
    check("contract_details_months", sql`${t.months} >= 1 and ${t.months} <= 4095`),
    check("contract_details_fees", sql`${t.feeFenPerPlotYear} >= 0 and ${t.inputsFenPerPlotYear} >= 0`),
    check("contract_details_price", sql`${t.floorFenPerJin} > 0 and ${t.yieldJinPerPlot} > 0`),
    check("contract_details_pay", sql`${t.payWithinDays} >= 0 and ${t.payWithinDays} <= 365`),
    check("contract_details_years", sql`${t.years} >= 1 and ${t.years} <= 30`),
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
    /** The household that goes on, when this one turned out to be the same. */
    mergedInto: text("merged_into"),
    version: int("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("households_type", t.type, w.householdTypes),
    oneOf("households_status", t.status, w.householdStatuses),
    oneOf("households_register", t.register, w.registerStates),
    oneOf("households_cause", t.cause, w.causes),
    index("households_village").on(t.villageCode),
    // All that the register's list and its search read: they never open the rows they leave out.
    index("households_list").on(t.register, t.code, t.villageCode, t.headName, t.pinyin),
  ],
);

/**
 * The rest of the official form (贫困户登记表): what people read and the engine does not, so that a change
 * here does not touch the county index. Areas in hundredths of a mu; null = not recorded.
 */
export const householdDetails = table(
  "household_details",
  {
    householdCode: text("household_code")
      .primaryKey()
      .references(() => households.code),
    standard: word("standard", w.standards),
    martyrFamily: bool("martyr_family"),
    onlyChild: bool("only_child"),
    twoDaughters: bool("two_daughters"),
    arableMu100: int("arable_mu100"),
    /** 确权: as certified, beside the area really tilled. */
    certifiedMu100: int("certified_mu100"),
    irrigatedMu100: int("irrigated_mu100"),
    dryMu100: int("dry_mu100"),
    paddyMu100: int("paddy_mu100"),
    forestMu100: int("forest_mu100"),
    returnedForestMu100: int("returned_forest_mu100"),
    orchardMu100: int("orchard_mu100"),
    pastureMu100: int("pasture_mu100"),
    waterMu100: int("water_mu100"),
    /** Industry codes the household produces in. */
    industries: json<string[]>("industries"),
    producerGroup: word("producer_group", w.producerGroups),
    inCooperative: bool("in_cooperative"),
    ledByEnterprise: bool("led_by_enterprise"),
    ledByLeader: bool("led_by_leader"),
    inMutualFund: bool("in_mutual_fund"),
    mutualFundFen: fen("mutual_fund_fen"),
    housingM2: real("housing_m2"),
    housingStructure: word("housing_structure", w.housingStructures),
    housingDanger: word("housing_danger", w.housingDangers),
    relocated: bool("relocated"),
    mainRoadKm: real("main_road_km"),
    roadKind: word("road_kind", w.roadKinds),
    hasElectricity: bool("has_electricity"),
    hasSafeWater: bool("has_safe_water"),
    hasToilet: bool("has_toilet"),
    hasBroadcast: bool("has_broadcast"),
    fuel: word("fuel", w.fuels),
    /** 帮扶责任人. */
    helperName: text("helper_name"),
    helperUnit: text("helper_unit"),
    helperPost: text("helper_post"),
    helperPhoneSealed: text("helper_phone_sealed"),
    helpNeeds: json<w.HelpNeed[]>("help_needs"),
    liftedOn: day("lifted_on"),
    /** What the household itself would like: industries, how far from home, which kinds of link. */
    wishIndustries: json<string[]>("wish_industries"),
    wishPlace: word("wish_place", w.workPlaces),
    wishKinds: json<w.PostingKind[]>("wish_kinds"),
    wishNote: text("wish_note"),
  },
  (t) => [
    oneOf("household_details_standard", t.standard, w.standards),
    oneOf("household_details_group", t.producerGroup, w.producerGroups),
    oneOf("household_details_structure", t.housingStructure, w.housingStructures),
    oneOf("household_details_danger", t.housingDanger, w.housingDangers),
    oneOf("household_details_road", t.roadKind, w.roadKinds),
    oneOf("household_details_fuel", t.fuel, w.fuels),
    oneOf("household_details_place", t.wishPlace, w.workPlaces),
  ],
);

/** Income by kind and year, as the form has it; `households.incomePerPersonFen` follows the latest year. */
export const householdIncomes = table(
  "household_incomes",
  {
    householdCode: text("household_code")
      .notNull()
      .references(() => households.code),
    year: int("year").notNull(),
    wagesFen: fen("wages_fen"),
    productionFen: fen("production_fen"),
    propertyFen: fen("property_fen"),
    transferFen: fen("transfer_fen"),
    /** Of the transfers: 低保金, 五保金, 养老保险金, 计生金, 生态补偿金. */
    lowIncomeFen: fen("low_income_fen"),
    destituteFen: fen("destitute_fen"),
    pensionFen: fen("pension_fen"),
    familyPlanningFen: fen("family_planning_fen"),
    ecologyFen: fen("ecology_fen"),
    /** 生产经营性支出. */
    costFen: fen("cost_fen"),
    /** May be negative. */
    netFen: fen("net_fen"),
    perPersonFen: fen("per_person_fen"),
    /** 从产业中收益. */
    industryFen: fen("industry_fen"),
  },
  (t) => [
    primaryKey({ columns: [t.householdCode, t.year] }),
    check("household_incomes_year", sql`${t.year} between 1990 and 2100`),
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
    /** Keyed blind index of the ID number: nobody is on the register twice, but where they moved out of. */
    idNumberIndex: text("id_number_index").notNull(),
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
    uniqueIndex("members_id_number").on(t.idNumberIndex).where(sql`state <> 'moved-out'`),
    uniqueIndex("members_one_head").on(t.householdCode).where(sql`relation = 'head' and state = 'present'`),
    // With what tells who can work, so that a list need not open the row.
    index("members_household").on(t.householdCode, t.state, t.laborClass, t.schooling, t.birth),
    // People who may be one person: the same name and birth.
    index("members_name_birth").on(t.name, t.birth),
  ],
);

/** What the form asks of a member beyond what matching reads; sex, people and party are never its inputs. */
export const memberDetails = table(
  "member_details",
  {
    memberId: text("member_id")
      .primaryKey()
      .references(() => members.id),
    /** 人口编号, given by the national system. */
    personCode: text("person_code"),
    /** 民族, as written: 汉族. */
    ethnicity: text("ethnicity"),
    politics: word("politics", w.politics),
    /** Sealed 残疾人证号 with class and grade, where there is one. */
    disabilityCardSealed: text("disability_card_sealed"),
    soldier: bool("soldier"),
    /** 大病保险, 新农合 (城乡居民医保), 职工医保, 城乡居民养老, 城镇职工养老, 低保, 特困供养. */
    illnessInsurance: bool("illness_insurance"),
    residentMedical: bool("resident_medical"),
    employeeMedical: bool("employee_medical"),
    residentPension: bool("resident_pension"),
    employeePension: bool("employee_pension"),
    lowIncome: bool("low_income"),
    destitute: bool("destitute"),
    speaksMandarin: bool("speaks_mandarin"),
    employer: text("employer"),
  },
  (t) => [oneOf("member_details_politics", t.politics, w.politics)],
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
    state: word("state", w.parcelStates).notNull().default("present"),
    /** Taken by live matches; the CHECK keeps a plot from being let twice. */
    agreedMu100: int("agreed_mu100").notNull().default(0),
  },
  (t) => [
    oneOf("parcels_kind", t.kind, w.parcelKinds),
    oneOf("parcels_state", t.state, w.parcelStates),
    oneOf("parcels_use", t.use, w.parcelUses),
    check("parcels_area", sql`${t.areaMu100} > 0 and ${t.areaMu100} <= 1000000`),
    check("parcels_agreed", sql`${t.agreedMu100} >= 0 and ${t.agreedMu100} <= ${t.areaMu100}`),
    index("parcels_household").on(t.householdCode, t.state, t.use, t.offered, t.areaMu100),
  ],
);

/**
 * Every change of a household, with its day, who made it and why; nothing is ever deleted. Before and after
 * stand in `changesSealed` (a sealed FieldChange[]), since they may hold an ID number, a phone or health.
 */
export const householdChanges = table(
  "household_changes",
  {
    id: id(),
    householdCode: text("household_code")
      .notNull()
      .references(() => households.code),
    /** The household's version that this change made: the order in which a history is replayed. */
    version: int("version").notNull(),
    memberId: text("member_id").references(() => members.id),
    kind: word("kind", w.changeKinds).notNull(),
    /** The day it happened; `createdAt` is when it was written down. */
    happenedOn: day("happened_on").notNull(),
    changesSealed: text("changes_sealed").notNull(),
    /** The other household of a split or a merge. */
    otherCode: text("other_code"),
    importId: text("import_id"),
    changedBy: text("changed_by"),
    why: text("why"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("household_changes_kind", t.kind, w.changeKinds),
    uniqueIndex("household_changes_version").on(t.householdCode, t.version),
    index("household_changes_import").on(t.importId),
  ],
);

/** Two members with the same name and birth who may be one person, and what was decided of them. */
export const duplicatePairs = table(
  "duplicate_pairs",
  {
    id: id(),
    /** The lower member id first. */
    memberA: text("member_a").notNull(),
    memberB: text("member_b").notNull(),
    state: word("state", w.duplicateStates).notNull().default("open"),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    why: text("why"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("duplicate_pairs_state", t.state, w.duplicateStates),
    check("duplicate_pairs_order", sql`${t.memberA} < ${t.memberB}`),
    check("duplicate_pairs_decided", sql`(${t.state} = 'open') = (${t.decidedBy} is null)`),
    uniqueIndex("duplicate_pairs_pair").on(t.memberA, t.memberB),
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
    /** Job and contract: who would work. */
    memberId: text("member_id").references(() => members.id),
    /** What it takes of the posting's capacity, in its unit: see postings. */
    size: int("size").notNull(),
    /** What the enterprise is shown instead of a code or a name until the match is final. */
    cardToken: text("card_token").notNull().unique("applications_card"),
    /** The officer who proposed it to the household, if one did. */
    invitedBy: text("invited_by"),
    appliedBy: text("applied_by"),
    /** Set when a village worker applied for the household. */
    onBehalfBy: text("on_behalf_by"),
    /** Who had handed out the sign-in slip, where the household gave its word in a session opened with one. */
    slipBy: text("slip_by"),
    consentHow: word("consent_how", w.consentWays),
    consentEvidence: text("consent_evidence"),
    /** Sealed JSON of two witnesses, each with a name and how to reach them. */
    witnessesSealed: text("witnesses_sealed"),
    /** Who recorded the household's word, and when. */
    consentBy: text("consent_by"),
    consentAt: instant("consent_at"),
    match: json<FrozenMatch>("match"),
    /** The posting's terms as the household was shown them when it gave its word. */
    termsVersion: int("terms_version").notNull().default(1),
    answeredBy: text("answered_by"),
    approvedBy: text("approved_by"),
    declineReason: word("decline_reason", w.declineReasons),
    /** The last decision's reason in words the household is shown. */
    stateReason: text("state_reason"),
    /** The same as a code, where the county or the clock decided. */
    reasonCode: word("reason_code", w.reasonCodes),
    /** Whose turn it is (the enterprise's when applied, the county's when accepted) answers by this day. */
    replyDueOn: day("reply_due_on"),
    /** The day to remind them, and the day they were. */
    remindOn: day("remind_on"),
    remindedOn: day("reminded_on"),
    /** The household's record as the approval saw it: a later one is looked at again. */
    approvedVersion: int("approved_version"),
    /** Final ones: the day their agreement ended. From then on they hold nothing, and one may apply anew. */
    overOn: day("over_on"),
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
    oneOf("applications_reason", t.reasonCode, w.reasonCodes),
    check("applications_size", sql`${t.size} >= 1`),
    // One person, one step: nobody decides what they proposed, applied for or accepted.
    check(
      "applications_duties",
      sql`${t.approvedBy} is null or ((${t.invitedBy} is null or ${t.approvedBy} <> ${t.invitedBy}) and (${t.appliedBy} is null or ${t.approvedBy} <> ${t.appliedBy}) and (${t.answeredBy} is null or ${t.approvedBy} <> ${t.answeredBy}) and (${t.consentBy} is null or ${t.approvedBy} <> ${t.consentBy}) and (${t.slipBy} is null or ${t.approvedBy} <> ${t.slipBy}))`,
    ),
    check(
      "applications_word",
      sql`${t.state} not in ('approved', 'held', 'final') or ${t.consentHow} is not null`,
    ),
    uniqueIndex("applications_one_open")
      .on(t.postingId, t.householdCode)
      .where(
        sql`over_on is null and state in ('invited', 'applied', 'accepted', 'returned', 'approved', 'held', 'final')`,
      ),
    check("applications_over", sql`${t.overOn} is null or ${t.state} = 'final'`),
    index("applications_household").on(t.householdCode, t.state),
    index("applications_posting_state").on(t.postingId, t.state),
    // With whose it is: who is covered is asked of all final ones at once.
    index("applications_state").on(t.state, t.householdCode, t.id),
    index("applications_due").on(t.replyDueOn).where(sql`reply_due_on is not null`),
  ],
);

/** The parcels a land application offers or an order's product would grow on, and how much of each. */
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
    /** Whether it counts in the parcel's `agreedMu100`: from the approval until the match or its agreement ends. */
    booked: bool("booked").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.parcelId] }),
    check("application_parcels_mu", sql`${t.mu100} > 0`),
    index("application_parcels_parcel").on(t.parcelId),
  ],
);

/**
 * What live matches take of a person: slot 1 to 12 is a calendar month of work, 0 the one allotted share. The
 * key makes it impossible to take either twice.
 */
export const bookings = table(
  "bookings",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    slot: int("slot").notNull(),
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.slot] }),
    check("bookings_slot", sql`${t.slot} >= 0 and ${t.slot} <= 12`),
    index("bookings_application").on(t.applicationId),
  ],
);

/**
 * The number on a household's printed slip. It says which household wants to sign in, the one-time code that it
 * may; by itself it opens nothing. A lost slip is replaced by one with a new number.
 */
export const slips = table("slips", {
  householdCode: text("household_code")
    .primaryKey()
    .references(() => households.code),
  number: text("number").notNull().unique("slips_number"),
  createdBy: text("created_by").notNull(),
  createdAt: createdAt(),
});

/** Six digits a household reads back (its word) or types (signing in). Only a keyed hash is kept. */
export const oneTimeCodes = table(
  "one_time_codes",
  {
    id: id(),
    householdCode: text("household_code")
      .notNull()
      .references(() => households.code),
    purpose: word("purpose", w.codePurposes).notNull(),
    codeHash: text("code_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    tries: int("tries").notNull().default(0),
    usedAt: instant("used_at"),
    usedBy: text("used_by"),
    createdBy: text("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("one_time_codes_purpose", t.purpose, w.codePurposes),
    check("one_time_codes_tries", sql`${t.tries} >= 0 and ${t.tries} <= 5`),
    // Who had the code made for the household's word cannot be who types it in.
    check(
      "one_time_codes_duties",
      sql`${t.purpose} <> 'consent' or ${t.usedBy} is null or ${t.createdBy} is null or ${t.usedBy} <> ${t.createdBy}`,
    ),
    index("one_time_codes_household").on(t.householdCode, t.createdAt),
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
  /** Orders "must" there was nothing to choose for, and why; missing in plans of before they were named. */
  unkept?: { household: string; posting: string; why: { rule: string } }[];
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
    // A match approved again after a change gets a new notice; the old one stays, withdrawn.
    uniqueIndex("notices_application").on(t.applicationId).where(sql`state <> 'withdrawn'`),
    index("notices_of_application").on(t.applicationId),
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
    /** Last day to answer it. */
    answerDueOn: day("answer_due_on"),
    decidedBy: text("decided_by"),
    /** In words; of a lapsed one the move of its application that took the notice down. */
    decisionReason: text("decision_reason"),
    createdAt: createdAt(),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    oneOf("objections_via", t.via, w.objectionVias),
    oneOf("objections_state", t.state, w.objectionStates),
    check(
      "objections_decided",
      sql`(${t.state} in ('open', 'lapsed')) = (${t.decidedBy} is null) and (${t.state} = 'open' or ${t.decisionReason} is not null)`,
    ),
    check(
      "objections_duties",
      sql`${t.decidedBy} is null or ${t.recordedBy} is null or ${t.decidedBy} <> ${t.recordedBy}`,
    ),
    index("objections_notice").on(t.noticeId),
  ],
);

// ───────────────────────────── agreements ─────────────────────────────

/**
 * 协议, made when a match becomes final: `terms` and `title` are frozen then, kind, enterprise and household are
 * the application's own, kept here for scope. Later terms stand in its annexes. It binds until it is ended.
 */
export const agreements = table(
  "agreements",
  {
    id: id(),
    number: text("number").notNull().unique("agreements_number"),
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
    kind: word("kind", w.postingKinds).notNull(),
    enterpriseId: text("enterprise_id")
      .notNull()
      .references(() => enterprises.id),
    householdCode: text("household_code")
      .notNull()
      .references(() => households.code),
    state: word("state", w.agreementStates).notNull().default("unsigned"),
    /** What the posting was called. */
    title: text("title").notNull(),
    terms: json<AgreementTerms>("terms").notNull(),
    startsOn: day("starts_on").notNull(),
    /** Its last day; null when it runs until somebody ends it. An early end brings it forward. */
    endsOn: day("ends_on"),
    /** The last day as it was signed. */
    agreedEndsOn: day("agreed_ends_on"),
    enterpriseSignedBy: text("enterprise_signed_by"),
    enterpriseSignedHow: word("enterprise_signed_how", w.signatureWays),
    enterpriseSignedAt: instant("enterprise_signed_at"),
    enterpriseFileId: text("enterprise_file_id"),
    /** The household's own account, or the village worker who recorded the paper it signed. */
    householdSignedBy: text("household_signed_by"),
    householdSignedHow: word("household_signed_how", w.signatureWays),
    householdSignedAt: instant("household_signed_at"),
    householdFileId: text("household_file_id"),
    /** As an application's: the household signed in a session opened with somebody's sign-in slip. */
    householdSlipBy: text("household_slip_by"),
    /** Set early: it ends on `endsOn`, which may still be ahead. */
    endCause: word("end_cause", w.endCauses),
    endReason: text("end_reason"),
    endedBy: text("ended_by"),
    /** The paper the household signed to end it, when its village said so for it. */
    endFileId: text("end_file_id"),
    /** The day it really ended. */
    endedOn: day("ended_on"),
    /** The agreement it goes on from. */
    renewedFrom: text("renewed_from").unique("agreements_renewed_from"),
    /** Shares only: whether the link that binds them stands, and since when it is so. */
    bindingState: word("binding_state", w.bindingStates),
    bindingSince: day("binding_since"),
    /** The day both were told that it will end. */
    remindedOn: day("reminded_on"),
    /** Rises with each change that concerns what is due: an end, an annex agreed. */
    version: int("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("agreements_kind", t.kind, w.postingKinds),
    oneOf("agreements_state", t.state, w.agreementStates),
    oneOf("agreements_enterprise_how", t.enterpriseSignedHow, w.signatureWays),
    oneOf("agreements_household_how", t.householdSignedHow, w.signatureWays),
    oneOf("agreements_cause", t.endCause, w.endCauses),
    oneOf("agreements_binding", t.bindingState, w.bindingStates),
    check("agreements_days", sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    check(
      "agreements_signed",
      sql`(${t.state} <> 'live' or (${t.enterpriseSignedHow} is not null and ${t.householdSignedHow} is not null))
        and (${t.enterpriseSignedHow} is null) = (${t.enterpriseSignedAt} is null)
        and (${t.householdSignedHow} is null) = (${t.householdSignedAt} is null)`,
    ),
    // One hand signs for one side.
    check(
      "agreements_duties",
      sql`${t.enterpriseSignedBy} is null or ${t.householdSignedBy} is null or ${t.enterpriseSignedBy} <> ${t.householdSignedBy}`,
    ),
    check(
      "agreements_ended",
      sql`(${t.state} = 'ended') = (${t.endedOn} is not null) and (${t.endedOn} is null or (${t.endCause} is not null and ${t.endsOn} is not null))`,
    ),
    check(
      "agreements_shares",
      sql`(${t.kind} = 'equity') = (${t.bindingState} is not null) and (${t.bindingState} is null) = (${t.bindingSince} is null)`,
    ),
    // Of one match, one agreement counts: a renewal takes the place of the one it goes on from.
    uniqueIndex("agreements_application")
      .on(t.applicationId)
      .where(sql`end_cause is null or end_cause <> 'renewed' or state <> 'ended'`),
    index("agreements_of_application").on(t.applicationId, t.state, t.bindingState),
    index("agreements_household").on(t.householdCode, t.state),
    index("agreements_enterprise").on(t.enterpriseId, t.state),
    index("agreements_state_ends").on(t.state, t.endsOn),
    index("agreements_bindings")
      .on(t.bindingState)
      .where(sql`binding_state is not null and state <> 'ended'`),
  ],
);

/** 补充协议: numbered within its agreement; proposed by one side, agreed to or refused by the other. */
export const agreementAnnexes = table(
  "agreement_annexes",
  {
    id: id(),
    agreementId: text("agreement_id")
      .notNull()
      .references(() => agreements.id),
    number: int("number").notNull(),
    kind: word("kind", w.annexKinds).notNull(),
    state: word("state", w.annexStates).notNull().default("proposed"),
    /** All terms as they are from `effectiveOn` on, not only what changes. */
    terms: json<AgreementTerms>("terms").notNull(),
    effectiveOn: day("effective_on").notNull(),
    /** A renewal's last day. */
    endsOn: day("ends_on"),
    reason: text("reason").notNull(),
    proposedSide: word("proposed_side", w.agreementSides).notNull(),
    proposedBy: text("proposed_by").notNull(),
    proposedHow: word("proposed_how", w.signatureWays).notNull(),
    proposedFileId: text("proposed_file_id"),
    answeredBy: text("answered_by"),
    answeredHow: word("answered_how", w.signatureWays),
    answeredFileId: text("answered_file_id"),
    answeredAt: instant("answered_at"),
    answerReason: text("answer_reason"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("agreement_annexes_kind", t.kind, w.annexKinds),
    oneOf("agreement_annexes_state", t.state, w.annexStates),
    oneOf("agreement_annexes_side", t.proposedSide, w.agreementSides),
    oneOf("agreement_annexes_proposed_how", t.proposedHow, w.signatureWays),
    oneOf("agreement_annexes_answered_how", t.answeredHow, w.signatureWays),
    check(
      "agreement_annexes_answered",
      sql`${t.state} not in ('agreed', 'done', 'refused') or ${t.answeredBy} is not null`,
    ),
    check("agreement_annexes_duties", sql`${t.answeredBy} is null or ${t.answeredBy} <> ${t.proposedBy}`),
    check("agreement_annexes_renewal", sql`${t.state} <> 'done' or ${t.kind} = 'renewal'`),
    check("agreement_annexes_days", sql`${t.endsOn} is null or ${t.endsOn} >= ${t.effectiveOn}`),
    uniqueIndex("agreement_annexes_number").on(t.agreementId, t.number),
    // One proposal at a time.
    uniqueIndex("agreement_annexes_one_open").on(t.agreementId).where(sql`state = 'proposed'`),
  ],
);

// ───────────────────────────── moneys ─────────────────────────────

/**
 * 应付款: what an agreement makes due, one line a period or event, made by lib/moneys/due-lines.ts. `paidFen`
 * counts what is recorded as paid and not disputed, `confirmedFen` what the household said came.
 */
export const dues = table(
  "dues",
  {
    id: id(),
    agreementId: text("agreement_id")
      .notNull()
      .references(() => agreements.id),
    enterpriseId: text("enterprise_id")
      .notNull()
      .references(() => enterprises.id),
    householdCode: text("household_code")
      .notNull()
      .references(() => households.code),
    /** Whose work it is paid for; null where it is the household's as such. */
    memberId: text("member_id").references(() => members.id),
    kind: word("kind", w.moneyKinds).notNull(),
    basis: word("basis", w.dueBases).notNull(),
    /** The delivery or declaration it came from; empty where the period says all. */
    sourceId: text("source_id").notNull().default(""),
    periodFrom: day("period_from").notNull(),
    periodTo: day("period_to").notNull(),
    dueOn: day("due_on").notNull(),
    amountFen: fen("amount_fen").notNull(),
    /** What a day-wage month will come to if as many days are worked as planned; exact once they are recorded. */
    estimated: bool("estimated").notNull().default(false),
    paidFen: fen("paid_fen").notNull().default(0),
    confirmedFen: fen("confirmed_fen").notNull().default(0),
    state: word("state", w.dueStates).notNull().default("open"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("dues_kind", t.kind, w.moneyKinds),
    oneOf("dues_basis", t.basis, w.dueBases),
    oneOf("dues_state", t.state, w.dueStates),
    check(
      "dues_paid",
      sql`${t.amountFen} >= 0 and ${t.paidFen} >= 0 and ${t.paidFen} <= ${t.amountFen} and ${t.confirmedFen} >= 0 and ${t.confirmedFen} <= ${t.paidFen}`,
    ),
    check("dues_void", sql`${t.state} = 'open' or ${t.paidFen} = 0`),
    check("dues_period", sql`${t.periodTo} >= ${t.periodFrom}`),
    // Making the lines twice does nothing.
    uniqueIndex("dues_line").on(t.agreementId, t.basis, t.periodFrom, t.sourceId),
    index("dues_household").on(t.householdCode, t.dueOn),
    index("dues_enterprise").on(t.enterpriseId, t.dueOn),
    index("dues_day").on(t.dueOn, t.id),
    index("dues_guaranteed").on(t.dueOn).where(sql`state = 'open' and basis = 'guaranteed'`),
    index("dues_unpaid").on(t.dueOn).where(sql`state = 'open' and paid_fen < amount_fen`),
  ],
);

/** Which lines an agreement's version has got, and up to which day: what the minute job has not seen is made. */
export const dueRuns = table("due_runs", {
  agreementId: text("agreement_id")
    .primaryKey()
    .references(() => agreements.id),
  agreementVersion: int("agreement_version").notNull(),
  /** Lines of periods that begin by this day are made. */
  throughOn: day("through_on").notNull(),
});

/**
 * What an enterprise says it paid. Rows are kept as they were written (a trigger refuses any change of the
 * amount, the line or the day): a mistake is taken back by an entry of its own, `reversalOf`, of minus the amount.
 */
export const payments = table(
  "payments",
  {
    id: id(),
    dueId: text("due_id")
      .notNull()
      .references(() => dues.id),
    enterpriseId: text("enterprise_id")
      .notNull()
      .references(() => enterprises.id),
    householdCode: text("household_code")
      .notNull()
      .references(() => households.code),
    amountFen: fen("amount_fen").notNull(),
    paidOn: day("paid_on").notNull(),
    method: word("method", w.paymentMethods).notNull(),
    /** The bank's number, the list's page: by what it can be found again. */
    reference: text("reference").notNull().default(""),
    state: word("state", w.paymentStates).notNull().default("recorded"),
    recordedBy: text("recorded_by").notNull(),
    confirmedBy: text("confirmed_by"),
    confirmedAt: instant("confirmed_at"),
    /** Set when a village worker said for the household that it came: how the household told them. */
    confirmedNote: text("confirmed_note"),
    /** As an application's: it said so in a session opened with somebody's sign-in slip. */
    confirmedSlipBy: text("confirmed_slip_by"),
    reversalOf: text("reversal_of").unique("payments_reversal"),
    /** Why it was taken back. */
    reason: text("reason"),
    /** The sheet it came from. */
    importId: text("import_id"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("payments_state", t.state, w.paymentStates),
    oneOf("payments_method", t.method, w.paymentMethods),
    check(
      "payments_sign",
      sql`(${t.state} = 'reversal') = (${t.reversalOf} is not null) and ((${t.state} = 'reversal' and ${t.amountFen} < 0) or (${t.state} <> 'reversal' and ${t.amountFen} > 0))`,
    ),
    check("payments_confirmed", sql`${t.state} <> 'confirmed' or ${t.confirmedBy} is not null`),
    check("payments_duties", sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.recordedBy}`),
    check("payments_reason", sql`${t.reversalOf} is null or ${t.reason} is not null`),
    index("payments_due").on(t.dueId),
    index("payments_household").on(t.householdCode, t.state),
    index("payments_enterprise").on(t.enterpriseId, t.createdAt),
  ],
);

/** “It did not come”: about a line, or about a payment of it. Answered by the enterprise, closed by others. */
export const disputes = table(
  "disputes",
  {
    id: id(),
    dueId: text("due_id")
      .notNull()
      .references(() => dues.id),
    paymentId: text("payment_id").references(() => payments.id),
    enterpriseId: text("enterprise_id")
      .notNull()
      .references(() => enterprises.id),
    householdCode: text("household_code")
      .notNull()
      .references(() => households.code),
    reason: word("reason", w.disputeReasons).notNull(),
    note: text("note").notNull().default(""),
    state: word("state", w.disputeStates).notNull().default("open"),
    openedBy: text("opened_by").notNull(),
    answer: text("answer"),
    answeredBy: text("answered_by"),
    answeredAt: instant("answered_at"),
    closedBy: text("closed_by"),
    closedAt: instant("closed_at"),
    closedWhy: text("closed_why"),
    createdAt: createdAt(),
    version: int("version").notNull().default(1),
  },
  (t) => [
    oneOf("disputes_reason", t.reason, w.disputeReasons),
    oneOf("disputes_state", t.state, w.disputeStates),
    check("disputes_answered", sql`${t.state} <> 'answered' or ${t.answeredBy} is not null`),
    check("disputes_closed", sql`(${t.state} = 'closed') = (${t.closedBy} is not null)`),
    check(
      "disputes_duties",
      sql`${t.answeredBy} is null or (${t.answeredBy} <> ${t.openedBy} and (${t.closedBy} is null or ${t.closedBy} <> ${t.answeredBy}))`,
    ),
    uniqueIndex("disputes_one_open").on(t.dueId).where(sql`state <> 'closed'`),
    index("disputes_state").on(t.state),
    index("disputes_enterprise").on(t.enterpriseId, t.state),
    index("disputes_household").on(t.householdCode, t.state),
  ],
);

/** 二次分红 follows the profit an enterprise declares for a year; a corrected one replaces the one before. */
export const profitDeclarations = table(
  "profit_declarations",
  {
    id: id(),
    enterpriseId: text("enterprise_id")
      .notNull()
      .references(() => enterprises.id),
    year: int("year").notNull(),
    /** May be 0: then there is no second dividend on profit. */
    profitFen: fen("profit_fen").notNull(),
    declaredOn: day("declared_on").notNull(),
    document: text("document").notNull().default(""),
    declaredBy: text("declared_by").notNull(),
    /** A figure the county corrected later: on which day, by whom and why. */
    correctedOn: day("corrected_on"),
    correctedBy: text("corrected_by"),
    correctedWhy: text("corrected_why"),
    version: int("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("profit_declarations_year").on(t.enterpriseId, t.year),
    check(
      "profit_declarations_corrected",
      sql`(${t.correctedOn} is null) = (${t.correctedBy} is null) and (${t.correctedOn} is null) = (${t.correctedWhy} is null)`,
    ),
    check("profit_declarations_profit", sql`${t.profitFen} >= 0 and ${t.year} between 2000 and 2100`),
  ],
);

/** 交货: what was delivered under an order, at what price; it makes the line that is due for it. */
export const deliveries = table(
  "deliveries",
  {
    id: id(),
    agreementId: text("agreement_id")
      .notNull()
      .references(() => agreements.id),
    deliveredOn: day("delivered_on").notNull(),
    /** Hundredths of the agreement's unit. */
    quantity100: int("quantity100").notNull(),
    priceFen: fen("price_fen").notNull(),
    recordedBy: text("recorded_by").notNull(),
    /** A mistake is taken back by an entry of its own, of the same amount less than nothing; nothing is edited. */
    reversalOf: text("reversal_of").unique("deliveries_reversal"),
    reason: text("reason"),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      "deliveries_amounts",
      sql`${t.priceFen} > 0 and ((${t.reversalOf} is null and ${t.quantity100} > 0) or (${t.reversalOf} is not null and ${t.quantity100} < 0 and ${t.reason} is not null))`,
    ),
    index("deliveries_agreement").on(t.agreementId),
  ],
);

/** 出工: days worked in a month under a day wage, in halves of a day; they replace what was planned. */
export const workDays = table(
  "work_days",
  {
    agreementId: text("agreement_id")
      .notNull()
      .references(() => agreements.id),
    /** The first day of the month. */
    monthOn: day("month_on").notNull(),
    halfDays: int("half_days").notNull(),
    recordedBy: text("recorded_by").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.agreementId, t.monthOn] }),
    check("work_days_days", sql`${t.halfDays} >= 0 and ${t.halfDays} <= 62`),
  ],
);

// ───────────────────────────── files ─────────────────────────────

/** Papers and photographs. `body` is sealed unless the subject is public (a project's documents). */
export const files = table(
  "files",
  {
    id: id(),
    subject: word("subject", w.fileSubjects).notNull(),
    subjectId: text("subject_id").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    size: int("size").notNull(),
    sha256: text("sha256").notNull(),
    sealed: bool("sealed").notNull(),
    body: bytes("body").notNull(),
    addedBy: text("added_by"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("files_subject", t.subject, w.fileSubjects),
    check("files_size", sql`${t.size} > 0`),
    index("files_subject_id").on(t.subject, t.subjectId),
  ],
);

// ───────────────────────────── imports ─────────────────────────────

/** How many rows came to what, and how many households (or villages) they make. */
export type ImportCounts = Record<w.ImportOutcome | "read" | "units" | "warnings", number>;
/** What was not read, and how columns were understood. */
export type ImportNotes = {
  /** All heads of the first sheet that was read, in order. */
  heads?: string[];
  hiddenSheets: string[];
  skippedSheets: string[];
  /** Heads of columns nothing was read from. */
  ignored: string[];
  /** Head → field. */
  columns: Record<string, string>;
  /** Villages a whole list no longer names. */
  dropped?: string[];
};

/** 导入批次: a file staged by one person and committed by another. */
export const importBatches = table(
  "import_batches",
  {
    id: id(),
    kind: word("kind", w.importKinds).notNull(),
    state: word("state", w.importStates).notNull().default("reading"),
    fileName: text("file_name").notNull(),
    fileSize: int("file_size").notNull(),
    /** Rows outside it are refused one by one. */
    divisionScope: text("division_scope").notNull(),
    /** The day the rows were checked on. */
    stagedFor: day("staged_for").notNull(),
    /** The paper a list of places rests on. */
    document: text("document"),
    counts: json<ImportCounts>("counts"),
    notes: json<ImportNotes>("notes"),
    /** Why it failed: the code of a refusal, with what it names. */
    failure: json<{ code: string; [data: string]: unknown }>("failure"),
    stagedBy: text("staged_by"),
    committedBy: text("committed_by"),
    undoneBy: text("undone_by"),
    undoneWhy: text("undone_why"),
    createdAt: createdAt(),
    stagedAt: instant("staged_at"),
    committedAt: instant("committed_at"),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    oneOf("import_batches_kind", t.kind, w.importKinds),
    oneOf("import_batches_state", t.state, w.importStates),
    // Who staged a file does not commit it.
    check(
      "import_batches_duties",
      sql`${t.committedBy} is null or ${t.stagedBy} is null or ${t.committedBy} <> ${t.stagedBy}`,
    ),
    check(
      "import_batches_committed",
      sql`(${t.state} in ('committed', 'undone')) = (${t.committedAt} is not null)`,
    ),
    index("import_batches_created").on(t.createdAt),
  ],
);

/** A row of the file, and what it comes to. Everything it says of people stands sealed in the payload. */
export const importRows = table(
  "import_rows",
  {
    importId: text("import_id")
      .notNull()
      .references(() => importBatches.id),
    /** In the order of the file, from 1. */
    seq: int("seq").notNull(),
    sheet: text("sheet").notNull(),
    /** As the spreadsheet numbers it. */
    row: int("row").notNull(),
    outcome: word("outcome", w.importOutcomes).notNull(),
    /** The household's or the village's code: rows of one unit stand or fall together. */
    unit: text("unit").notNull(),
    /** Its payload holds what the commit writes for the unit. */
    writes: bool("writes").notNull(),
    /** Values, problems, changes; where it writes, what. */
    payloadSealed: bytes("payload_sealed").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.seq] }),
    oneOf("import_rows_outcome", t.outcome, w.importOutcomes),
    index("import_rows_outcome_seq").on(t.importId, t.outcome, t.seq),
  ],
);

/** How somebody said the columns of a file of this shape are to be read; the next one is read alike. */
export const importMappings = table(
  "import_mappings",
  {
    kind: word("kind", w.importKinds).notNull(),
    /** SHA-256 of the heads, in no order. */
    shape: text("shape").notNull(),
    /** Head → field, or null for one to leave out. */
    columns: json<Record<string, string | null>>("columns").notNull(),
    setBy: text("set_by"),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.shape] }), oneOf("import_mappings_kind", t.kind, w.importKinds)],
);

/** 完整导出: personal data leaves the system only for a reason another person found good. */
export const fullExports = table(
  "full_exports",
  {
    id: id(),
    state: word("state", w.exportStates).notNull().default("asked"),
    /** A division's code, of any level. */
    division: text("division").notNull(),
    reason: text("reason").notNull(),
    askedBy: text("asked_by").notNull(),
    decidedBy: text("decided_by"),
    createdAt: createdAt(),
    decidedAt: instant("decided_at"),
    /** When it was last taken. */
    takenAt: instant("taken_at"),
  },
  (t) => [
    oneOf("full_exports_state", t.state, w.exportStates),
    check("full_exports_duties", sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.askedBy}`),
    check("full_exports_decided", sql`(${t.state} = 'asked') = (${t.decidedBy} is null)`),
    check("full_exports_taken", sql`${t.takenAt} is null or ${t.state} = 'allowed'`),
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
    /** Where messages go beyond the product, and by which channels their owner wants them. */
    emailSealed: text("email_sealed"),
    phoneSealed: text("phone_sealed"),
    channels: json<w.MessageChannel[]>("channels"),
    /** When the first hints were put away. */
    welcomedAt: instant("welcomed_at"),
    /** Until when the starting code opens the account; null once its owner has set a password. */
    startUntil: instant("start_until"),
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
    /** Opened with a sign-in slip: who handed it out, and so held the code too. */
    openedBy: text("opened_by"),
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

// ───────────────────────────── messages ─────────────────────────────

/** What happened, told to whom it concerns: made from a row of the audit, once for each reader. */
export const messages = table(
  "messages",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    /** The audit's action it tells of. */
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    subjectId: text("subject_id").notNull(),
    /** What it is about, in words without a person in them: a posting's title, an agreement's number. */
    title: text("title").notNull(),
    auditSeq: int("audit_seq").notNull(),
    createdAt: createdAt(),
    readAt: instant("read_at"),
  },
  (t) => [
    uniqueIndex("messages_once").on(t.userId, t.auditSeq),
    index("messages_user").on(t.userId, t.createdAt),
    index("messages_unread").on(t.userId).where(sql`read_at is null`),
  ],
);

/** A message on its way out by e-mail or SMS. Addresses stay sealed with the user. */
export const messageSends = table(
  "message_sends",
  {
    messageId: text("message_id")
      .notNull()
      .references(() => messages.id),
    channel: word("channel", w.messageChannels).notNull(),
    state: word("state", w.sendStates).notNull().default("queued"),
    tries: int("tries").notNull().default(0),
    nextTryAt: instant("next_try_at").notNull(),
    /** The gateway's code when it refused, never its words: they may quote an address. */
    failure: text("failure"),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.channel] }),
    oneOf("message_sends_channel", t.channel, w.messageChannels),
    oneOf("message_sends_state", t.state, w.sendStates),
    check("message_sends_sent", sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
    index("message_sends_due").on(t.state, t.nextTryAt),
  ],
);

/** How far a job has read a growing list, by the job's name. */
export const cursors = table("cursors", {
  name: text("name").primaryKey(),
  seq: int("seq").notNull(),
});

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
    refusedBy: text("refused_by"),
    refusedAt: instant("refused_at"),
    refusalReason: text("refusal_reason"),
    createdAt: createdAt(),
  },
  (t) => [
    check("policy_decided_once", sql`${t.appliedAt} is null or ${t.refusedAt} is null`),
    check("policy_refused", sql`(${t.refusedAt} is null) = (${t.refusalReason} is null)`),
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
