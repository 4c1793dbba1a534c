import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { LandTerms } from "@/db/agreement-terms";
import { db, tx } from "@/db/client";
import { agreements, dues } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Asker } from "@/lib/access/asker";
import { anAgreement, pingliTerms, type TestAgreement } from "@/lib/agreements/testing";
import { aPosting } from "@/lib/applications/testing";
import { addDays, today as clockToday } from "@/lib/clock/clock";
import { disputeMoney } from "@/lib/moneys/dispute";
import { makeDues } from "@/lib/moneys/make";
import { recordPayments } from "@/lib/moneys/pay";
import { type DueFilter, listDues, sumDues } from "@/lib/moneys/queries/lines";
import { listDisputes, listPayments } from "@/lib/moneys/queries/payments";
import { defaultPolicy } from "@/lib/policy/policy";

const startsOn = "2026-03-11";
/** A rent and a dividend are late by then, and two years of each stand in the books. */
const today = "2027-02-01";
const land: LandTerms = {
  kind: "land",
  parcels: [],
  mu100: 500,
  rentFenPerMuYear: 80_000,
  payMonthDay: "11-30",
  years: 3,
};

let close: () => Promise<void>;
let firm: TestAgreement[] = [];
let other: TestAgreement;
beforeAll(async () => {
  close = await openTestDatabase();
  const posting = await aPosting({ kind: "equity", capacity: 100 });
  for (let i = 0; i < 4; i++)
    firm.push(await anAgreement({ posting, size: 3, startsOn, agreement: { terms: pingliTerms("11-30") } }));
  other = await anAgreement({ startsOn, agreement: { terms: land } });
  while ((await makeDues(today)) > 0);
});
afterAll(async () => {
  firm = [];
  await close();
});

/** All of a list, so many at a time. */
async function paged(asker: Asker, filter: DueFilter, limit: number) {
  const pages: Awaited<ReturnType<typeof listDues>>["items"][] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await listDues(asker, { ...filter, limit, ...(cursor && { cursor }) }, today);
    pages.push(page.items);
    cursor = page.next;
  }
  return pages;
}

it("goes on where the page before ended, also among lines of one day, and comes to what is summed", async () => {
  const { county } = other.who;
  const all = await db
    .select({ id: dues.id, amountFen: dues.amountFen })
    .from(dues)
    .orderBy(asc(dues.dueOn), asc(dues.id));
  expect(all.length).toBeGreaterThan(8);
  for (const limit of [1, 3, 4, 500]) {
    const pages = await paged(county, {}, limit);
    expect(pages.flat().map((line) => line.id)).toEqual(all.map((line) => line.id));
    expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
  }
  const { dueFen } = await sumDues(county, {}, today);
  expect(dueFen).toBe(all.reduce((sum, line) => sum + line.amountFen, 0));
});

it("keeps to what is asked for and to whose lines they are, page by page", async () => {
  const own = (await paged(firm[0]!.posting.enterprise.user, {}, 3)).flat();
  expect(new Set(own.map((line) => line.agreementId))).toEqual(new Set(firm.map((a) => a.agreementId)));
  expect(own.every((line) => line.householdCode === null)).toBe(true);
  const line = own.find((one) => one.agreementId === firm[0]!.agreementId);
  await tx((w) => w.update(dues).set({ paidFen: 150_000 }).where(eq(dues.id, line!.id)));
  const late = (await paged(firm[0]!.who.county, { show: "late" }, 2)).flat();
  expect(late.every((one) => one.dueOn < today && one.paidFen < one.amountFen)).toBe(true);
  expect(late).toHaveLength(4);
  const mine = (await paged(firm[1]!.who.household, {}, 1)).flat();
  expect(new Set(mine.map((one) => one.householdCode))).toEqual(new Set([firm[1]!.household.code]));
  expect(mine[0]).toMatchObject({
    enterpriseName: "测试合作社",
    agreementNumber: firm[1]!.number,
    dueOn: "2026-11-30",
    light: "red",
  });
});

it("an enterprise reads initials in lines, payments and disputes of what ended long ago; the household its names", async () => {
  const a = await anAgreement({ startsOn, agreement: { terms: land } });
  while ((await makeDues(today)) > 0);
  const enterprise = a.posting.enterprise.user;
  const [line] = (await listDues(enterprise, { show: "late" }, today)).items;
  const paid = { lines: [{ due: line?.id, amountFen: 10_000 }], paidOn: today, method: "cash" };
  await recordPayments(enterprise, paid, today);
  await disputeMoney(a.who.household, { due: line?.id, reason: "not-all" }, today);
  const names = async (asker: Asker, on: string) => {
    const rows = [
      ...(await listDues(asker, { agreement: a.agreementId }, on)).items,
      ...(await listPayments(asker, { due: line?.id ?? "" })).items,
      ...(await listDisputes(asker, { due: line?.id ?? "" })),
    ];
    expect(rows.length).toBeGreaterThan(3);
    return [...new Set(rows.map((row) => row.headName))];
  };
  const ended = (daysAgo: number) =>
    tx((w) =>
      w
        .update(agreements)
        .set({ state: "ended", endCause: "both-agreed", endedOn: addDays(clockToday(), -daysAgo) })
        .where(eq(agreements.id, a.agreementId)),
    );
  const days = defaultPolicy["agreement.namesDays"];
  await ended(days);
  expect(await names(enterprise, clockToday())).toEqual(["赵测试"]);
  await ended(days + 1);
  expect(await names(enterprise, clockToday())).toEqual(["赵*试"]);
  expect(await names(a.who.household, clockToday())).toEqual(["赵测试"]);
});
