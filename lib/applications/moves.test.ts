import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { applications, audit, postings } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type ApplicationState, applicationStates, roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { finishNotices } from "@/lib/agreements/finish";
import { applyTo } from "@/lib/applications/apply";
import { aCase, type Case } from "@/lib/applications/cases.testing";
import {
  askedMoves,
  type MoveName,
  moveNames,
  moves,
  openMoves,
  takesPlace,
  underWay,
} from "@/lib/applications/moves";
import { aHousehold, aPosting, people, testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { decideObjection } from "@/lib/approvals/objections";
import { verifyAudit } from "@/lib/audit/queries";
import { objectTo } from "@/lib/notices/object";
import { isRefusal } from "@/lib/refusal/refusal";

/** The whole move table (rulings.md, States), printed, and tried whole: who × state × move, the forbidden as "all minus allowed". */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const askers = [...roles, "public"] as const;
type Who = (typeof askers)[number];
const afterNotice = "2027-06-01";

const reasons: Partial<Record<MoveName, string>> = { decline: "too-far", withdraw: "" };
const isAsked = (move: MoveName): move is (typeof askedMoves)[number] =>
  (askedMoves as readonly string[]).includes(move);

/** The door each move comes through, the same as the screens' and the API's. */
async function attempt(asker: Asker, c: Case, move: MoveName): Promise<void> {
  const reason = reasons[move] ?? "已核实";
  if (isAsked(move)) return moveApplication(asker, c.id, { move, reason }, testDay);
  if (move === "apply") {
    const consent =
      asker.role === "household" ? { how: "own-account" } : { how: "slip", evidence: "第 3 号" };
    await applyTo(asker, { posting: c.posting.id, household: c.household.code, consent }, testDay);
    return;
  }
  if (move === "object") {
    await objectTo(asker, c.noticeId ?? "none", { body: "名单与事实不符" }, testDay);
    return;
  }
  if (move === "dismiss" || move === "uphold")
    return decideObjection(asker, c.objectionId ?? "none", move, reason);
  throw new Error("finish is the clock's: see below");
}

const askerFor = (who: Who, c: Case, move: MoveName): Asker => {
  if (who === "public") return publicAsker;
  if (who === "enterprise") return c.posting.enterprise.user;
  // Who approved takes no part in deciding an objection.
  return who === "county" && (move === "dismiss" || move === "uphold") ? c.who.county2 : c.who[who];
};

const stateOf = async (id: string) =>
  (await db.select().from(applications).where(eq(applications.id, id)))[0]?.state;
const takenOf = async (id: string) => (await db.select().from(postings).where(eq(postings.id, id)))[0]?.taken;

async function refusalOf(run: () => Promise<unknown>) {
  try {
    await run();
    return null;
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

it("is this table", () => {
  const lines = moveNames.map((name) => {
    const { from, to, by, needs } = moves[name];
    return `${name}: ${from.join(" | ")} → ${to}, by ${by.join(" | ")}${needs.length ? `, needs ${needs.join(", ")}` : ""}`;
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "apply: invited | returned → applied, by household | village, needs posting-published, eligible",
      "accept: applied → accepted, by enterprise, needs posting-published",
      "decline: applied → declined, by enterprise, needs decline-reason",
      "return: accepted → returned, by county, needs reason, other-hand",
      "approve: accepted → approved, by county, needs word, other-hand, posting-published, eligible, binding, capacity",
      "reject: accepted → rejected, by county, needs reason, other-hand",
      "withdraw: invited | applied | accepted | returned | approved | held → withdrawn, by household | village",
      "object: approved | held → held, by household | village | town | county | admin | enterprise | public",
      "dismiss: held → approved, by county, needs reason, other-hand",
      "uphold: held → rejected, by county, needs reason, other-hand",
      "finish: approved → final, by system, needs notice-over, no-open-objection",
    ]
  `);
});

it("opens these buttons", () => {
  const lines = applicationStates.map((state) => {
    const open = roles.flatMap((role) => openMoves(role, state).map((move) => `${role} ${move}`));
    return `${state}: ${open.join(", ") || "nobody"}`;
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "invited: household withdraw, village withdraw",
      "applied: household withdraw, village withdraw, enterprise accept, enterprise decline",
      "accepted: household withdraw, village withdraw, county return, county approve, county reject",
      "declined: nobody",
      "returned: household withdraw, village withdraw",
      "approved: household withdraw, village withdraw",
      "held: household withdraw, village withdraw",
      "rejected: nobody",
      "final: nobody",
      "withdrawn: nobody",
      "expired: nobody",
      "obsolete: nobody",
    ]
  `);
});

it("takes a place on entering approved, held or final, gives it back on leaving", () => {
  const pairs = applicationStates.flatMap((from) =>
    applicationStates.filter((to) => takesPlace(from, to) !== 0).map((to) => [from, to] as const),
  );
  const boundStates: readonly ApplicationState[] = ["approved", "held", "final"];
  for (const from of applicationStates)
    for (const to of applicationStates)
      expect(takesPlace(from, to)).toBe(
        Number(boundStates.includes(to)) - Number(boundStates.includes(from)),
      );
  expect(pairs).toHaveLength(2 * 3 * 9);
});

const allowed = moveNames.flatMap((move) =>
  moves[move].from.flatMap((state) =>
    askers
      .filter((who) => (moves[move].by as readonly string[]).includes(who))
      .map((who) => ({ move, state, who })),
  ),
);

describe("what the table allows, happens", () => {
  it.each(allowed)("$who may $move what is $state", async ({ move, state, who }) => {
    const c = await aCase({ state });
    const before = await takenOf(c.posting.id);
    const rows = await db.$count(audit, eq(audit.subjectId, c.id));
    await attempt(askerFor(who, c, move), c, move);
    const { to } = moves[move];
    expect(await stateOf(c.id)).toBe(to);
    expect(await takenOf(c.posting.id)).toBe((before ?? 0) + takesPlace(state, to));
    // A second objection to what is held already changes nothing about the application itself.
    const expected = move === "object" && state === "held" ? 0 : 1;
    expect((await db.$count(audit, eq(audit.subjectId, c.id))) - rows).toBe(expected);
  });
});

describe("all else is refused and changes nothing", () => {
  const isAllowed = (move: MoveName, state: ApplicationState, who: Who) =>
    allowed.some((a) => a.move === move && a.state === state && a.who === who);

  /** Whose last try came to nothing may apply anew: that is another application. */
  const isAnew = (move: MoveName, state: ApplicationState, who: Who) =>
    move === "apply" && !underWay.includes(state) && (who === "household" || who === "village");

  it.each(applicationStates)("what is %s", async (state) => {
    const c = await aCase({ state });
    const rows = await db.$count(audit);
    const tried: string[] = [];
    for (const move of moveNames.filter((m) => m !== "finish"))
      for (const who of askers) {
        if (isAllowed(move, state, who) || isAnew(move, state, who)) continue;
        const refusal = await refusalOf(() => attempt(askerFor(who, c, move), c, move));
        expect(refusal, `${who} ${move} ${state}`).not.toBeNull();
        expect(refusal?.code, `${who} ${move} ${state}`).toBe(expectedRefusal(move, state, who));
        if (refusal?.code === "not-open" && isAsked(move)) expect(refusal.data.state).toBe(state);
        tried.push(`${who} ${move}`);
      }
    expect(tried.length).toBeGreaterThan(50);
    expect(await stateOf(c.id)).toBe(state);
    expect(await db.$count(audit)).toBe(rows);
  });

  /** Which refusal, from the table alone: no reach, no right, or not now. */
  function expectedRefusal(move: MoveName, state: ApplicationState, who: Who) {
    const mine = (moves[move].by as readonly string[]).includes(who);
    if (isAsked(move)) {
      if (who === "admin" || who === "public") return "not-found";
      return mine ? "not-open" : "forbidden";
    }
    if (move === "apply" && mine) return "already-applied";
    const hasNotice = ["approved", "held", "final", "withdrawn", "rejected"].includes(state);
    const hasObjection = ["held", "withdrawn", "rejected"].includes(state);
    if (move === "object") {
      if (who === "auditor") return "forbidden";
      return hasNotice ? "notice-over" : "not-found";
    }
    if (who === "public") return "sign-in-needed";
    if (!mine) return "forbidden";
    return hasObjection ? "not-open" : "not-found";
  }
});

it.each(applicationStates.filter((state) => !underWay.includes(state)))(
  "whose application was %s may apply anew",
  async (state) => {
    const c = await aCase({ state });
    await attempt(c.who.household, c, "apply");
    expect(await stateOf(c.id)).toBe(state);
    expect(await db.$count(applications, eq(applications.householdCode, c.household.code))).toBe(2);
  },
);

it("the clock finishes what is approved after its notice, and nothing else", async () => {
  const household = await aHousehold();
  const who = await people(household);
  const cases = new Map<ApplicationState, string>();
  for (const state of applicationStates)
    cases.set(state, (await aCase({ state, household, who, posting: await aPosting() })).id);
  expect(await finishNotices("2026-12-03")).toBe(0);
  await finishNotices(afterNotice);
  for (const [state, id] of cases)
    expect(await stateOf(id), state).toBe(state === "approved" ? "final" : state);
});

it("every row of the audit fits the chain", async () => {
  const { rows, firstBad } = await verifyAudit();
  expect(firstBad).toBeNull();
  expect(rows).toBeGreaterThan(allowed.length);
});
