import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { enterpriseKinds, roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { changeProfile, correctLicense } from "@/lib/enterprises/change";
import { figures, kindFields, missingFor, neededFigures } from "@/lib/enterprises/kinds";
import { addPerson } from "@/lib/enterprises/people";
import { addPaper, addPlace, removePaper, removePlace } from "@/lib/enterprises/places";
import {
  getEnterprise,
  getPublicEnterprise,
  knownCode,
  listEnterprises,
  peopleOf,
  placesOf,
} from "@/lib/enterprises/queries";
import { mayRegister, registerEnterprise } from "@/lib/enterprises/register";
import { aFirm, aVillageToStandIn, testVillage } from "@/lib/enterprises/testing";
import { acceptFile } from "@/lib/files/files";
import { filesOf } from "@/lib/files/queries";
import { inventedCreditCode } from "@/lib/numbers/credit-code";
import { isRefusal } from "@/lib/refusal/refusal";
import { grant, restore, suspend } from "@/lib/users/administer";
import { signIn } from "@/lib/users/commands";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
  await aVillageToStandIn();
});
afterAll(() => close());

let n = 0;
const entry = (more: object = {}) => ({
  creditCode: inventedCreditCode("91", "R", ++n),
  name: "西乡县试茶有限公司",
  kind: "leading",
  legalPerson: "钱测试",
  industry: "tea",
  villageCode: testVillage,
  contactName: "孙测试",
  phone: "144 0000 1234",
  username: `firm-${n}`,
  password: "a long enough word",
  again: "a long enough word",
  ...more,
});
const as = (role: Asker["role"]): Asker => ({
  ...publicAsker,
  role,
  userId: `U-${role}`,
  divisionScope: "610724",
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      return error.code === "input"
        ? Object.entries(error.fields)
            .map(([k, v]) => `${k}: ${v.code}`)
            .join(", ")
        : error.code;
    },
  );
const profile = (more: object = {}) => ({
  industry: "tea",
  villageCode: testVillage,
  contactName: "李测试",
  phone: "14400009999",
  address: "二组",
  summary: "种茶制茶",
  memberHouseholds: 55,
  ...more,
});

