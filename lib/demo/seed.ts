import { desc } from "drizzle-orm";
import { db, tx, type Writer } from "@/db/client";
import { audit, countyChanges, cursors, divisions, households, users } from "@/db/schema";
import { type DemoCounty, type DemoOptions, demoCounty } from "@/lib/demo/county";
import { recordHistory } from "@/lib/demo/history";
import { writeMoneys } from "@/lib/demo/moneys";
import { writeNewcomers } from "@/lib/demo/newcomers";
import { writeSheets } from "@/lib/demo/sheets";
import { writeGround, writePostings, writeRegister } from "@/lib/demo/write";
import { writeApplications } from "@/lib/demo/write-applications";
import { writeRecords } from "@/lib/demo/write-record";
import { readDivisions } from "@/lib/divisions/files";
import { hashPassword } from "@/lib/users/password";
import { demoPassword } from "@/lib/users/users";

/** What was written. */
export type SeededTotals = {
  households: number;
  persons: number;
  coveredHouseholds: number;
  enterprises: number;
  openPostings: number;
  accounts: number;
};

/**
 * Fills an empty database with the demo county: the same rows for the same scale, seed and day, but for the
 * sealed values, whose nonces and keys are the server's own. All or nothing.
 * @throws Error in live mode, or when the database already holds something.
 */
export async function seedDemo(options: DemoOptions): Promise<SeededTotals> {
  if (process.env.SANJIN_MODE === "live") throw new Error("The demo county is not for live mode.");
  const held = await Promise.all([db.$count(divisions), db.$count(users), db.$count(households)]);
  if (held.some((count) => count > 0))
    throw new Error("The database is not empty: the demo county fills only an empty one.");
  const rows = readDivisions();
  const county = demoCounty(rows, options);
  const passwordHash = await hashPassword(demoPassword);
  await tx(async (w) => {
    await writeGround(w, county, rows, passwordHash);
    await writeNewcomers(w, county, options.today, passwordHash);
    await writeRegister(w, county);
    await writeRecords(w, county, options.seed);
    await writeHouseholdAccounts(w, county, passwordHash);
    await writePostings(w, county);
    await writeApplications(w, county);
    await writeMoneys(w, county, options.seed, options.today);
    await recordHistory(w, county);
    await leaveNews(w);
    // Nobody has read the county yet, so there is nothing to tell anyone of.
    await w.delete(countyChanges);
  });
  await writeSheets(county, options.today);
  return totalsOf(county);
}

/** The last rows of the history are still news: the first minute tells them to whom they concern. */
async function leaveNews(w: Writer): Promise<void> {
  const [last] = await w.select({ seq: audit.seq }).from(audit).orderBy(desc(audit.seq)).limit(1);
  await w.insert(cursors).values({ name: "messages", seq: Math.max(0, (last?.seq ?? 0) - 400) });
}

async function writeHouseholdAccounts(w: Writer, county: DemoCounty, passwordHash: string): Promise<void> {
  const accounts = county.accounts.filter((account) => account.role === "household");
  await w.insert(users).values(accounts.map((account) => ({ ...account, passwordHash })));
}

const totalsOf = (county: DemoCounty): SeededTotals => ({
  households: county.households.length,
  persons: county.households.reduce((sum, h) => sum + h.people.length, 0),
  coveredHouseholds: new Set(county.applications.filter((a) => a.finalOn).map((a) => a.household.code)).size,
  enterprises: county.enterprises.length,
  openPostings: county.postings.filter((p) => p.state === "published" && p.county.taken < p.county.capacity)
    .length,
  accounts: county.accounts.length,
});
