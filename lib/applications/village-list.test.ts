import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { applications, files } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { alreadyAsked } from "@/lib/applications/already-asked";
import { applyTo } from "@/lib/applications/apply";
import { applyMany } from "@/lib/applications/apply-many";
import { stepsOf, wordOf } from "@/lib/applications/case";
import { clash } from "@/lib/applications/claims";
import { expireUnanswered, remindWaiting } from "@/lib/applications/due";
import { getApplication } from "@/lib/applications/queries";
import { aHousehold, anEnterprise, aPosting, aVillage, people, testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { acceptFile } from "@/lib/files/files";
import { matchOf } from "@/lib/matching/match-now";

/** A village's list, the warning before sending, the clocks of who has to answer, and what a case remembers. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const rowOf = async (id: string) => (await db.select().from(applications).where(eq(applications.id, id)))[0]!;
const slip = { how: "slip", evidence: "第 1 号" };

describe("a village's list", () => {
  it("applies for several, each with its own word and its own result", async () => {
    const village = await aVillage();
    const [one, two, three] = [
      await aHousehold({ village }),
      await aHousehold({ village }),
      await aHousehold({ village, members: [{ labor: "none" }] }),
    ];
    const other = await aHousehold();
    const who = await people(one);
    const { id: posting } = await aPosting();
    const word = (household: { code: string }, consent: object = slip) => ({
      household: household.code,
      consent,
    });
    const list = [word(one), word(two, { how: "slip" }), word(three), word(other), word(one)];
    const results = await applyMany(who.village, { posting, applications: list }, testDay);
    expect(results.map((r) => r.refusal?.code ?? "done")).toEqual([
      ...["done", "input", "not-eligible", "not-found", "already-applied"],
    ]);
    expect(results[1]?.refusal?.fields).toEqual({ "consent.evidence": { code: "missing" } });
    expect(await rowOf(results[0]!.id!)).toMatchObject({
      householdCode: one.code,
      consentEvidence: "第 1 号",
    });
    expect(await db.$count(applications, eq(applications.postingId, posting))).toBe(1);
    await expect(applyMany(who.county, { posting, applications: list }, testDay)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("the warning before sending", () => {
  it("names the waiting applications that ask for the same worker in the same months", async () => {
    const household = await aHousehold({ members: 2 });
    const who = await people(household);
    const apply = (posting: string, member?: string) =>
      applyTo(
        who.village,
        { posting, household: household.code, consent: slip, ...(member && { member }) },
        testDay,
      );
    const spring = await aPosting({ title: "采茶", job: { months: 0b11100 } });
    const may = await aPosting({ title: "插秧", job: { months: 0b110000 } });
    const winter = await aPosting({ title: "剪枝", job: { months: 0b100000000000 } });
    const land = await aPosting({ kind: "land" });
    await apply(spring.id, household.memberIds[0]);
    const warned = async (posting: string) =>
      (await alreadyAsked(who.village, await matchOf(posting, household.code, testDay))).map(
        (c) => c.posting,
      );
    expect(await warned(may.id)).toEqual(["采茶"]);
    expect(await warned(winter.id)).toEqual([]);
    expect(await warned(land.id)).toEqual([]);
    // Another village's worker is told nothing of this household.
    const other = await people(await aHousehold());
    expect(await alreadyAsked(other.village, await matchOf(may.id, household.code, testDay))).toEqual([]);
  });

  it("knows what can stand together and what cannot", () => {
    const job = { kind: "job" as const, memberId: "M1", months: 0b110, parcelIds: [] };
    const land = { kind: "land" as const, memberId: null, months: 0, parcelIds: ["L1", "L2"] };
    const shares = { kind: "equity" as const, memberId: null, months: 0, parcelIds: [] };
    expect(clash(job, { ...job, months: 0b1000 })).toBe(false);
    expect(clash(job, { ...job, memberId: "M2" })).toBe(false);
    expect(clash(job, { ...job, kind: "contract", months: 0b10 })).toBe(true);
    expect(clash(land, { ...land, parcelIds: ["L3"] })).toBe(false);
    expect(clash(land, { ...land, parcelIds: ["L2"] })).toBe(true);
    expect(clash(shares, shares)).toBe(true);
    expect([clash(job, land), clash(land, shares), clash(shares, job)]).toEqual([false, false, false]);
    const member = { ...shares, kind: "membership" as const };
    expect(clash(member, member)).toBe(false);
  });
});

describe("who has to answer, and until when", () => {
  it("the enterprise ten working days, reminded on the seventh; then the county five; then nobody", async () => {
    const household = await aHousehold();
    const who = await people(household);
    const enterprise = await anEnterprise();
    const { id: posting } = await aPosting({ enterprise });
    const { id } = await applyTo(who.village, { posting, household: household.code, consent: slip }, testDay);
    expect(await rowOf(id)).toMatchObject({
      replyDueOn: "2026-12-07",
      remindOn: "2026-12-02",
      remindedOn: null,
    });
    expect(await remindWaiting("2026-12-01")).toBe(0);
    expect(await remindWaiting("2026-12-02")).toBeGreaterThan(0);
    expect(await remindWaiting("2026-12-03")).toBe(0);
    expect(await getApplication(enterprise.user, id)).toMatchObject({
      replyDueOn: "2026-12-07",
      remindedOn: "2026-12-02",
    });
    await moveApplication(enterprise.user, id, { move: "accept" }, "2026-12-03");
    expect(await rowOf(id)).toMatchObject({
      replyDueOn: "2026-12-10",
      remindOn: "2026-12-08",
      remindedOn: null,
    });
    // However late the county is, nothing expires.
    await expireUnanswered("2027-12-01");
    expect((await rowOf(id)).state).toBe("accepted");
    await moveApplication(who.county, id, { move: "approve" }, "2026-12-10");
    expect(await rowOf(id)).toMatchObject({ replyDueOn: null, remindOn: null });
  });
});

describe("what a case remembers", () => {
  it("every step with who and why, also those a later one replaced; witnesses and the photograph for who may", async () => {
    const household = await aHousehold();
    const who = await people(household);
    const { id: posting, enterprise } = await aPosting();
    const ours = { posting, household: household.code, consent: { how: "own-account" } };
    const { id } = await applyTo(who.household, ours, testDay);
    await moveApplication(enterprise.user, id, { move: "accept" }, testDay);
    await moveApplication(who.county, id, { move: "return", code: "word-unclear" }, testDay);
    const png = acceptFile("photo", {
      name: "纸条.png",
      body: Buffer.from("\x89PNG\r\n\x1a\nrest", "latin1"),
    });
    await applyTo(who.village, { ...ours, consent: { how: "slip" } }, testDay, png);
    const steps = await stepsOf(who.county, { id });
    expect(steps.map((s) => [s.move, s.to, s.role, s.why])).toEqual([
      ["apply", "applied", "household", null],
      ["accept", "accepted", "enterprise", null],
      ["return", "returned", "county", "word-unclear"],
      ["apply", "applied", "village", null],
    ]);
    expect(await rowOf(id)).toMatchObject({ appliedBy: who.household.userId, consentBy: who.village.userId });
    const word = await wordOf(who.county, { id });
    expect(word).toMatchObject({ witnesses: [], photos: [{ name: "纸条.png" }] });
    expect(await wordOf(enterprise.user, { id })).toBeNull();
    const [photo] = await db.select().from(files).where(eq(files.subjectId, id));
    expect(photo?.sealed).toBe(true);
    // The first hand still counts, though another name stands there now: moved to the county, it decides nothing.
    await moveApplication(enterprise.user, id, { move: "accept" }, testDay);
    const first = { ...who.county, userId: who.household.userId! };
    await expect(moveApplication(first, id, { move: "approve" }, testDay)).rejects.toMatchObject({
      code: "own-case",
    });
  });
});