describe("registering", () => {
  it("writes a draft with its first account, which can sign in", async () => {
    const typed = entry();
    const { enterpriseId } = await registerEnterprise(publicAsker, {
      ...typed,
      creditCode: ` ${typed.creditCode.toLowerCase()} `,
    });
    const [row] = await db.select().from(s.enterprises).where(eq(s.enterprises.id, enterpriseId));
    const [user] = await db.select().from(s.users).where(eq(s.users.username, typed.username));
    expect(row).toMatchObject({ state: "draft", creditCode: typed.creditCode, registeredBy: user?.id });
    expect(row?.pinyin).toContain("xixiangxian");
    expect(JSON.stringify(row)).not.toContain("14400001234");
    expect(user).toMatchObject({ role: "enterprise", enterpriseId });
    await signIn(typed.username, "a long enough word", null);
    await expect(getPublicEnterprise(publicAsker, enterpriseId)).rejects.toMatchObject({ code: "not-found" });
    const noted = await db.select().from(s.audit).where(eq(s.audit.action, "enterprise.register"));
    expect(JSON.stringify(noted)).not.toMatch(/14400001234|long enough/);
  });

  it.each([
    ["company", "91"],
    ["sole-trader", "92"],
    ["cooperative", "93"],
    ["collective", "N2"],
  ])("takes a %s with the code of its own registry, %s", async (kind, registry) => {
    const typed = entry({ kind, creditCode: inventedCreditCode(registry, "K", ++n) });
    const { enterpriseId } = await registerEnterprise(publicAsker, typed);
    const [row] = await db.select().from(s.enterprises).where(eq(s.enterprises.id, enterpriseId));
    expect(row).toMatchObject({ kind, creditCode: expect.stringMatching(new RegExp(`^${registry}`)) });
  });

  it.each([
    [{ creditCode: "91690724DEMA00013A" }, "creditCode: bad-credit-code"],
    [{ creditCode: "" }, "creditCode: missing"],
    [{ creditCode: "610724123456789" }, "creditCode: bad-credit-code"],
    [{ phone: "12345" }, "phone: bad-phone"],
    [{ villageCode: "610724199000" }, "villageCode: unknown"],
    [{ villageCode: "" }, "villageCode: missing"],
    [{ industry: "gold" }, "industry: not-in-list"],
    [{ kind: "bank" }, "kind: not-in-list"],
    [{ username: "a b c d" }, "username: bad-username"],
    [{ username: "H-610724" }, "username: slip-username"],
    [{ password: "12345678", again: "12345678" }, "password: weak-password"],
    [{ again: "another word" }, "again: not-same"],
    [{ name: "a\u0007b" }, "name: bad-characters"],
    [{ state: "verified" }, "state: unknown-field"],
  ])("%j → %s", async (more, said) => {
    expect(await codeOf(registerEnterprise(publicAsker, entry(more)))).toBe(said);
  });

  it("knows a code that is taken, and a username", async () => {
    const first = entry();
    const { enterpriseId } = await registerEnterprise(publicAsker, first);
    expect(await codeOf(registerEnterprise(publicAsker, entry({ creditCode: first.creditCode })))).toBe(
      "code-registered",
    );
    expect(await codeOf(registerEnterprise(publicAsker, entry({ username: first.username })))).toBe(
      "username: taken",
    );
    // A stranger learns a name only where it is public anyway.
    expect(await knownCode(first.creditCode)).toEqual({ state: "draft", shown: null });
    await tx((w) =>
      w.update(s.enterprises).set({ state: "verified" }).where(eq(s.enterprises.id, enterpriseId)),
    );
    expect(await knownCode(first.creditCode)).toEqual({
      state: "verified",
      shown: { id: enterpriseId, name: first.name },
    });
    expect(await knownCode(inventedCreditCode("91", "R", 9999))).toBeNull();
  });

  it.each([...roles, "public"] as const)("%s", async (role) => {
    const answer = await codeOf(registerEnterprise(as(role), entry()));
    expect(answer).toBe(role === "public" || role === "county" ? "done" : "forbidden");
  });

  it("slows down whoever does it over and over", () => {
    for (let i = 0; i < 10; i++) mayRegister("192.0.2.1", 1_000);
    expect(() => mayRegister("192.0.2.1", 1_000)).toThrow("too-many-tries");
    expect(() => mayRegister("192.0.2.2", 1_000)).not.toThrow();
    expect(() => mayRegister("192.0.2.1", 3_601_001)).not.toThrow();
  });
});

describe("kinds and their figures", () => {
  it.each(enterpriseKinds)("%s is asked for what it needs, and keeps nothing else", async (kind) => {
    for (const figure of neededFigures[kind]) expect(kindFields[kind]).toContain(figure);
    const firm = await aFirm({ kind, memberHouseholds: null });
    const all = {
      level: "county",
      capitalFen: 1,
      outputFen: 2,
      baseMu100: 3,
      workers: 4,
      memberHouseholds: 5,
      tenants: 6,
      floorM2: 7,
    };
    await changeProfile(firm.user, profile(all), 1);
    const kept = await getEnterprise(firm.user, firm.id);
    const named = figures.filter((figure) => kept[figure] !== null);
    expect([...named].sort()).toEqual([...kindFields[kind]].sort());
    expect(missingFor(kept)).toEqual([]);
    expect(missingFor({ ...kept, address: "", phone: null, summary: "" })).toEqual([
      "address",
      "phone",
      "summary",
    ]);
  });
});

