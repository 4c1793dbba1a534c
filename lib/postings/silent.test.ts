import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db, tx } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { roles } from "@/db/words";
import { publicAsker } from "@/lib/access/asker";
import { acceptApplication } from "@/lib/applications/answer";
import { aCase } from "@/lib/applications/cases.testing";
import { anEnterprise, aPosting, type TestEnterprise } from "@/lib/applications/testing";
import { addDays } from "@/lib/clock/clock";
import { runJobs } from "@/lib/jobs/minute";
import { defaultPolicy } from "@/lib/policy/policy";
import { movePosting } from "@/lib/postings/commands";
import { closedForSilence, closesForSilenceOn, confirmPosting } from "@/lib/postings/silent";

let close = async () => {};
let enterprise: TestEnterprise;
const start = "2026-11-23";
const on = (days: number) => addDays(start, days);

beforeAll(async () => {
  close = await openTestDatabase();
  enterprise = await anEnterprise();
});
afterAll(() => {
  vi.unstubAllEnvs();
  return close();
});
beforeEach(() => tx((w) => w.update(s.postings).set({ state: "draft" })));

const aSilent = (given: Parameters<typeof aPosting>[0] = {}) =>
  aPosting({ enterprise, heardOn: start, ...given });
const rowOf = async (id: string) => (await db.select().from(s.postings).where(eq(s.postings.id, id)))[0]!;
/** The minute job as it runs on a day so many days after the start. */
async function pass(days: number) {
  vi.stubEnv("SANJIN_TODAY", on(days));
  await runJobs(on(days));
}

describe("a need nobody says a word on", () => {
  it("is pointed out after 76 days and closed after 90", async () => {
    const { id } = await aSilent();
    await pass(75);
    expect(await rowOf(id)).toMatchObject({ state: "published", warnedOn: null });
    await pass(76);
    const warned = await rowOf(id);
    expect(warned).toMatchObject({ state: "published", warnedOn: on(76) });
    expect(closesForSilenceOn(warned, defaultPolicy)).toBe(on(90));
    await pass(89);
    expect((await rowOf(id)).state).toBe("published");
    await pass(90);
    const closed = await rowOf(id);
    expect(closed).toMatchObject({ state: "closed", stateReason: null });
    expect(closedForSilence(closed)).toBe(true);
    const noted = await db.select().from(s.audit).where(eq(s.audit.subjectId, id));
    expect(noted.map((n) => [n.action, n.role])).toEqual([
      ["posting.warn", "system"],
      ["posting.close", "system"],
    ]);
  });

  it("is never closed unwarned: a server that stood still for months first points it out", async () => {
    const { id } = await aSilent();
    await pass(300);
    expect(await rowOf(id)).toMatchObject({ state: "published", warnedOn: on(300) });
    await pass(313);
    expect((await rowOf(id)).state).toBe("published");
    await pass(314);
    expect((await rowOf(id)).state).toBe("closed");
  });

  it("waits when the clock goes back, and does nothing twice", async () => {
    const { id } = await aSilent();
    await pass(80);
    await pass(10);
    expect(await rowOf(id)).toMatchObject({ state: "published", warnedOn: on(80) });
    await pass(80);
    await pass(80);
    const noted = await db.select().from(s.audit).where(eq(s.audit.subjectId, id));
    expect(noted).toHaveLength(1);
  });

  it.each([
    ["a full one", { taken: 10, capacity: 10 }],
    ["one past its last day", { closesOn: "2026-12-01" }],
    ["a draft", { state: "draft" as const }],
    ["one in review", { state: "submitted" as const }],
  ] satisfies [string, Parameters<typeof aPosting>[0]][])("leaves %s alone", async (_, given) => {
    const { id } = await aSilent(given);
    await pass(76);
    await pass(500);
    expect(await rowOf(id)).toMatchObject({
      state: "state" in given ? given.state : "published",
      warnedOn: null,
    });
  });
});

describe("a word", () => {
  const said: Record<string, (id: string) => Promise<unknown>> = {
    "still valid": (id) => confirmPosting(enterprise.user, id),
    "an answer": async (id) => {
      const c = await aCase({ posting: { id, enterprise }, state: "applied" });
      await acceptApplication(enterprise.user, c.id, on(80));
    },
  };
  it.each(Object.keys(said))("%s begins the days anew and ends the warning", async (what) => {
    const { id } = await aSilent();
    await pass(80);
    await said[what]!(id);
    expect(await rowOf(id)).toMatchObject({ heardOn: on(80), warnedOn: null });
    await pass(80 + 75);
    expect((await rowOf(id)).warnedOn).toBeNull();
    await pass(80 + 76);
    expect((await rowOf(id)).warnedOn).toBe(on(80 + 76));
  });

  it("closing it oneself is not silence", async () => {
    const { id } = await aSilent();
    await pass(80);
    await movePosting(enterprise.user, id, { move: "close", reason: "招满了" }, async () => "20-49");
    expect(closedForSilence(await rowOf(id))).toBe(false);
  });

  it.each([...roles, "public"] as const)("“still valid” is the enterprise's own: %s", async (role) => {
    const { id } = await aSilent();
    const asker = role === "enterprise" ? (await anEnterprise()).user : { ...publicAsker, role, userId: "U" };
    const expected = role === "public" ? "sign-in-needed" : role === "enterprise" ? "not-found" : "forbidden";
    await expect(confirmPosting(asker, id)).rejects.toMatchObject({ code: expected });
    const draft = await aSilent({ state: "draft" });
    await expect(confirmPosting(enterprise.user, draft.id)).rejects.toMatchObject({ code: "not-open" });
  });
});
