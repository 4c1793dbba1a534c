import type { PostingKind, SecondBase } from "@/db/words";

/** The four parts of a score, in the order they are always shown. */
export const factorNames = ["labor", "land", "distance", "need"] as const;
export type Factors = { labor: number; land: number; distance: number; need: number };

/** A notice is never shorter than the longer of these, whatever the county decides (design: access). */
export const leastNotice = { calendarDays: 10, workingDays: 7 };

/**
 * Every number the rules use, with its default and the document it comes from (matching.md, the report,
 * rulings.md). A row of the policy table with the same key replaces the default from its day on; rows are
 * never changed, so an old decision keeps the value it was made with. Money in fen, rates in basis points.
 */
export const parameters = {
  "weights.job": { labor: 0.5, land: 0, distance: 0.3, need: 0.2 } as Factors,
  "weights.land": { labor: 0.1, land: 0.5, distance: 0.25, need: 0.15 } as Factors,
  "weights.equity": { labor: 0.3, land: 0.1, distance: 0.1, need: 0.5 } as Factors,
  "weights.order": { labor: 0.25, land: 0.4, distance: 0.15, need: 0.2 } as Factors,
  "weights.membership": { labor: 0.2, land: 0.3, distance: 0.2, need: 0.3 } as Factors,
  "weights.contract": { labor: 0.45, land: 0, distance: 0.3, need: 0.25 } as Factors,
  /** Road ÷ straight line; stated ratios in the county run from 1.1 to 2.2. */
  "distance.detour": 1.4,
  /** km at which the distance factor halves. */
  "distance.halfKm.job": 8,
  "distance.halfKm.jobWithLodging": 80,
  "distance.halfKm.land": 4,
  "distance.halfKm.equity": 40,
  "distance.halfKm.order": 20,
  "distance.halfKm.membership": 10,
  "distance.halfKm.contract": 8,
  "labor.workingAge": 16,
  "labor.weakCapacity": 0.5,
  "labor.jobParts": { capacity: 0.5, skill: 0.3, season: 0.2 },
  /** mu of an order's crop that one free worker tends. */
  "labor.orderMuPerWorker": 5,
  /** Free labor units at which what a household brings into a co-op counts in full. */
  "labor.membershipUnits": 2,
  "land.fullTimesMin": 4,
  "land.equityMuPerPerson": 2,
  /** The same for its land, in mu. */
  "land.membershipMu": 5,
  "need.parts": { uncovered: 0.6, income: 0.4 },
  /** 3,070 yuan a person and year (2017), to be confirmed by the county. */
  "need.incomeLineFen": 307_000,
  "plan.coverageBonus": 1000,
  "plan.projectsPerHousehold": 2,
  "tiers.a": 70,
  "tiers.b": 40,
  /** 1,800 yuan a month, 60 a day, to be confirmed by the county. */
  "wage.floorMonthFen": 180_000,
  "wage.floorDayFen": 6_000,
  /** 按交易量(额)返还 of the distributable surplus, at least 60 % (农民专业合作社法 2017, art. 44). */
  "membership.surplusBp": 6_000,
  /** 配股: 10,000 yuan a poor person, 5 % guaranteed, second dividend at least 2 % of profit (the report, 经验三). */
  "equity.fenPerPerson": 1_000_000,
  "equity.guaranteedBp": 500,
  "equity.secondBp": 200,
  /** Dividends turn amber and red on these days of the year they are due in (rulings.md). */
  "dividend.amberOn": "11-01",
  "dividend.redOn": "12-01",
  /** Other money is amber from the day after it was due, and red after so many days. */
  "moneys.redAfterDays": 30,
  /** 二次分红基数: of the year's profit, or of what was allotted (rulings.md). */
  "equity.secondBase": "profit" as SecondBase,
  /** Both dividends are due by this day of each year, MM-DD (the report: 每年11月底前). */
  "equity.payMonthDay": "11-30",
  /** Days shares stand without the link that binds them before they are red. */
  "binding.graceDays": 90,
  /** Years a job agreement runs; the months worked are the same each year. */
  "agreement.jobYears": 3,
  /** Day of the following month by which a month's wage is paid, 1 to 28. */
  "agreement.wagePayDay": 15,
  /** Days a month that a day wage is planned with. */
  "agreement.daysPerMonth": 22,
  /** Rent and fees of a year are paid by this day within it, MM-DD. */
  "agreement.payMonthDay": "12-20",
  /** 盈余返还: by this day of each year, MM-DD. */
  "agreement.surplusMonthDay": "03-31",
  /** Days from the match being final in which both should have signed; after that officers are told. */
  "agreement.signWithinDays": 15,
  /** Days before its last day that both sides are reminded. */
  "agreement.reminderDays": 30,
  /** Days ahead an enterprise says that it ends an agreement early. */
  "agreement.noticeDays": 30,
  /** Days after its end that an enterprise still sees whom an agreement was with (access.md: 180). */
  "agreement.namesDays": 180,
  /** A published need nobody says a word on for so long is closed, after a warning of so many days. */
  "posting.staleDays": 90,
  "posting.staleWarnDays": 14,
  /** A notice runs the longer of these. */
  "notice.calendarDays": leastNotice.calendarDays,
  "notice.workingDays": leastNotice.workingDays,
  /** Working days an enterprise has to answer an application; it is reminded on this one, then it expires. */
  "reply.enterpriseDays": 10,
  "reply.enterpriseReminderDays": 7,
  /** Working days the county has to decide; it never expires, it stands in red on the desk. */
  "reply.countyDays": 5,
  "reply.countyReminderDays": 3,
  /** Working days in which an objection is answered. */
  "reply.objectionDays": 5,
};
export type PolicyKey = keyof typeof parameters;
export type Policy = { readonly [K in PolicyKey]: (typeof parameters)[K] };
export const policyKeys = Object.keys(parameters) as PolicyKey[];

export const isPolicyKey = (text: string): text is PolicyKey => Object.hasOwn(parameters, text);

/** The policy before any document changed it. */
export const defaultPolicy: Policy = parameters;

export type PolicyRow = { key: string; value: unknown; startsOn: string };

/**
 * The policy that holds on a day.
 * @param rows applied rows in any order; the latest `startsOn` ≤ `today` wins, later rows of the same day win.
 */
export function policyOn(rows: readonly PolicyRow[], today: string): Policy {
  const holding = rows
    .filter((row) => row.startsOn <= today && Object.hasOwn(parameters, row.key))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
  return { ...parameters, ...Object.fromEntries(holding.map((row) => [row.key, row.value])) };
}

export const weightsOf = (policy: Policy, kind: PostingKind): Factors => policy[`weights.${kind}`];

/**
 * The same policy with other weights for a kind, for "what if": shares of their sum, so that they add up to 1.
 * @param shares not negative; the policy itself when they are all 0.
 */
export function withWeights(policy: Policy, kind: PostingKind, shares: Factors): Policy {
  const sum = factorNames.reduce((all, name) => all + shares[name], 0);
  if (sum <= 0) return policy;
  const weights = Object.fromEntries(factorNames.map((name) => [name, shares[name] / sum]));
  return { ...policy, [`weights.${kind}`]: weights };
}