describe("keeping the entry up to date", () => {
  it.each(["draft", "verified", "suspended"] as const)("is open to its own people as %s", async (state) => {
    const firm = await aFirm({ state });
    await changeProfile(firm.user, profile(), 1);
    expect(await getEnterprise(firm.user, firm.id)).toMatchObject({
      memberHouseholds: 55,
      version: 2,
      state,
    });
    expect(await codeOf(changeProfile(firm.user, profile(), 1))).toBe("changed");
  });
  it.each(["submitted", "struck-off"] as const)("is shut as %s", async (state) => {
    const firm = await aFirm({ state });
    expect(await codeOf(changeProfile(firm.user, profile(), 1))).toBe("not-open");
    expect(
      await codeOf(addPlace(firm.user, { kind: "base", name: "x", villageCode: testVillage, address: "" })),
    ).toBe("not-open");
  });
  it.each([...roles, "public"] as const)("%s: only enterprises write, each its own", async (role) => {
    if (role === "enterprise") return;
    const refused = role === "public" ? "sign-in-needed" : "forbidden";
    expect(await codeOf(changeProfile(as(role), profile(), 1))).toBe(refused);
    expect(await codeOf(removePaper(as(role), "F"))).toBe(refused);
    expect(await codeOf(removePlace(as(role), "P"))).toBe(refused);
  });

  it("corrects the license itself as a draft; afterwards an officer does, and says why", async () => {
    const firm = await aFirm();
    const license = {
      creditCode: firm.creditCode,
      name: "改名合作社",
      kind: "collective",
      legalPerson: "周测试",
    };
    await correctLicense(firm.user, firm.id, license, { version: 1 });
    await tx((w) => w.update(s.enterprises).set({ state: "verified" }).where(eq(s.enterprises.id, firm.id)));
    expect(await codeOf(correctLicense(firm.user, firm.id, license, { version: 2 }))).toBe("not-open");
    expect(await codeOf(correctLicense(as("county"), firm.id, license, { version: 2 }))).toBe(
      "reason: missing",
    );
    const again = { ...license, name: "再改合作社" };
    await correctLicense(as("county"), firm.id, again, { version: 2, reason: "换了执照" });
    expect((await getPublicEnterprise(publicAsker, firm.id)).name).toBe("再改合作社");
    const other = await aFirm();
    const theirs = { ...again, creditCode: other.creditCode };
    expect(await codeOf(correctLicense(as("county"), firm.id, theirs, { version: 3, reason: "x" }))).toBe(
      "creditCode: taken",
    );
    expect(await codeOf(correctLicense(other.user, firm.id, again, { version: 3 }))).toBe("not-found");
    for (const role of roles.filter((r) => r !== "county" && r !== "enterprise"))
      expect(await codeOf(correctLicense(as(role), firm.id, again, { version: 3, reason: "x" }))).toBe(
        "forbidden",
      );
  });

  it("has several places, which are its own to add and take away", async () => {
    const [firm, other] = [await aFirm({ state: "verified" }), await aFirm()];
    await addPlace(firm.user, {
      kind: "factory",
      name: "茶叶加工车间",
      villageCode: testVillage,
      address: "",
    });
    const [place] = await placesOf(publicAsker, firm.id);
    expect(place).toMatchObject({ name: "茶叶加工车间", villageName: "谷村", townName: "峰镇" });
    expect(await codeOf(removePlace(other.user, place!.id))).toBe("not-found");
    await removePlace(firm.user, place!.id);
    expect(await placesOf(publicAsker, firm.id)).toEqual([]);
  });

  it("keeps papers sealed", async () => {
    const firm = await aFirm();
    const paper = acceptFile("paper", { name: "营业执照.pdf", body: Buffer.from("%PDF-1.7 license") });
    const id = await addPaper(firm.user, paper);
    expect(await filesOf("enterprise", [firm.id])).toMatchObject([{ id, name: "营业执照.pdf" }]);
    const [row] = await db.select().from(s.files).where(eq(s.files.id, id));
    expect(row?.sealed).toBe(true);
    expect(await codeOf(removePaper((await aFirm()).user, id))).toBe("not-found");
    await removePaper(firm.user, id);
  });
});

