/** What officers and villages are shown of money that did not come: by enterprise, by village, by name. */
import { and, asc, desc, eq, lt, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { dues, enterprises, households } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { addDays, daysBetween } from "@/lib/clock/clock";
import { lightDays } from "@/lib/moneys/late";
import { dayIn } from "@/lib/moneys/periods";
import { readableDues, town, unpaid, village } from "@/lib/moneys/queries/lines";
import { policyFor } from "@/lib/policy/queries";

const late = (today: string) => and(unpaid, lt(dues.dueOn, today), ne(dues.kind, "fee"));
const number = (part: ReturnType<typeof sql>) => sql<number>`${part}`.mapWith(Number);
const figures = {
  lines: number(sql`count(*)`),
  households: number(sql`count(distinct ${dues.householdCode})`),
  lateFen: number(sql`sum(${dues.amountFen} - ${dues.paidFen})`),
  oldestOn: sql<string>`min(${dues.dueOn})`,
};

export type Arrears = { lines: number; households: number; lateFen: number; oldestOn: string };
export type EnterpriseArrears = Arrears & { id: string; name: string };
export type VillageArrears = Arrears & { code: string; name: string; townName: string };

/** Who is behind, the most first. */
export const arrearsByEnterprise = (asker: Asker, today: string): Promise<EnterpriseArrears[]> =>
  db
    .select({ id: enterprises.id, name: enterprises.name, ...figures })
    .from(dues)
    .innerJoin(enterprises, eq(enterprises.id, dues.enterpriseId))
    .innerJoin(households, eq(households.code, dues.householdCode))
    .where(and(readableDues(asker), late(today)))
    .groupBy(enterprises.id, enterprises.name)
    .orderBy(desc(figures.lateFen), asc(enterprises.id));

/** Where households wait, the most first. */
export const arrearsByVillage = (asker: Asker, today: string): Promise<VillageArrears[]> =>
  db
    .select({ code: village.code, name: village.name, townName: town.name, ...figures })
    .from(dues)
    .innerJoin(households, eq(households.code, dues.householdCode))
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .where(and(readableDues(asker), late(today)))
    .groupBy(village.code, village.name, town.name)
    .orderBy(desc(figures.lateFen), asc(village.code));

export type DividendClock = {
  /** The day guaranteed dividends of this year are due by. */
  dueOn: string;
  /** From today; negative once it is past. */
  daysLeft: number;
  light: "open" | "amber" | "red";
  dueFen: number;
  paidFen: number;
  /** Households and enterprises that are still missing some of it. */
  households: number;
  enterprises: number;
};

/** Written out, so that the index of guaranteed dividends serves. */
const guaranteed = sql`${dues.state} = 'open' and ${dues.basis} = 'guaranteed'`;

/** 分红倒计时: the guaranteed dividends of this year's pay day, and what is still missing of them. */
export async function dividendClock(asker: Asker, today: string): Promise<DividendClock> {
  const policy = await policyFor(today);
  const [month = 11, date = 30] = policy["equity.payMonthDay"].split("-").map(Number);
  const year = Number(today.slice(0, 4));
  const dueOn = dayIn(year, month, date);
  const isMissing = sql`${dues.paidFen} < ${dues.amountFen}`;
  const [row] = await db
    .select({
      dueFen: number(sql`coalesce(sum(${dues.amountFen}), 0)`),
      paidFen: number(sql`coalesce(sum(${dues.paidFen}), 0)`),
      households: number(sql`count(distinct case when ${isMissing} then ${dues.householdCode} end)`),
      enterprises: number(sql`count(distinct case when ${isMissing} then ${dues.enterpriseId} end)`),
    })
    .from(dues)
    .innerJoin(households, eq(households.code, dues.householdCode))
    .where(and(readableDues(asker), guaranteed, sql`${dues.dueOn} between ${`${year}-01-01`} and ${dueOn}`));
  const { amberOn, redOn } = lightDays({ basis: "guaranteed", dueOn }, policy);
  const light = today >= redOn ? "red" : today >= amberOn ? "amber" : "open";
  const none = { dueFen: 0, paidFen: 0, households: 0, enterprises: 0 };
  return { dueOn, daysLeft: daysBetween(today, dueOn), light, ...(row ?? none) };
}

/** The seven days from a day on: what a village tells its households this week. */
export const weekFrom = (today: string) => ({ from: today, to: addDays(today, 6) });
