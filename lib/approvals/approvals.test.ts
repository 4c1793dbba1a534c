import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import {
  agreements,
  applicationParcels,
  applications,
  audit,
  notices,
  objections,
  postings,
} from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { publicAsker, systemAsker } from "@/lib/access/asker";
import { finishNotices } from "@/lib/agreements/finish";
import { makeAgreement } from "@/lib/agreements/make";
import { aCase, type Case } from "@/lib/applications/cases.testing";
import { loadApplication } from "@/lib/applications/step";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { decideObjection } from "@/lib/approvals/objections";
import { verifyAudit } from "@/lib/audit/queries";
import { objectTo } from "@/lib/notices/object";
import { objectionOfReceipt } from "@/lib/notices/objections";
import { listOpenObjections } from "@/lib/notices/queries";
import { receiptOf } from "@/lib/notices/receipt";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(async () => {
  expect((await verifyAudit()).firstBad).toBeNull();
  await close();
});

const approve = (c: Case, officer = c.who.county) =>
  moveApplication(officer, c.id, { move: "approve" }, testDay);
const stateOf = async (c: Case) =>
  (await db.select().from(applications).where(eq(applications.id, c.id)))[0]?.state;
const takenOf = async (c: Case) =>
  (await db.select().from(postings).where(eq(postings.id, c.posting.id)))[0]?.taken;
const auditOf = (id: string) => db.select().from(audit).where(eq(audit.subjectId, id));

describe("approving", () => {
  it("takes the place, puts up the notice and says so in the audit, all at once", async () => {
    const c = await aCase({ state: "accepted" });
    await approve(c);
    expect(await takenOf(c)).toBe(1);
    const [notice] = await db.select().from(notices).where(eq(notices.applicationId, c.id));
    expect(notice).toMatchObject({ state: "open", publishedOn: testDay, endsOn: "2026-12-03" });
    const [row] = await auditOf(c.id);
    expect(row).toMatchObject({
      action: "application.approve",
      userId: c.who.county.userId,
      role: "county",
      householdCode: c.household.code,
      before: { state: "accepted" },
      after: { state: "approved", approvedBy: c.who.county.userId },
    });
    expect(await auditOf(notice?.number ?? "")).toHaveLength(1);
  });

  it("leaves nothing behind when it is refused", async () => {
    const posting = await aPosting({ capacity: 1, taken: 1 });
    const c = await aCase({ state: "accepted", posting });
    await expect(approve(c)).rejects.toMatchObject({ code: "full" });
    expect([await stateOf(c), await takenOf(c)]).toEqual(["accepted", 1]);
    expect(await db.$count(notices, eq(notices.applicationId, c.id))).toBe(0);
    expect(await auditOf(c.id)).toEqual([]);
  });

  it.each(["appliedBy", "onBehalfBy", "answeredBy"] as const)(
    "is not for the one named in %s",
    async (column) => {
      const household = await aHousehold();
      const who = await people(household);
      const c = await aCase({ state: "accepted", household, who, row: { [column]: who.county.userId } });
      for (const move of ["approve", "reject", "return"])
        await expect(
          moveApplication(who.county, c.id, { move, reason: "已核实" }, testDay),
        ).rejects.toMatchObject({ code: "own-case" });
      await approve(c, who.county2);
      expect(await stateOf(c)).toBe("approved");
    },
  );

  it("needs the household's word, and the posting still published by an enterprise in good standing", async () => {
    const mute = await aCase({ state: "accepted", row: { consentHow: null } });
    await expect(approve(mute)).rejects.toMatchObject({ code: "word-missing" });
    const closed = await aCase({ state: "accepted", posting: await aPosting({ state: "closed" }) });
    await expect(approve(closed)).rejects.toMatchObject({ code: "posting-closed" });
    const enterprise = await anEnterprise({ state: "suspended" });
    const suspended = await aCase({ state: "accepted", posting: await aPosting({ enterprise }) });
    await expect(approve(suspended)).rejects.toMatchObject({ code: "posting-closed" });
  });

  it("asks the rules of matching again: who no longer fits is named with the rule", async () => {
    const posting = await aPosting({ job: { work: "skilled" } });
    const c = await aCase({ state: "accepted", posting });
    await expect(approve(c)).rejects.toMatchObject({ code: "not-eligible", data: { rule: "labor-class" } });
  });

  it("spends nothing twice: the worker, the land, the persons of the household", async () => {
    const worker = await aHousehold({ members: [{}, { birth: "1990-01-01" }] });
    const first = await aCase({ state: "accepted", household: worker });
    const second = await aCase({ state: "accepted", household: worker });
    await approve(first);
    // The second member could go; the one who was named cannot.
    await expect(approve(second)).rejects.toMatchObject({ code: "already-bound" });

    const owner = await aHousehold({ parcels: [{ areaMu100: 300 }, { areaMu100: 200 }] });
    const lands = [];
    for (const mu100 of [200, 200]) {
      const posting = await aPosting({ kind: "land" });
      const c = await aCase({
        state: "accepted",
        household: owner,
        posting,
        size: mu100,
        row: { memberId: null },
      });
      const parcelId = owner.parcelIds[0]!;
      await tx((w) => w.insert(applicationParcels).values({ applicationId: c.id, parcelId, mu100 }));
      lands.push(c);
    }
    await approve(lands[0]!);
    await expect(approve(lands[1]!)).rejects.toMatchObject({ code: "already-bound" });
  });

  it("allots shares only to who is bound to the enterprise by real work or land", async () => {
    const enterprise = await anEnterprise();
    const household = await aHousehold();
    const who = await people(household);
    const job = await aPosting({ enterprise });
    const shares = await aPosting({ kind: "equity", enterprise });
    const c = await aCase({
      state: "accepted",
      household,
      who,
      posting: shares,
      size: 3,
      row: { memberId: null },
    });
    await expect(approve(c)).rejects.toMatchObject({ code: "binding-missing" });
    // A link with another enterprise is none.
    await aCase({ state: "final", household, who });
    await expect(approve(c)).rejects.toMatchObject({ code: "binding-missing" });
    await aCase({
      state: "approved",
      household,
      who,
      posting: job,
      row: { memberId: household.memberIds[1] },
    });
    await approve(c);
    expect(await takenOf(c)).toBe(3);
  });
});

