import { afterAll, beforeAll, expect, test } from "vitest";
import { tx } from "@/db/client";
import { openTestDatabase } from "@/db/testing";
import { type Asker, publicAsker, systemAsker } from "@/lib/access/asker";
import { record } from "@/lib/audit/commands";
import { auditActions, auditFor, verifyAuditFor } from "@/lib/audit/queries";
import { isRefusal } from "@/lib/refusal/refusal";
import { aUser } from "@/lib/users/testing";

type User = Asker & { username: string };
let close: () => Promise<void>;
let [officer, worker, auditor, admin] = [] as unknown as [User, User, User, User];
const household: Asker = { ...publicAsker, role: "household", userId: "h", householdCode: "H1" };

beforeAll(async () => {
  close = await openTestDatabase();
  officer = await aUser();
  worker = await aUser({ role: "village", divisionScope: "610724100200" });
  auditor = await aUser({ role: "auditor" });
  admin = await aUser({ role: "admin" });
  const note = (action: string, subjectId: string, householdCode?: string) => ({
    action,
    subject: "household",
    subjectId,
    householdCode,
    after: { mark: subjectId },
    why: "因为",
  });
  // The county's day begins at 16:00 UTC of the day before.
  await tx(async (w) => {
    await record(w, officer, note("household.read", "1", "H1"), new Date("2026-11-22T15:59:59Z"));
    await record(w, worker, note("household.read", "2", "H2"), new Date("2026-11-22T16:00:00Z"));
    await record(w, officer, note("posting.publish", "3"), new Date("2026-11-23T15:59:59Z"));
    await record(w, systemAsker, note("application.finish", "4", "H1"), new Date("2026-11-23T16:00:00Z"));
  });
});
afterAll(() => close());

const seqs = async (asker: Asker, filter: Parameters<typeof auditFor>[1] = {}) =>
  (await auditFor(asker, filter)).items.map((row) => row.seq);

test("the auditor reads all, others what they did, a household what was done to it", async () => {
  expect(await seqs(auditor)).toEqual([4, 3, 2, 1]);
  expect(await seqs(officer)).toEqual([3, 1]);
  expect(await seqs(worker)).toEqual([2]);
  expect(await seqs(household)).toEqual([4, 1]);
  expect(await seqs({ ...household, householdCode: null })).toEqual([]);
  await expect(auditFor(publicAsker, {})).rejects.toSatisfy(isRefusal);
  expect(await auditActions(worker)).toEqual(["household.read"]);
  expect(await auditActions(auditor)).toEqual(["application.finish", "household.read", "posting.publish"]);
});

test("an administrator sees that something was done, not to whom or what", async () => {
  const { items } = await auditFor(admin, {});
  expect(items.map((row) => row.action)).toHaveLength(4);
  for (const row of items)
    expect(row).toMatchObject({ subjectId: "", householdCode: null, before: null, after: null, why: null });
});

test("filters by action, account, household, id and days of the county", async () => {
  expect(await seqs(auditor, { action: "household.read" })).toEqual([2, 1]);
  expect(await seqs(auditor, { username: worker.username })).toEqual([2]);
  expect(await seqs(auditor, { householdCode: "H1" })).toEqual([4, 1]);
  expect(await seqs(auditor, { subjectId: "3" })).toEqual([3]);
  expect(await seqs(auditor, { from: "2026-11-23", to: "2026-11-23" })).toEqual([3, 2]);
  expect(await seqs(auditor, { to: "2026-11-22" })).toEqual([1]);
  expect(await seqs(auditor, { from: "2026-11-24" })).toEqual([4]);
});

test("an administrator's filter by household does not tell whose a row is", async () => {
  expect(await seqs(admin, { householdCode: "H1" })).toEqual([]);
  expect(await seqs(admin, { subjectId: "3" })).toEqual([]);
});

test("goes on where the page before ended", async () => {
  const first = await auditFor(auditor, { limit: 3 });
  expect(first.next).toBe(2);
  expect(await seqs(auditor, { limit: 3, before: first.next ?? 0 })).toEqual([1]);
});

test("the verdict is for who may read all of it", async () => {
  expect(await verifyAuditFor(auditor)).toMatchObject({ firstBad: null, rows: 4 });
  expect(() => verifyAuditFor(officer)).toThrow();
});
