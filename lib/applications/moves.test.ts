import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { applications, audit, households, members, postings } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type ApplicationState, applicationStates, roles } from "@/db/words";
import { type Asker, publicAsker, systemAsker } from "@/lib/access/asker";
import { finishNotices } from "@/lib/agreements/finish";
import { applyTo } from "@/lib/applications/apply";
import { aCase, type Case } from "@/lib/applications/cases.testing";
import { expireUnanswered } from "@/lib/applications/due";
import {
  askedFor,
  askedMoves,
  type MoveName,
  mayApply,
  moveNames,
  moves,
  openMoves,
  takesPlace,
  underWay,
} from "@/lib/applications/moves";
import { guard, loadApplication } from "@/lib/applications/step";
import { aHousehold, people, testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { decideObjection } from "@/lib/approvals/objections";
import { reopenChanged } from "@/lib/approvals/reopen";
import { verifyAudit } from "@/lib/audit/queries";
import { objectTo } from "@/lib/notices/object";
import { isRefusal } from "@/lib/refusal/refusal";
import { issueCode } from "@/lib/users/one-time-codes";

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
  // A village takes back with the household's word for it.
  const word = move === "withdraw" &&
    asker.role === "village" && { consent: { how: "slip", evidence: "第 4 号" } };
  if (isAsked(move)) return moveApplication(asker, c.id, { move, reason, ...word }, testDay);
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
  // What only the clock does has no door: the guard is what stands before it.
  return tx(async (w) => guard(asker, await loadApplication(w, systemAsker, c.id), move, reason));
}
const isClocks = (move: MoveName) => moves[move].by.every((who) => who === "system");

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
      "accept: applied → accepted, by enterprise, needs posting-published, not-applicant",
      "decline: applied → declined, by enterprise, needs decline-reason, not-applicant",
      "return: accepted → returned, by county, needs reason, other-hand",
      "approve: accepted → approved, by county, needs word, other-hand, posting-published, same-terms, eligible, binding, capacity",
      "reject: accepted → rejected, by county, needs reason, other-hand",
      "withdraw: invited | applied | accepted | returned | approved | held → withdrawn, by household | village, needs word-on-behalf",
      "object: approved | held → held, by household | village | town | county | admin | enterprise | public",
      "dismiss: held → approved, by county, needs reason, other-hand",
      "uphold: held → rejected, by county, needs reason, other-hand",
      "finish: approved → final, by system, needs notice-over, no-open-objection",
      "expire: applied → expired, by system, needs reply-overdue",
      "reopen: approved | held → accepted, by system, needs changed",
      "lapse: invited | applied | accepted | returned → obsolete, by system, needs spent",
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

/** What may happen at a door: the clock's moves are tried apart. */
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