describe("objections", () => {
  const object = (c: Case, asker = publicAsker) =>
    objectTo(asker, c.noticeId ?? "", { body: "情况不属实" }, testDay);
  const decide = (c: Case, id: string, verdict: "uphold" | "dismiss", officer = c.who.county2) =>
    decideObjection(officer, id, verdict, "已实地核查");

  it("hold the match: it does not become final, however long the notice is over", async () => {
    const c = await aCase({ state: "approved" });
    await object(c);
    expect(await stateOf(c)).toBe("held");
    await finishNotices("2027-06-01");
    expect([await stateOf(c), await takenOf(c)]).toEqual(["held", 1]);
  });

  it("dismissed, the match stands again, and becomes final in its time", async () => {
    const c = await aCase({ state: "approved" });
    const { id } = await object(c);
    await decide(c, id, "dismiss");
    expect(await stateOf(c)).toBe("approved");
    expect((await auditOf(id)).map((row) => [row.action, row.why])).toEqual([
      ["objection.dismiss", "已实地核查"],
    ]);
    await finishNotices("2026-12-04");
    expect(await stateOf(c)).toBe("final");
  });

  it("upheld, the match is rejected, its place free, its notice gone and the other objections decided", async () => {
    const c = await aCase({ state: "approved" });
    const [first, second] = [await object(c), await object(c, c.who.household)];
    await decide(c, first.id, "uphold");
    expect([await stateOf(c), await takenOf(c)]).toEqual(["rejected", 0]);
    const rows = await db
      .select()
      .from(objections)
      .where(eq(objections.noticeId, c.noticeId ?? ""));
    expect(rows.map((o) => [o.state, o.decidedBy])).toEqual(Array(2).fill(["upheld", c.who.county2.userId]));
    expect(await auditOf(second.id)).toHaveLength(1);
    const [notice] = await db
      .select()
      .from(notices)
      .where(eq(notices.id, c.noticeId ?? ""));
    expect(notice?.state).toBe("withdrawn");
    await expect(decide(c, second.id, "dismiss")).rejects.toMatchObject({
      code: "not-open",
      data: { state: "upheld" },
    });
  });

  it("of several, all must be dismissed before it stands again; each leaves its row", async () => {
    const c = await aCase({ state: "approved" });
    const [first, second] = [await object(c), await object(c)];
    await decide(c, first.id, "dismiss");
    expect(await stateOf(c)).toBe("held");
    expect(await auditOf(first.id)).toHaveLength(1);
    await decide(c, second.id, "dismiss");
    expect(await stateOf(c)).toBe("approved");
  });

  it("are decided by someone outside the chain: not who approved, not who objected", async () => {
    const c = await aCase({ state: "approved" });
    const { id } = await object(c, c.who.county2);
    await expect(decide(c, id, "dismiss", c.who.county)).rejects.toMatchObject({ code: "own-case" });
    await expect(decide(c, id, "dismiss", c.who.county2)).rejects.toMatchObject({ code: "own-case" });
    // Upholding another's would decide one's own along with it.
    const other = await object(c);
    await expect(decide(c, other.id, "uphold", c.who.county2)).rejects.toMatchObject({ code: "own-case" });
    await decide(c, other.id, "dismiss", c.who.county2);
    expect(await stateOf(c)).toBe("held");
  });

  it("need a reason in writing", async () => {
    const c = await aCase({ state: "held" });
    await expect(decideObjection(c.who.county2, c.objectionId ?? "", "dismiss", " ")).rejects.toMatchObject({
      fields: { reason: { code: "missing" } },
    });
    const book = decideObjection(c.who.county2, c.objectionId ?? "", "dismiss", "x".repeat(501));
    await expect(book).rejects.toMatchObject({ fields: { reason: { code: "too-long" } } });
  });

  it("leave the list when the household takes the match back", async () => {
    const c = await aCase({ state: "held" });
    const listed = async () => (await listOpenObjections(c.who.county2)).map((o) => o.id);
    expect(await listed()).toContain(c.objectionId);
    await moveApplication(c.who.household, c.id, { move: "withdraw" }, testDay);
    expect(await listed()).not.toContain(c.objectionId);
    // It says so, and who objected can read it.
    const lapsed = { state: "lapsed", decisionReason: "withdraw" };
    const [up] = await db
      .select({ number: notices.number })
      .from(notices)
      .where(eq(notices.id, c.noticeId ?? ""));
    expect(await objectionOfReceipt(receiptOf(up?.number ?? "", c.objectionId ?? ""))).toMatchObject(lapsed);
    await expect(decide(c, c.objectionId ?? "", "dismiss", c.who.county2)).rejects.toMatchObject({
      code: "not-open",
    });
    expect(await takenOf(c)).toBe(0);
  });

  it("of two officers at once, one decides", async () => {
    const household = await aHousehold();
    const who = await people(household);
    const c = await aCase({ state: "held", household, who });
    const third = (await people(household)).county;
    const results = await Promise.allSettled([
      decide(c, c.objectionId ?? "", "uphold", who.county2),
      decide(c, c.objectionId ?? "", "dismiss", third),
    ]);
    expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((r) => r.status === "rejected")).toMatchObject({ reason: { code: "not-open" } });
  });
});

