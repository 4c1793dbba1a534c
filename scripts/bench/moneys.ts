/** Figures of the moneys: 20,000 lines made, listed and summed; the officer's page of arrears on the whole county. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { closeDatabase, db, refreshStatistics, tx } from "@/db/client";
import { newId } from "@/db/ids";
import { insertAll } from "@/db/insert-all";
import { migrate } from "@/db/migrate";
import { agreements, applications, dues, households, users } from "@/db/schema";
import { anAgreement } from "@/lib/agreements/testing";
import { aPosting } from "@/lib/applications/testing";
import { makeDues } from "@/lib/moneys/make";
import { arrearsByEnterprise, arrearsByVillage, dividendClock } from "@/lib/moneys/queries/arrears";
import { listDues, sumDues } from "@/lib/moneys/queries/lines";
import { listDisputes } from "@/lib/moneys/queries/payments";
import { askerOf } from "@/lib/users/users";
import type { Row } from "@/scripts/bench/plan";

const lines = 20_000;
const startsOn = "2026-03-01";

/** A county whose agreements make some 20,000 lines: one agreement, and its like for as many households as it takes. */
async function manyAgreements(): Promise<Awaited<ReturnType<typeof anAgreement>>> {
  const posting = await aPosting({ job: { months: 0b111_1111_1111 } });
  const first = await anAgreement({ posting, startsOn });
  const [home] = await db.select().from(households).where(eq(households.code, first.household.code));
  const [application] = await db.select().from(applications).where(eq(applications.id, first.id));
  const [agreement] = await db.select().from(agreements).where(eq(agreements.id, first.agreementId));
  if (!home || !application || !agreement) throw new Error("the first agreement is not there");
  const copies = Array.from({ length: Math.ceil(lines / 12) - 1 }, (_, i) => ({
    code: `${home.code}-${i}`,
    application: newId(),
    agreement: newId(),
    i,
  }));
  await tx(async (w) => {
    await insertAll(
      w,
      households,
      copies.map(({ code }) => ({ ...home, code })),
    );
    await insertAll(
      w,
      applications,
      copies.map(({ code, application: id }) => ({ ...application, id, householdCode: code, cardToken: id })),
    );
    await insertAll(
      w,
      agreements,
      copies.map(({ code, application: applicationId, agreement: id, i }) => ({
        ...agreement,
        ...{ id, applicationId, householdCode: code, number: `B-${i}` },
      })),
    );
  });
  await refreshStatistics();
  return first;
}

async function makeListSum(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "sanjin-bench-moneys-"));
  const before = process.env.DATABASE_URL;
  await closeDatabase();
  process.env.DATABASE_URL = `file:${join(folder, "moneys.db")}`;
  try {
    await migrate();
    const { who } = await manyAgreements();
    const start = performance.now();
    while ((await makeDues(startsOn)) > 0);
    const made = performance.now();
    await refreshStatistics();
    let listed = 0;
    let listedFen = 0;
    for (let cursor: string | undefined = ""; cursor !== undefined; ) {
      const page = await listDues(who.county, { limit: 500, ...(cursor && { cursor }) }, startsOn);
      listed += page.items.length;
      listedFen += page.items.reduce((all, line) => all + line.amountFen, 0);
      cursor = page.next ?? undefined;
    }
    const sums = await sumDues(who.county, {}, startsOn);
    const seconds = (performance.now() - start) / 1000;
    const n = await db.$count(dues);
    if (n < lines || listed !== n || listedFen !== sums.dueFen)
      throw new Error(`${n} lines, ${listed} listed, ${listedFen} fen listed, ${sums.dueFen} summed`);
    const part = ((made - start) / 1000).toFixed(2);
    return { name: `${n} due lines made (${part} s), listed and summed`, value: seconds, unit: "s", must: 1 };
  } finally {
    await closeDatabase();
    process.env.DATABASE_URL = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the page of arrears asks, all of it, as an officer of the county. */
async function arrearsPage(today: string): Promise<Row[]> {
  const [user] = await db.select().from(users).where(eq(users.username, "county"));
  if (!user) return [];
  const asker = askerOf({ ...user, userId: user.id }, null);
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const start = performance.now();
    await Promise.all([
      arrearsByEnterprise(asker, today),
      arrearsByVillage(asker, today),
      dividendClock(asker, today),
      listDisputes(asker, { states: ["open", "answered"], limit: 50 }),
      listDues(asker, { show: "late", limit: 50 }, today),
    ]);
    if (i >= 10) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [late] = await db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(dues)
    .where(sql`state = 'open' and paid_fen < amount_fen and due_on < ${today}`);
  const of = `${await db.$count(dues)} lines, ${late?.n ?? 0} late`;
  return [
    { name: `arrears page, whole county (${of}), p50`, value: times[25] ?? 0, unit: "ms" },
    { name: "arrears page, whole county, p95", value: times[47] ?? 0, unit: "ms", must: 150 },
  ];
}

export async function benchMoneys(today: string, report: (row: Row) => void): Promise<Row[]> {
  const rows = [...(await arrearsPage(today)), await makeListSum()];
  for (const row of rows) report(row);
  return rows;
}