it("a village takes back only with the household's word for it, and the audit keeps it", async () => {
  const c = await aCase({ state: "applied" });
  const back = (more: object) => moveApplication(c.who.village, c.id, { move: "withdraw", ...more }, testDay);
  expect((await refusalOf(() => back({})))?.code).toBe("word-missing");
  const witnesses = [
    { name: "王组长", reach: "组长" },
    { name: "李邻居", reach: "隔壁" },
  ];
  for (const consent of [{ how: "slip" }, { how: "own-account" }, { how: "witnesses", witnesses }])
    expect((await refusalOf(() => back({ consent })))?.code, consent.how).toBe("input");
  expect(await stateOf(c.id)).toBe("applied");
  const given = { household: c.household.code, purpose: "consent" as const };
  const { code } = await issueCode(c.who.household, given);
  await back({ consent: { how: "code", evidence: code } });
  const [row] = await db
    .select()
    .from(audit)
    .where(and(eq(audit.subjectId, c.id), eq(audit.action, "application.withdraw")));
  expect(row?.after).toMatchObject({ state: "withdrawn", consent: "code", evidence: null });
  expect(JSON.stringify(row)).not.toContain(code);
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
    for (const move of moveNames)
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
    if (isClocks(move)) return "forbidden";
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

it("an invitation and what came back wait for the household or its village, and are not yet asked for", () => {
  const waiting = applicationStates.filter((state) => mayApply("household", state));
  expect(waiting).toEqual(applicationStates.filter((state) => mayApply("village", state)));
  expect(waiting.toSorted()).toEqual(["invited", "returned"]);
  expect([...askedFor, ...waiting].toSorted()).toEqual([...underWay].toSorted());
  expect(mayApply("county", "invited")).toBe(false);
});

describe("the clock", () => {
  /** One application in each state, each of a household of its own. */
  async function oneOfEach(row: Partial<typeof applications.$inferInsert> = {}) {
    const cases = new Map<ApplicationState, Case>();
    for (const state of applicationStates) cases.set(state, await aCase({ state, row }));
    return cases;
  }
  const statesOf = async (cases: Map<ApplicationState, Case>) => {
    const now: Record<string, string | undefined> = {};
    for (const [state, { id }] of cases) now[state] = await stateOf(id);
    return now;
  };
  const allBut = (changes: Partial<Record<ApplicationState, ApplicationState>>) => ({
    ...Object.fromEntries(applicationStates.map((state) => [state, state])),
    ...changes,
  });

  it("finishes what is approved after its notice, and nothing else", async () => {
    const cases = await oneOfEach();
    expect(await finishNotices("2026-12-03")).toBe(0);
    await finishNotices(afterNotice);
    expect(await statesOf(cases)).toEqual(allBut({ approved: "final" }));
  });

  it("expires what the enterprise left unanswered past its day, and nothing else", async () => {
    const cases = await oneOfEach({ replyDueOn: "2026-11-24" });
    expect(await expireUnanswered("2026-11-24")).toBe(0);
    expect(await expireUnanswered("2026-11-25")).toBe(1);
    expect(await expireUnanswered("2026-11-25")).toBe(0);
    expect(await statesOf(cases)).toEqual(allBut({ applied: "expired" }));
    const [row] = await db
      .select()
      .from(applications)
      .where(eq(applications.id, cases.get("applied")!.id));
    expect(row).toMatchObject({ reasonCode: "no-reply", replyDueOn: null });
  });

  it("reopens what is approved or held when its household changed for the worse, and nothing else", async () => {
    const cases = await oneOfEach({ approvedVersion: 1 });
    expect(await reopenChanged(testDay)).toBe(0);
    for (const { household } of cases.values())
      await tx(async (w) => {
        await w.update(members).set({ laborClass: "lost" }).where(eq(members.id, household.memberIds[0]!));
        await w.update(members).set({ laborClass: "lost" }).where(eq(members.householdCode, household.code));
        await w.update(households).set({ version: 2 }).where(eq(households.code, household.code));
      });
    expect(await reopenChanged(testDay)).toBe(2);
    expect(await statesOf(cases)).toEqual(allBut({ approved: "accepted", held: "accepted" }));
  });

  it("lets go of a placed household's other applications for the same worker", async () => {
    const household = await aHousehold();
    const who = await people(household);
    const cases = new Map<ApplicationState, Case>();
    for (const state of applicationStates.filter((s) => s !== "held" && s !== "final"))
      cases.set(state, await aCase({ state, household, who }));
    await finishNotices(afterNotice);
    const lapsed = Object.fromEntries(moves.lapse.from.map((state) => [state, "obsolete"]));
    const { held: _, final: __, ...expected } = allBut({ ...lapsed, approved: "final" });
    expect(await statesOf(cases)).toEqual(expected);
  });

  it.each(moveNames.filter(isClocks))("%s is open to it from these states only", async (move) => {
    for (const [state, c] of await oneOfEach()) {
      const loaded = await loadApplication(db, systemAsker, c.id);
      const refusal = await refusalOf(async () => guard(systemAsker, loaded, move, ""));
      if (moves[move].from.includes(state)) expect(refusal?.code ?? null, state).not.toBe("not-open");
      else expect(refusal?.code, state).toBe("not-open");
    }
  });
});

it("every row of the audit fits the chain", async () => {
  const { rows, firstBad } = await verifyAudit();
  expect(firstBad).toBeNull();
  expect(rows).toBeGreaterThan(allowed.length);
});