describe("who reads an entry", () => {
  const whole = ["village", "town", "county", "auditor"];
  it.each([...roles, "public"] as const)("%s", async (role) => {
    const [verified, draft] = [await aFirm({ state: "verified" }), await aFirm()];
    const asker = role === "enterprise" ? (await aFirm()).user : as(role);
    expect(await codeOf(getPublicEnterprise(asker, verified.id))).toBe("done");
    expect(await codeOf(getPublicEnterprise(asker, draft.id))).toBe(
      whole.includes(role) ? "done" : "not-found",
    );
    const answer = role === "public" ? ["not-found", "sign-in-needed"] : ["not-found"];
    if (whole.includes(role)) expect((await getEnterprise(asker, draft.id)).phone).toBe("144****5678");
    else expect(answer).toContain(await codeOf(getEnterprise(asker, verified.id)));
    const listed = await listEnterprises(asker, { limit: 500 });
    expect(listed.items.some((row) => row.id === draft.id)).toBe(whole.includes(role));
    expect((await peopleOf(asker, draft.id)).length).toBe(whole.includes(role) ? 1 : 0);
  });
  it("its own people: whole, with the telephone", async () => {
    const firm = await aFirm({ state: "suspended" });
    expect((await getEnterprise(firm.user, firm.id)).phone).toBe("14400005678");
    expect((await listEnterprises(firm.user, {})).items.map((row) => row.id)).toEqual([firm.id]);
  });
  it("what is public holds no telephone and nobody's account", async () => {
    const firm = await aFirm({ state: "verified" });
    const shown = JSON.stringify(await getPublicEnterprise(publicAsker, firm.id));
    expect(shown).not.toMatch(/14400005678|144\*|孙测试|registeredBy|version/);
  });
  it("is found by name, pinyin and code, counted by state", async () => {
    const firm = await aFirm({ name: "独一无二茶社", pinyin: "duyiwuerchashe dywecs", state: "suspended" });
    for (const q of ["独一无二", "duyiwuer", "DYWE", firm.creditCode.toLowerCase()]) {
      const found = await listEnterprises(as("county"), { q });
      expect(
        found.items.map((row) => row.id),
        q,
      ).toEqual([firm.id]);
      expect(found.states).toEqual({ suspended: 1 });
    }
    expect((await listEnterprises(as("county"), { q: "独一", state: "draft" })).items).toEqual([]);
    expect((await listEnterprises(as("county"), { q: "%" })).items).toEqual([]);
  });
});

describe("an enterprise's people", () => {
  const person = (more: object = {}) => ({
    name: "周测试",
    username: `person-${++n}`,
    password: "a long enough word",
    again: "a long enough word",
    ...more,
  });
  it("open accounts for each other, shut and open them, and never their own", async () => {
    const firm = await aFirm();
    const typed = person();
    const { userId } = await addPerson(firm.user, firm.id, typed);
    await signIn(typed.username, typed.password, null);
    await suspend(firm.user, userId, { why: "离职" });
    expect(await codeOf(signIn(typed.username, typed.password, null))).toBe("wrong-password");
    await restore(firm.user, userId, { why: "回来" });
    await signIn(typed.username, typed.password, null);
    expect(await codeOf(suspend(firm.user, firm.user.userId, { why: "x" }))).toBe("own-case");
    expect((await peopleOf(firm.user, firm.id)).map((p) => p.username)).toEqual([
      firm.user.username,
      typed.username,
    ]);
  });
  it("never another's, and never another role", async () => {
    const [firm, other] = [await aFirm(), await aFirm()];
    expect(await codeOf(addPerson(firm.user, other.id, person()))).toBe("not-found");
    expect(await codeOf(suspend(firm.user, other.user.userId, { why: "x" }))).toBe("not-found");
    const { userId } = await addPerson(firm.user, firm.id, person());
    for (const role of roles)
      expect(
        await codeOf(grant(firm.user, userId, { role, scope: "610724", why: "x", version: 1 })),
        role,
      ).toBe("forbidden");
  });
  it.each([...roles, "public"] as const)("%s at the counter", async (role) => {
    const firm = await aFirm();
    const asker = role === "enterprise" ? (await aFirm()).user : as(role);
    const expected: Partial<Record<string, string>> = {
      county: "done",
      public: "sign-in-needed",
      enterprise: "not-found",
      admin: "not-found",
    };
    expect(await codeOf(addPerson(asker, firm.id, person(), "执照核对过"))).toBe(
      expected[role] ?? "forbidden",
    );
    if (role === "county") expect(await codeOf(addPerson(asker, firm.id, person()))).toBe("reason: missing");
  });
});
