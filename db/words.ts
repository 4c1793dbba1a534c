/**
 * The closed lists of the business, each written once: the column's CHECK, the parser, the label and the
 * test all read the list from here. Words are the glossary's. This file imports nothing.
 */

export const divisionKinds = ["county", "subdistrict", "town", "community", "village"] as const;
export type DivisionKind = (typeof divisionKinds)[number];

export const enterpriseKinds = [
  "leading",
  "company",
  "park",
  "cooperative",
  "big-household",
  "sole-trader",
  "community-factory",
  "collective",
] as const;
export type EnterpriseKind = (typeof enterpriseKinds)[number];

/** A draft belongs to whoever registers it; only what is verified is public. */
export const enterpriseStates = ["draft", "submitted", "verified", "suspended", "struck-off"] as const;
export type EnterpriseState = (typeof enterpriseStates)[number];

/** 龙头企业级别, 示范社级别; without one is null. */
export const enterpriseLevels = ["national", "provincial", "municipal", "county"] as const;
export type EnterpriseLevel = (typeof enterpriseLevels)[number];

/** What an enterprise has at a place. */
export const placeKinds = ["office", "base", "factory", "outlet"] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** 四大主导产业, 六大特色产业, 其他. The industries themselves are a table, the county's to edit. */
export const industryGroups = ["leading", "special", "other"] as const;
export type IndustryGroup = (typeof industryGroups)[number];

export const sectors = ["primary", "secondary", "tertiary"] as const;
export type Sector = (typeof sectors)[number];

/** 短效 / 长效: brings income within the year, or for years. */
export const terms = ["short", "long"] as const;
export type Term = (typeof terms)[number];

/** A listed project stands in the directory; a hidden one was taken out by an officer. */
export const projectStates = ["draft", "listed", "ended", "hidden"] as const;
export type ProjectState = (typeof projectStates)[number];

/** 带动方式: how a project may take a household along (the report; glossary). */
export const linkKinds = [
  "labor",
  "land",
  "share",
  "order",
  "membership",
  "contract",
  "training",
  "raising",
  "selling",
] as const;
export type LinkKind = (typeof linkKinds)[number];

export const postingKinds = ["job", "land", "equity", "order", "membership", "contract"] as const;
export type PostingKind = (typeof postingKinds)[number];

export const postingStates = ["draft", "submitted", "published", "returned", "closed"] as const;
export type PostingState = (typeof postingStates)[number];

/** What a job asks of a body: which labor classes it admits is a rule of matching. */
export const workKinds = ["light", "ordinary", "skilled"] as const;
export type WorkKind = (typeof workKinds)[number];

export const wageUnits = ["month", "day"] as const;
export type WageUnit = (typeof wageUnits)[number];

/** What a co-op does for its members. */
export const coopServices = ["supplies", "technique", "machinery", "processing", "sales"] as const;
export type CoopService = (typeof coopServices)[number];

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

/** 政治面貌. */
export const politics = ["party-member", "probationary", "youth-league", "masses"] as const;
export type Politics = (typeof politics)[number];

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

/** 识别标准: whose line the household was measured by. */
export const standards = ["national", "provincial", "municipal"] as const;
export type Standard = (typeof standards)[number];

/** 是否危房: 否, C级, D级. */
export const housingDangers = ["none", "c", "d"] as const;
export type HousingDanger = (typeof housingDangers)[number];

export const housingStructures = ["earth", "brick-wood", "brick-concrete", "frame", "other"] as const;
export type HousingStructure = (typeof housingStructures)[number];

/** 入户路类型. */
export const roadKinds = ["earth", "gravel", "concrete", "asphalt"] as const;
export type RoadKind = (typeof roadKinds)[number];

export const fuels = ["firewood", "coal", "gas", "biogas", "electricity", "other"] as const;
export type Fuel = (typeof fuels)[number];

/** 产业组织 the household produces with. */
export const producerGroups = ["cooperative", "leading-enterprise", "association", "other"] as const;
export type ProducerGroup = (typeof producerGroups)[number];

