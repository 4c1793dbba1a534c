import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { agreements, audit } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { mayOpenPaper, paperFacts } from "@/lib/agreements/paper";
import { countAgreements, getAgreement, listAgreements } from "@/lib/agreements/queries";
import { anAgreement, type TestAgreement } from "@/lib/agreements/testing";
import { aHousehold, anEnterprise, aPosting, testDay } from "@/lib/applications/testing";
import { addDays } from "@/lib/clock/clock";
import { isRefusal } from "@/lib/refusal/refusal";

let close = async () => {};
let mine: TestAgreement;
let other: TestAgreement;
beforeAll(async () => {
  close = await openTestDatabase();
  mine = await anAgreement({ household: await aHousehold({ headName: "钱有田" }) });
  other = await anAgreement();
});
afterAll(() => close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      return error.code;
    },
  );
const askerOf = (role: string, c: TestAgreement): Asker =>
  role === "public"
    ? publicAsker
    : role === "enterprise"
      ? c.posting.enterprise.user
      : c.who[role as keyof typeof c.who];
const everyone = [...roles, "public"] as const;
/** The paper is for whoever reads agreements whole. */
const mayOpen = (role: (typeof everyone)[number]) => grantOf(role, "agreement", "read")?.view === "full";

describe("who reads an agreement", () => {
  it.each(everyone)("%s: its own, as the table says, and no other's", async (role) => {
    const asker = askerOf(role, mine);
    const grant = grantOf(role, "agreement", "read");
    const own = await codeOf(getAgreement(asker, mine.agreementId, testDay));
    expect(own).toBe(grant ? "done" : "not-found");
    if (!grant) {
      const refused = role === "public" ? "sign-in-needed" : "forbidden";
      expect(await codeOf(listAgreements(asker, testDay))).toBe(refused);
      expect(await codeOf(countAgreements(asker, testDay))).toBe(refused);
      return;
    }
    const narrow = grant.reach !== "division" || role === "village" || role === "town";
    expect(await codeOf(getAgreement(asker, other.agreementId, testDay))).toBe(narrow ? "not-found" : "done");
    const { items } = await listAgreements(asker, testDay, { limit: 200 });
    expect(items.map((a) => a.id)).toContain(mine.agreementId);
    expect(items.some((a) => a.id === other.agreementId)).toBe(!narrow);
    const counts = await countAgreements(asker, testDay);
    expect(counts.live).toBe(items.filter((a) => a.state === "live").length);
  });

  it.each(everyone)(
    "%s: the paper with whole ID numbers only where the table lets, and it is written down",
    async (role) => {
      const asker = askerOf(role, mine);
      const reads = () => db.$count(audit, eq(audit.action, "agreement.paper"));
      const before = await reads();
      const open = await codeOf(paperFacts(asker, mine.agreementId, testDay, { whole: true }));
      expect(open === "done").toBe(mayOpen(role));
      expect((await codeOf(mayOpenPaper(asker, mine.agreementId, testDay))) === "done").toBe(mayOpen(role));
      // A household reads its own without leaving a row; everyone else leaves one.
      expect((await reads()) - before).toBe(mayOpen(role) && role !== "household" ? 1 : 0);
    },
  );

  it("an enterprise never gets a household's code, an auditor no person at all", async () => {
    const firm = await getAgreement(mine.posting.enterprise.user, mine.agreementId, testDay);
    expect(firm).toMatchObject({ householdCode: null, headName: "钱有田", paper: true });
    const auditor = await getAgreement(mine.who.auditor, mine.agreementId, testDay);
    expect(auditor).toMatchObject({ householdCode: null, headName: null, villageName: null, paper: false });
    expect(JSON.stringify(auditor)).not.toContain("钱有田");
    const { items } = await listAgreements(mine.posting.enterprise.user, testDay, {
      household: other.household.code,
    });
    expect(items.map((a) => a.id)).toEqual([mine.agreementId]);
  });

  it("masked before signing, whole in the paper", async () => {
    const user = mine.posting.enterprise.user;
    const shown = await paperFacts(user, mine.agreementId, testDay, { whole: false });
    const paper = await paperFacts(user, mine.agreementId, testDay, { whole: true });
    expect(shown.household.idNumber).toMatch(/^69\d{4}\*{8}\d{3}[\dX]$/);
    expect(paper.household.idNumber).toMatch(/^69\d{15}[\dX]$/);
  });

  it("an enterprise no longer sees whom an agreement was with, so many days after its end", async () => {
    const c = await anAgreement({ household: await aHousehold({ headName: "孙满仓" }) });
    await tx((w) =>
      w
        .update(agreements)
        .set({ state: "ended", endsOn: testDay, endedOn: testDay, endCause: "both-agreed" })
        .where(eq(agreements.id, c.agreementId)),
    );
    const user = c.posting.enterprise.user;
    const on = (days: number) => getAgreement(user, c.agreementId, addDays(testDay, days));
    expect(await on(180)).toMatchObject({ headName: "孙满仓", paper: true });
    expect(await on(181)).toMatchObject({ headName: "孙*仓", villageName: null, paper: false });
    expect(await codeOf(paperFacts(user, c.agreementId, addDays(testDay, 181), { whole: true }))).toBe(
      "forbidden",
    );
    const later = await getAgreement(c.who.county, c.agreementId, addDays(testDay, 500));
    expect(later).toMatchObject({ headName: "孙满仓", paper: true });
  });
});

describe("the filters", () => {
  it("list what they count", async () => {
    const enterprise = await anEnterprise();
    const { user } = enterprise;
    const posting = await aPosting({ enterprise });
    const unsigned = {
      state: "unsigned",
      enterpriseSignedHow: null,
      enterpriseSignedAt: null,
      householdSignedHow: null,
      householdSignedAt: null,
    } as const;
    await anAgreement({ posting, agreement: unsigned });
    await anAgreement({ posting, agreement: { endsOn: addDays(testDay, 30) } });
    await anAgreement({ posting, agreement: { endsOn: addDays(testDay, 31) } });
    await anAgreement({
      posting: await aPosting({ enterprise, kind: "equity" }),
      agreement: { bindingState: "amber" },
    });
    const counts = await countAgreements(user, testDay);
    expect(counts).toEqual({
      unsigned: 1,
      "sign-late": 0,
      ending: 1,
      proposed: 0,
      amber: 1,
      red: 0,
      live: 3,
      ended: 0,
    });
    for (const [filter, n] of Object.entries(counts)) {
      const { items } = await listAgreements(user, testDay, { filter: filter as keyof typeof counts });
      expect(items, filter).toHaveLength(n);
    }
  });
});