describe("the end of a notice", () => {
  it("makes the match final the day after its last, with an agreement from that day", async () => {
    const c = await aCase({ state: "approved", noticeEndsOn: "2026-12-03" });
    await finishNotices("2026-12-03");
    expect(await stateOf(c)).toBe("approved");
    await finishNotices("2026-12-04");
    expect(await stateOf(c)).toBe("final");
    const [agreement] = await db.select().from(agreements).where(eq(agreements.applicationId, c.id));
    expect(agreement).toMatchObject({
      state: "unsigned",
      startsOn: "2026-12-04",
      endsOn: "2029-12-03",
      kind: "job",
      householdCode: c.household.code,
      terms: { kind: "job", memberId: c.household.memberIds[0], wageFen: 300_000, payDay: 15 },
    });
    expect(agreement?.number).toMatch(/^2026-\d{6}$/);
    const [row] = await auditOf(c.id);
    expect(row).toMatchObject({ action: "application.finish", role: "system", userId: null });
    expect(await takenOf(c)).toBe(1);
  });

  it("comes once, however many ask at the same time", async () => {
    const cases = [];
    for (let i = 0; i < 5; i++) cases.push(await aCase({ state: "approved" }));
    await Promise.all([1, 2, 3].map(() => finishNotices("2026-12-20")));
    for (const c of cases) {
      expect(await stateOf(c)).toBe("final");
      expect(await db.$count(agreements, eq(agreements.applicationId, c.id))).toBe(1);
      expect(await auditOf(c.id)).toHaveLength(1);
    }
    expect(await finishNotices("2026-12-20")).toBe(0);
  });

  it("comes for all others when one cannot be finished", async () => {
    const broken = await aCase({ state: "approved" });
    const sound = await aCase({ state: "approved" });
    await tx(async (w) => makeAgreement(w, await loadApplication(w, systemAsker, broken.id), "2026-12-01"));
    await expect(finishNotices("2026-12-20")).rejects.toMatchObject({ kind: "unique" });
    expect([await stateOf(broken), await stateOf(sound)]).toEqual(["approved", "final"]);
  });
});