/** 帮扶需求, as the form has them. */
export const helpNeeds = [
  "industry",
  "work",
  "schooling",
  "medical",
  "housing",
  "relocation",
  "other",
] as const;
export type HelpNeed = (typeof helpNeeds)[number];

/** What a dated change of a household is: an edit of its record, or an event of its life. */
export const changeKinds = [
  "registered",
  "edited",
  "imported",
  "undone",
  "moved-away",
  "moved-in",
  "member-moved-out",
  "member-moved-in",
  "born",
  "died",
  "married-in",
  "split",
  "merged",
  "lifted",
  "fell-back",
  "struck-off",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What officers decided of two people who may be one. */
export const duplicateStates = ["open", "same", "different"] as const;
export type DuplicateState = (typeof duplicateStates)[number];

/** Whether a household stands on the register; rows are never deleted. */
export const registerStates = ["listed", "moved-away", "merged", "struck-off"] as const;
export type RegisterState = (typeof registerStates)[number];

export const memberStates = ["present", "moved-out", "died", "merged"] as const;
export type MemberState = (typeof memberStates)[number];

export const parcelKinds = ["paddy", "dry", "tea", "orchard", "forest", "water"] as const;
export type ParcelKind = (typeof parcelKinds)[number];

/** Land a household sold or lost stays on record. */
export const parcelStates = ["present", "gone"] as const;
export type ParcelState = (typeof parcelStates)[number];

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

/** Why the county returns an application to be mended, in codes the household is shown as plain words. */
export const returnReasons = [
  "word-unclear",
  "paper-missing",
  "record-outdated",
  "choose-again",
  "terms-changed",
  "return-other",
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** Why the county rejects one. */
export const rejectReasons = [
  "does-not-qualify",
  "facts-differ",
  "budget-spent",
  "enough-already",
  "reject-other",
] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** Why the clock or a change of the household moved one by itself. */
export const systemReasons = [
  "no-reply",
  "placed-elsewhere",
  "changed-after-approval",
  "binding-lost",
  "enterprise-gone",
] as const;
export type SystemReason = (typeof systemReasons)[number];

export const reasonCodes = [...returnReasons, ...rejectReasons, ...systemReasons] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What a code is read back for. */
export const codePurposes = ["consent", "sign-in"] as const;
export type CodePurpose = (typeof codePurposes)[number];

export const noticeStates = ["open", "over", "withdrawn"] as const;
export type NoticeState = (typeof noticeStates)[number];

/** Lapsed: its match was taken back, or is decided anew, before anybody decided it. */
export const objectionStates = ["open", "upheld", "dismissed", "lapsed"] as const;
export type ObjectionState = (typeof objectionStates)[number];

export const objectionVias = ["web", "paper", "phone"] as const;
export type ObjectionVia = (typeof objectionVias)[number];

/** What a kept file belongs to. */
export const fileSubjects = [
  "project",
  "application",
  "objection",
  "agreement",
  "payment",
  "enterprise",
  "import",
] as const;
export type FileSubject = (typeof fileSubjects)[number];

/** What a spreadsheet brings in. */
export const importKinds = ["households", "points", "distances", "poor-villages"] as const;
export type ImportKind = (typeof importKinds)[number];

/** reading → (columns → reading) → staged → committing → committed → undone; or it ends before. */
export const importStates = [
  "reading",
  "columns",
  "failed",
  "staged",
  "committing",
  "committed",
  "undone",
  "discarded",
] as const;
export type ImportState = (typeof importStates)[number];

/** What a row of a sheet would do, or did. */
export const importOutcomes = ["new", "changed", "same", "refused"] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** A full export is asked for by one person and allowed by another. */
export const exportStates = ["asked", "allowed", "refused"] as const;
export type ExportState = (typeof exportStates)[number];

/** unsigned: made, not yet signed by both; it binds already. Bound and covered mean "not ended" (design). */
export const agreementStates = ["unsigned", "live", "ended"] as const;
export type AgreementState = (typeof agreementStates)[number];

/** On one's own account, or on the paper a photograph of which is kept. */
export const signatureWays = ["screen", "paper"] as const;
export type SignatureWay = (typeof signatureWays)[number];

/** The two who sign. */
export const agreementSides = ["enterprise", "household"] as const;
export type AgreementSide = (typeof agreementSides)[number];

/** Why an agreement ended before its last day, in codes both are shown as plain words. */
export const earlyCauses = [
  "both-agreed",
  "enterprise-breach",
  "household-breach",
  "worker-left",
  "household-moved",
  "member-lost",
  "project-stopped",
  "land-taken",
  "disaster",
  "never-signed",
  "other",
] as const;
export type EarlyCause = (typeof earlyCauses)[number];

/** By the clock: its last day is past, or its renewal goes on in its place. */
export const endCauses = [...earlyCauses, "expired", "renewed"] as const;
export type EndCause = (typeof endCauses)[number];

/** 补充协议: other terms from a day on, or the next period. */
export const annexKinds = ["change", "renewal"] as const;
export type AnnexKind = (typeof annexKinds)[number];

/** done: a renewal whose agreement has begun. */
export const annexStates = ["proposed", "agreed", "refused", "withdrawn", "done"] as const;
export type AnnexState = (typeof annexStates)[number];

/** Shares: whether the link that binds them to real work or land stands, just ended, or has been gone too long. */
export const bindingStates = ["bound", "amber", "red"] as const;
export type BindingState = (typeof bindingStates)[number];

/** What the second dividend is a share of. */
export const secondBases = ["profit", "principal"] as const;
export type SecondBase = (typeof secondBases)[number];

/** A fund for share allotments: being prepared, giving, closed. */
export const roundStates = ["draft", "open", "closed"] as const;
export type RoundState = (typeof roundStates)[number];

/** Why an enterprise may not post anew. */
export const freezeReasons = ["dividend-unpaid"] as const;
export type FreezeReason = (typeof freezeReasons)[number];

/**
 * What money a line is. The three moneys a household earns: rent, dividend, wage; what it sells (order
 * buy-back); and the fee it owes itself for a plot it contracts.
 */
export const moneyKinds = ["rent", "dividend", "wage", "sale", "fee"] as const;
export type MoneyKind = (typeof moneyKinds)[number];

/** 三金. */
export const threeMoneys = ["rent", "dividend", "wage"] as const satisfies readonly MoneyKind[];
export type ThreeMoney = (typeof threeMoneys)[number];

/** By what a line came about: the period or event that makes it due. */
export const dueBases = [
  "rent-year",
  "wage-month",
  "wage-days",
  "guaranteed",
  "second",
  "share-return",
  "delivery",
  "fee-year",
] as const;
export type DueBasis = (typeof dueBases)[number];

/** void: its agreement changed or ended before it was owed. */
export const dueStates = ["open", "void"] as const;
export type DueState = (typeof dueStates)[number];

/** reversal: the entry that takes another back. */
export const paymentStates = ["recorded", "confirmed", "disputed", "reversed", "reversal"] as const;
export type PaymentState = (typeof paymentStates)[number];

export const paymentMethods = ["card", "transfer", "cash", "phone", "other"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const disputeStates = ["open", "answered", "closed"] as const;
export type DisputeState = (typeof disputeStates)[number];

export const disputeReasons = ["did-not-come", "not-all", "wrong-amount", "other"] as const;
export type DisputeReason = (typeof disputeReasons)[number];

export const planStates = ["running", "done", "cancelled", "failed"] as const;
export type PlanState = (typeof planStates)[number];

export const roles = ["household", "village", "town", "county", "admin", "enterprise", "auditor"] as const;
export type Role = (typeof roles)[number];

export const userStates = ["active", "suspended"] as const;
export type UserState = (typeof userStates)[number];

/** How a message can leave the product, where the county has configured it. */
export const messageChannels = ["email", "sms"] as const;
export type MessageChannel = (typeof messageChannels)[number];

export const sendStates = ["queued", "sent", "failed"] as const;
export type SendState = (typeof sendStates)[number];

export const locales = ["zh", "en"] as const;
export type Locale = (typeof locales)[number];
