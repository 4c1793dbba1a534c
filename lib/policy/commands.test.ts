import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { audit, policy, users } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { applyPolicy, proposePolicy, refusePolicy } from "@/lib/policy/commands";
import { policyEntry, policyFor, policyRegister } from "@/lib/policy/queries";
import { isRefusal } from "@/lib/refusal/refusal";

const today = "2026-03-02";
const as = (role: Asker["role"], userId: string): Asker => ({
  ...publicAsker,
  role,
  userId,
  divisionScope: "610724",
});
const officer = as("county", "officer");
const admin = as("admin", "admin");

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await tx((w) =>
    w.insert(users).values(
      (["officer", "admin"] as const).map((id) => ({
        id,
        username: id,
        name: `name of ${id}`,
        role: id === "officer" ? ("county" as const) : ("admin" as const),
        divisionScope: "610724",
        passwordHash: "x",
      })),
    ),
  );
});
afterAll(() => close());
beforeEach(() => tx((w) => w.delete(policy)));

const codeOf = async (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      const fields = Object.entries(error.fields).map(([name, problem]) => `${name} ${problem.code}`);
      return fields.length > 0 ? fields.join(", ") : error.code;
    },
  );

const proposal = {
  key: "wage.floorMonthFen",
  value: "2000",
  startsOn: "2026-04-01",
  document: "西扶办发〔2026〕3号",
};

describe("the policy register", () => {
  it("holds a proposal only once another person applied it, from its day on", async () => {
    const { id } = await proposePolicy(officer, proposal, today);
    expect((await policyFor("2026-04-01"))["wage.floorMonthFen"]).toBe(180_000);
    await applyPolicy(admin, id, today);
    expect((await policyFor("2026-03-31"))["wage.floorMonthFen"]).toBe(180_000);
    expect((await policyFor("2026-04-01"))["wage.floorMonthFen"]).toBe(200_000);
    const entry = await policyEntry(admin, "wage.floorMonthFen", today);
    expect(entry.coming.map((row) => row.value)).toEqual([200_000]);
    expect(entry.history[0]).toMatchObject({ proposedBy: "name of officer", decidedBy: "name of admin" });
    const rows = await db.select({ action: audit.action }).from(audit).where(eq(audit.subjectId, id));
    expect(rows.map((row) => row.action)).toEqual(["policy.propose", "policy.apply"]);
  });

  it("keeps old values: what held on a day is still read for that day", async () => {
    for (const [value, startsOn] of [
      ["1900", "2026-03-10"],
      ["2100", "2026-05-01"],
    ] as const)
      await applyPolicy(
        admin,
        (await proposePolicy(officer, { ...proposal, value, startsOn }, today)).id,
        today,
      );
    const floors = await Promise.all(
      ["2026-03-09", "2026-03-10", "2026-04-30", "2026-05-01"].map(
        async (day) => (await policyFor(day))["wage.floorMonthFen"],
      ),
    );
    expect(floors).toEqual([180_000, 190_000, 190_000, 210_000]);
  });

  it("refuses what is dated back, says nothing new, rests on no document or is no value", async () => {
    const tries = [
      [{ startsOn: "2026-03-01" }, "startsOn in-the-past"],
      [{ startsOn: "2026-02-30" }, "startsOn bad-date"],
      [{ value: "1800" }, "same-value"],
      [{ document: "" }, "document too-short"],
      [{ value: "-5" }, "value too-small"],
      [{ key: "wage.nothing" }, "key not-in-list"],
    ] as const;
    for (const [change, code] of tries)
      expect(await codeOf(proposePolicy(officer, { ...proposal, ...change }, today))).toBe(code);
    expect(await db.$count(policy)).toBe(0);
  });

  it("is decided once, by another hand, and not after its day", async () => {
    const { id } = await proposePolicy(officer, proposal, today);
    const both: Asker = { ...admin, userId: "officer" };
    expect(await codeOf(applyPolicy(both, id, today))).toBe("own-case");
    expect(await codeOf(refusePolicy(both, id, { reason: "不行" }))).toBe("own-case");
    expect(await codeOf(applyPolicy(admin, id, "2026-04-02"))).toBe("start-past");
    expect(await codeOf(refusePolicy(admin, id, { reason: " " }))).toContain("reason");
    expect(await codeOf(refusePolicy(admin, id, { reason: "文件未下发" }))).toBe("done");
    expect(await codeOf(applyPolicy(admin, id, today))).toBe("not-open");
    expect(await codeOf(refusePolicy(admin, id, { reason: "再退" }))).toBe("not-open");
    expect(await codeOf(applyPolicy(admin, "nothing", today))).toBe("not-found");
    expect((await policyFor("2026-04-01"))["wage.floorMonthFen"]).toBe(180_000);
  });

  it("lets two administrators decide at once, and one of them wins", async () => {
    const { id } = await proposePolicy(officer, proposal, today);
    const results = await Promise.all([
      codeOf(applyPolicy(admin, id, today)),
      codeOf(refusePolicy({ ...admin, userId: "admin2" }, id, { reason: "同时" })),
    ]);
    expect(results.filter((code) => code === "done")).toHaveLength(1);
  });

  it("is proposed and decided by whom the permission table says, and nobody else", async () => {
    for (const role of [...roles, "public"] as const) {
      const asker = role === "public" ? publicAsker : as(role, `a ${role}`);
      await tx((w) => w.delete(policy));
      const refused = role === "public" ? "sign-in-needed" : "forbidden";
      expect(await codeOf(proposePolicy(asker, proposal, today)), role).toBe(
        grantOf(role, "policy", "write") ? "done" : refused,
      );
      const { id } = await proposePolicy(officer, { ...proposal, value: "2500" }, today);
      expect(await codeOf(applyPolicy(asker, id, today)), role).toBe(
        grantOf(role, "policy", "decide") ? "done" : refused,
      );
    }
  });

  it("shows the public what holds and what is to come, not who, nor what is only proposed", async () => {
    await applyPolicy(admin, (await proposePolicy(officer, proposal, today)).id, today);
    await proposePolicy(officer, { ...proposal, value: "3000" }, today);
    const entry = (await policyRegister(publicAsker, today)).find((e) => e.key === "wage.floorMonthFen");
    expect(entry).toMatchObject({ value: 180_000, holding: null, proposed: [] });
    expect(entry?.coming).toHaveLength(1);
    expect(JSON.stringify(await policyRegister(publicAsker, today))).not.toContain("name of");
  });
});
