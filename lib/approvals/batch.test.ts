import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { applications, bookings, households, members, notices, parcels } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { publicAsker } from "@/lib/access/asker";
import { finishNotices } from "@/lib/agreements/finish";
import { aCase, type Case } from "@/lib/applications/cases.testing";
import { getApplication } from "@/lib/applications/queries";
import { aHousehold, aPosting, people, testDay } from "@/lib/applications/testing";
import { assess, assessWaiting } from "@/lib/approvals/assess";
import { approveMany } from "@/lib/approvals/batch";
import { moveApplication } from "@/lib/approvals/move";
import { reopenChanged } from "@/lib/approvals/reopen";
import { spentOf } from "@/lib/approvals/spent";
import { keepFile } from "@/lib/files/commands";
import { forgetCounty } from "@/lib/matching/queries/current";
import { objectTo } from "@/lib/notices/object";
import { objectionOfReceipt } from "@/lib/notices/objections";

/** Approving many at once, and what an officer is shown before: what stands in the way, by name. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  forgetCounty();
});
afterAll(() => close());

const aPhoto = { name: "slip.jpg", mediaType: "image/jpeg", body: Buffer.from([1, 2, 3]) } as const;
const rowOf = async (id: string) => (await db.select().from(applications).where(eq(applications.id, id)))[0]!;
const seen = async (...cases: Case[]) =>
  Promise.all(cases.map(async ({ id }) => ({ id, version: (await rowOf(id)).version })));

describe("approving together", () => {
  it("gives each its own result: what one is refused keeps no other waiting, and nothing is half done", async () => {
    const posting = await aPosting({ capacity: 2 });
    const good = [await aCase({ state: "accepted", posting }), await aCase({ state: "accepted", posting })];
    const tooMany = await aCase({ state: "accepted", posting });
    const stale = await aCase({ state: "accepted" });
    const gone = await aCase({ state: "withdrawn" });
    const mute = await aCase({ state: "accepted", row: { consentHow: null } });
    const { county } = good[0]!.who;
    const rows = await seen(...good, tooMany, stale, gone, mute);
    await tx((w) => w.update(applications).set({ version: 9 }).where(eq(applications.id, stale.id)));
    const results = await approveMany(county, { applications: rows }, testDay);
    expect(results.map((r) => r.refusal?.code ?? "done")).toEqual([
      ...["done", "done", "full", "changed", "not-open", "word-missing"],
    ]);
    const left = [tooMany, stale, mute].map((c) => c.id);
    for (const { state } of await db.select().from(applications).where(inArray(applications.id, left)))
      expect(state).toBe("accepted");
    expect(await db.$count(notices, inArray(notices.applicationId, left))).toBe(0);
    expect(await db.$count(bookings, inArray(bookings.applicationId, left))).toBe(0);
  });

  it("is the county's alone", async () => {
    const c = await aCase({ state: "accepted" });
    const body = { applications: await seen(c) };
    const { enterprise } = c.posting;
    for (const who of [
      c.who.household,
      c.who.village,
      c.who.town,
      c.who.admin,
      c.who.auditor,
      enterprise.user,
    ]) {
      await expect(approveMany(who, body, testDay), who.role).rejects.toMatchObject({ code: "forbidden" });
      await expect(assessWaiting(who, testDay), who.role).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await rowOf(c.id)).state).toBe("accepted");
  });
});

describe("what is shown before approving", () => {
  it("is what an approval would answer: problems first, then what to look at, then the clean", async () => {
    const household = await aHousehold({ members: 1 });
    const who = await people(household);
    const taken = await aPosting({ title: "先定的活" });
    await aCase({ state: "approved", household, who, posting: taken });
    const bound = await aCase({ state: "accepted", household, who });
    const unfit = await aCase({
      state: "accepted",
      who,
      posting: await aPosting({ job: { work: "skilled" } }),
    });
    const part = await aCase({
      state: "accepted",
      household,
      who,
      posting: await aPosting({ job: { months: 0b111100 } }),
    });
    const clean = await aCase({ state: "accepted", who });
    const slip = { consentHow: "slip", consentEvidence: "第 9 号" } as const;
    const [unseen, photographed] = [
      await aCase({ state: "accepted", who, row: slip }),
      await aCase({ state: "accepted", who, row: slip }),
    ];
    const { id: subjectId, household: home } = photographed;
    const about = { subject: "application", subjectId, householdCode: home.code } as const;
    await tx((w) => keepFile(w, who.village, about, aPhoto));
    const list = await Promise.all(
      [clean, part, unfit, bound, unseen, photographed].map(({ id }) => getApplication(who.county, id)),
    );
    const whole = list.flatMap((a) => (a.view === "full" ? [a] : []));
    const judged = await assess(who.county, whole, testDay);
    const of = (c: Case) => judged.find((j) => j.application.id === c.id)!;
    expect(of(bound).problem).toMatchObject({ code: "already-bound", data: { posting: "先定的活" } });
    expect(of(unfit).problem).toMatchObject({ code: "not-eligible", data: { rule: "labor-class" } });
    expect(of(part)).toMatchObject({ problem: null, warnings: ["part-season", "asked-elsewhere"] });
    expect(of(clean)).toMatchObject({ problem: null, warnings: [] });
    expect(of(unseen)).toMatchObject({ problem: null, warnings: ["slip-unseen"] });
    expect(of(photographed).warnings).toEqual([]);
    const ranks = judged.map((j) => (j.problem ? 0 : j.warnings.length > 0 ? 1 : 2));
    expect(ranks).toEqual([...ranks].sort());
    // Each says what approving then really answers.
    for (const { application, problem } of judged) {
      const tried = await moveApplication(who.county2, application.id, { move: "approve" }, testDay).then(
        () => null,
        (error) => error.code,
      );
      expect(tried).toBe(problem?.code ?? null);
    }
  });

  it("gives the last places to the best, and says so of the rest", async () => {
    const posting = await aPosting({ capacity: 1 });
    const near = await aCase({ state: "accepted", posting, row: { match: frozen(80) } });
    const far = await aCase({ state: "accepted", posting, row: { match: frozen(40) } });
    const judged = await assessWaiting(near.who.county, testDay);
    const of = (c: Case) => judged.find((j) => j.application.id === c.id)?.problem?.code ?? null;
    expect([of(near), of(far)]).toEqual([null, "full"]);
  });
});

const frozen = (score: number) => ({
  score,
  parts: { labor: 1, land: 0, distance: 1, need: 1 },
  reasons: [],
  tier: "A",
  bands: { labor: "1", land: "<3", distance: "<5" },
  policyOn: testDay,
});

describe("what is in the way is named", () => {
  it("by its agreement once there is one, before by its notice", async () => {
    const household = await aHousehold({ members: 1 });
    const who = await people(household);
    const first = await aCase({
      state: "approved",
      household,
      who,
      posting: await aPosting({ title: "春茶采摘" }),
    });
    const second = await aCase({ state: "accepted", household, who });
    const refused = () =>
      moveApplication(who.county, second.id, { move: "approve" }, testDay).catch((error) => error.data);
    const [notice] = await db.select().from(notices).where(eq(notices.applicationId, first.id));
    expect(await refused()).toMatchObject({ posting: "春茶采摘", notice: notice?.number, agreement: null });
    await finishNotices("2027-01-10");
    // Placed: the second is of no use any more, and says which posting took its place.
    expect(await rowOf(second.id)).toMatchObject({
      state: "obsolete",
      reasonCode: "placed-elsewhere",
      stateReason: "春茶采摘",
    });
    const third = await aCase({ state: "accepted", household, who });
    const [data] = await Promise.all([
      moveApplication(who.county, third.id, { move: "approve" }, testDay).catch((error) => error.data),
    ]);
    expect(data.agreement).toMatch(/^\d{4}-\d{6}$/);
    const spent = await spentOf(who.county, household.code);
    expect(spent.months).toMatchObject([{ posting: "春茶采摘", months: 0b11100 }]);
    expect(spent).toMatchObject({ land: [], shares: [], persons: 1 });
  });

  it("for land by the plot, for shares by the person", async () => {
    const household = await aHousehold({ members: 3, parcels: [{ areaMu100: 300 }] });
    const who = await people(household);
    const [plot = ""] = household.parcelIds;
    const land = { household, who, row: { memberId: null } };
    await aCase({
      state: "approved",
      ...land,
      posting: await aPosting({ kind: "land", title: "茶园流转" }),
      size: 200,
      land: { [plot]: 200 },
    });
    const more = await aCase({
      state: "accepted",
      ...land,
      posting: await aPosting({ kind: "land" }),
      size: 150,
      land: { [plot]: 150 },
    });
    const refused = await moveApplication(who.county, more.id, { move: "approve" }, testDay).catch((e) => e);
    expect(refused).toMatchObject({ code: "already-bound", data: { posting: "茶园流转" } });
    const shares = await aPosting({ kind: "equity", title: "配股一期" });
    await aCase({ state: "approved", ...land, posting: shares, size: 2 });
    const again = await aCase({
      state: "accepted",
      ...land,
      posting: await aPosting({ kind: "equity" }),
      size: 2,
    });
    const { code, data } = await moveApplication(who.county, again.id, { move: "approve" }, testDay).catch(
      (e) => e,
    );
    expect({ code, data }).toMatchObject({ code: "already-bound", data: { posting: "配股一期" } });
    const spent = await spentOf(who.county, household.code);
    expect(spent.land).toMatchObject([{ posting: "茶园流转", mu100: 200, areaMu100: 300 }]);
    expect(spent.shares).toHaveLength(2);
  });
});

describe("a change after the approval", () => {
  const edit = (code: string, version: number, change?: () => Promise<unknown>) =>
    tx(async (w) => {
      await w.update(households).set({ version }).where(eq(households.code, code));
      await change?.();
    });
  const approvedCase = async () => {
    const c = await aCase({ state: "accepted" });
    await moveApplication(c.who.county, c.id, { move: "approve" }, testDay);
    return c;
  };

  it("that leaves the match as it was changes nothing, and is not looked at again", async () => {
    const c = await approvedCase();
    await edit(c.household.code, 2);
    expect(await reopenChanged(testDay)).toBe(0);
    expect(await rowOf(c.id)).toMatchObject({ state: "approved", approvedVersion: 2, version: 2 });
  });

  it("that takes away who would work re-opens it: everything free, the notice down, a word to the household", async () => {
    const c = await approvedCase();
    const [member = ""] = c.household.memberIds;
    await edit(c.household.code, 2);
    const [up] = await db.select().from(notices).where(eq(notices.applicationId, c.id));
    const { receipt } = await objectTo(publicAsker, up?.id ?? "", { body: "名单与事实不符" }, testDay);
    await tx((w) => w.update(members).set({ state: "moved-out" }).where(eq(members.id, member)));
    expect(await reopenChanged(testDay)).toBe(1);
    expect(await rowOf(c.id)).toMatchObject({
      state: "accepted",
      approvedBy: null,
      reasonCode: "changed-after-approval",
      replyDueOn: "2026-11-30",
    });
    expect(await db.$count(bookings, eq(bookings.applicationId, c.id))).toBe(0);
    const down = await db.select().from(notices).where(eq(notices.applicationId, c.id));
    expect(down.map((n) => n.state)).toEqual(["withdrawn"]);
    // What was objected to is decided anew: the objection says so, and holds nothing.
    const lapsed = { state: "lapsed", decisionReason: "reopen" };
    expect(await objectionOfReceipt(receipt)).toMatchObject(lapsed);
    // Back home: approved again, on a notice of its own.
    await tx((w) => w.update(members).set({ state: "present" }).where(eq(members.id, member)));
    await moveApplication(c.who.county, c.id, { move: "approve" }, testDay);
    const both = await db
      .select()
      .from(notices)
      .where(eq(notices.applicationId, c.id))
      .orderBy(notices.number);
    expect(both.map((n) => n.state)).toEqual(["withdrawn", "open"]);
    expect(await getApplication(c.who.county, c.id)).toMatchObject({ noticeId: both[1]!.id });
  });

  it("of the land likewise", async () => {
    const household = await aHousehold({ parcels: [{ areaMu100: 300 }] });
    const [plot = ""] = household.parcelIds;
    const posting = await aPosting({ kind: "land" });
    const c = await aCase({
      state: "accepted",
      household,
      posting,
      size: 300,
      land: { [plot]: 300 },
      row: { memberId: null },
    });
    await moveApplication(c.who.county, c.id, { move: "approve" }, testDay);
    await edit(household.code, 2);
    expect(await reopenChanged(testDay)).toBe(0);
    // Less than what is agreed cannot even be written: the CHECK says no.
    const shrink = tx((w) => w.update(parcels).set({ areaMu100: 200 }).where(eq(parcels.id, plot)));
    await expect(shrink).rejects.toMatchObject({ constraint: "parcels_agreed" });
    await edit(household.code, 3);
    await tx((w) => w.update(parcels).set({ use: "own-use" }).where(eq(parcels.id, plot)));
    expect(await reopenChanged(testDay)).toBe(1);
    const [land] = await db.select().from(parcels).where(eq(parcels.id, plot));
    expect(land?.agreedMu100).toBe(0);
  });
});

describe("the county's reasons are coded", () => {
  it("a code of its own move stands without words, another one needs them", async () => {
    const c = await aCase({ state: "accepted" });
    const turn = (move: string, more: object) =>
      moveApplication(c.who.county, c.id, { move, ...more }, testDay);
    await expect(turn("return", { code: "facts-differ" })).rejects.toMatchObject({
      fields: { code: { code: "not-in-list" } },
    });
    await expect(turn("return", {})).rejects.toMatchObject({ fields: { reason: { code: "missing" } } });
    await expect(turn("reject", { code: "reject-other" })).rejects.toMatchObject({ code: "input" });
    await turn("return", { code: "paper-missing" });
    expect(await getApplication(c.who.household, c.id)).toMatchObject({
      reasonCode: "paper-missing",
      stateReason: null,
    });
    const other = await aCase({ state: "accepted" });
    await moveApplication(other.who.county, other.id, { move: "reject", reason: "地块有争议" }, testDay);
    expect(await rowOf(other.id)).toMatchObject({ reasonCode: "reject-other", stateReason: "地块有争议" });
  });
});
