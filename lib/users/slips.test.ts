import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { audit, oneTimeCodes, users } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { aHousehold, aVillage } from "@/lib/applications/testing";
import { changePassword, signIn } from "@/lib/users/commands";
import { openUser, startAccount } from "@/lib/users/open";
import { askerOfSession, profileOf } from "@/lib/users/queries";
import { issueSlip, signInBySlip } from "@/lib/users/slips";
import { aUser } from "@/lib/users/testing";
import { slipInGroups, slipUsername } from "@/lib/users/users";

let own: string;
let other: string;
let worker: Awaited<ReturnType<typeof aUser>>;
const refused = (code: string) => ({ mark: "sanjin.refusal", code });

beforeAll(async () => {
  await openTestDatabase();
  own = await aVillage();
  other = await aVillage();
  worker = await aUser({ role: "village", divisionScope: own });
});

describe("a printed slip", () => {
  it("opens the account of a household of one's own village, once, and lets it in with its code", async () => {
    const home = await aHousehold({ village: own });
    const slip = await issueSlip(worker, home.code);
    expect(slip).toMatchObject({
      number: expect.stringMatching(/^\d{10}$/),
      code: expect.stringMatching(/^\d{6}$/),
    });
    const again = await issueSlip(worker, home.code);
    expect(again.number).toBe(slip.number);
    expect(await db.$count(users, eq(users.householdCode, home.code))).toBe(1);
    // Only the newest code counts.
    await expect(signInBySlip(slip.number, slip.code, null)).rejects.toMatchObject(refused("input"));
    const ticket = await signInBySlip(slipInGroups(slip.number), again.code, null);
    expect(await askerOfSession(ticket, null)).toMatchObject({
      role: "household",
      householdCode: home.code,
      slipBy: worker.userId,
    });
    // Once.
    await expect(signInBySlip(slip.number, again.code, null)).rejects.toMatchObject(refused("input"));
    const done = await db.select().from(audit).where(eq(audit.householdCode, home.code));
    expect(done.map((row) => row.action)).toEqual(
      expect.arrayContaining(["slip.issue", "user.open", "code.issue"]),
    );
    expect(JSON.stringify(done)).not.toContain(again.code);
    const [kept] = await db.select().from(oneTimeCodes).where(eq(oneTimeCodes.householdCode, home.code));
    expect(JSON.stringify(kept)).not.toContain(again.code);
  });

  it("is worth nothing after half an hour, after five wrong tries, or once a new one was made", async () => {
    const home = await aHousehold({ village: own });
    const now = new Date();
    const later = new Date(now.getTime() + 31 * 60_000);
    const slip = await issueSlip(worker, home.code, { now });
    await expect(signInBySlip(slip.number, slip.code, null, later)).rejects.toMatchObject(refused("input"));
    const second = await issueSlip(worker, home.code);
    const wrong = second.code === "000000" ? "000001" : "000000";
    for (let i = 0; i < 5; i++)
      await expect(signInBySlip(slip.number, wrong, null)).rejects.toMatchObject(refused("input"));
    await expect(signInBySlip(slip.number, second.code, null)).rejects.toMatchObject(
      refused("too-many-tries"),
    );
    const third = await issueSlip(worker, home.code, { renew: true });
    expect(third.number).not.toBe(slip.number);
    await expect(signInBySlip(slip.number, third.code, null)).rejects.toMatchObject(refused("input"));
    await expect(signInBySlip(third.number, third.code, null)).resolves.toMatchObject({});
  });

  it("is made by nobody but the household's own village worker", async () => {
    const home = await aHousehold({ village: other });
    const missing = await issueSlip(worker, "no-such-code").catch((error: unknown) => error);
    expect(await issueSlip(worker, home.code).catch((error: unknown) => error)).toEqual(missing);
    const roles = ["county", "town", "admin", "auditor"] as const;
    for (const role of roles) {
      const asker = await aUser({ role, divisionScope: role === "town" ? other.slice(0, 9) : "610724" });
      await expect(issueSlip(asker, home.code)).rejects.toMatchObject(refused("forbidden"));
    }
    const household = await aUser({ role: "household", householdCode: home.code });
    await expect(issueSlip(household, home.code)).rejects.toMatchObject(refused("forbidden"));
  });

  it("answers a number that is nobody's as it answers a wrong code, and makes guessing slow", async () => {
    const home = await aHousehold({ village: own });
    const slip = await issueSlip(worker, home.code);
    const nobody = await signInBySlip("1000000001", "123456", null).catch((error: unknown) => error);
    const wrong = slip.code === "123456" ? "654321" : "123456";
    expect(await signInBySlip(slip.number, wrong, null).catch((error: unknown) => error)).toEqual(nobody);
    for (let i = 0; i < 4; i++) await signInBySlip("1000000001", "123456", null).catch(() => null);
    await expect(signInBySlip("1000000001", "123456", null)).rejects.toMatchObject(refused("too-many-tries"));
  });

  it("gives no password; one from the administrator lets its household in without a word of any slip", async () => {
    const home = await aHousehold({ village: own });
    const slip = await issueSlip(worker, home.code);
    const bySlip = await askerOfSession(await signInBySlip(slip.number, slip.code, null), null);
    const [account] = await db.select().from(users).where(eq(users.householdCode, home.code));
    expect(account?.username).toBe(slipUsername(home.code));
    expect((await profileOf(bySlip!)).hasPassword).toBe(false);
    // Nobody has its password, so nobody sets another: not who came in by slip either.
    const fresh = { fresh: "tea and rain 9", again: "tea and rain 9" };
    for (const old of [slip.code, slip.number, home.code])
      await expect(changePassword(bySlip!, { old, ...fresh })).rejects.toMatchObject({
        fields: { old: { code: "wrong" } },
      });

    const admin = await aUser({ role: "admin", divisionScope: "610724" });
    const form = {
      username: "zhao-jia",
      name: "赵测试",
      role: "household",
      scope: home.code,
      why: "户里来开的",
    };
    await expect(openUser(worker, form)).rejects.toMatchObject(refused("forbidden"));
    // A name as slips' accounts have it would be taken for one.
    for (const username of [slipUsername(home.code), "h-zhao", "H-Zhao"])
      await expect(openUser(admin, { ...form, username }), username).rejects.toMatchObject({
        fields: { username: { code: "slip-username" } },
      });
    const { code } = await openUser(admin, form);
    await startAccount({ username: "zhao-jia", code, ...fresh }, null);
    const ownWay = await askerOfSession(await signIn("zhao-jia", fresh.fresh, null), null);
    expect(ownWay).toMatchObject({ role: "household", householdCode: home.code, slipBy: null });
    expect((await profileOf(ownWay!)).hasPassword).toBe(true);
    // A slip still opens the account without a password, and says so.
    const again = await issueSlip(worker, home.code);
    expect(await askerOfSession(await signInBySlip(again.number, again.code, null), null)).toMatchObject({
      userId: account?.id,
      slipBy: worker.userId,
    });
  });
});
