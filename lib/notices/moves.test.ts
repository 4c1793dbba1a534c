import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { notices, objections } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type NoticeState, noticeStates, roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { finishNotices } from "@/lib/agreements/finish";
import { aCase, type Case } from "@/lib/applications/cases.testing";
import { moveNames, moves } from "@/lib/applications/moves";
import { type NoticeMoveName, noticeMoveNames, noticeMoves } from "@/lib/applications/notice-moves";
import { testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { decideObjection } from "@/lib/approvals/objections";
import { objectTo } from "@/lib/notices/object";
import { isRefusal } from "@/lib/refusal/refusal";

/** The move table of notices, printed, and tried whole: who × state × move through the doors of screens and API. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const askers = [...roles, "public", "system"] as const;
type Who = (typeof askers)[number];
/** None: it was never put up. */
const states = ["none", ...noticeStates] as const;
type State = (typeof states)[number];

it("is this table", () => {
  const lines = noticeMoveNames.map((name) => {
    const { from, to, by, with: moves } = noticeMoves[name];
    return `${name}: ${from ?? "none"} → ${to}, with ${moves.join(" | ")}, by ${by.join(" | ")}`;
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "publish: none → open, with approve, by county",
      "object: open → open, with object | dismiss, by household | village | town | county | admin | enterprise | public",
      "end: open → over, with finish, by system",
      "withdraw: open → withdrawn, with withdraw | uphold | reopen, by household | village | county | system",
    ]
  `);
});

it("says the same as the table of applications: whoever may make the step, moves the notice", () => {
  for (const name of noticeMoveNames) {
    const steps = noticeMoves[name].with;
    const hands = new Set(steps.flatMap((step) => moves[step].by));
    // Dismissing is the county's, who may object too.
    expect([...noticeMoves[name].by].sort(), name).toEqual([...hands].sort());
  }
  // Every step out of a state with a notice up ends it or takes it down, unless it stays held or is approved again.
  const up = ["approved", "held"];
  for (const name of moveNames) {
    const { from, to } = moves[name];
    if (!from.some((state) => up.includes(state))) continue;
    const move = noticeMoveNames.find((n) => noticeMoves[n].with.includes(name));
    expect(move, name).toBeDefined();
    expect(up.includes(to), name).toBe(noticeMoves[move!].to === "open");
  }
});

/** The application whose notice stands so. */
const caseOf = (state: State, move: NoticeMoveName) =>
  aCase({
    state: ({ none: "accepted", open: "approved", over: "final", withdrawn: "withdrawn" } as const)[state],
    // What the clock is asked to end is due; all else is still up.
    noticeEndsOn: move === "end" ? "2026-11-25" : "2026-12-03",
  });

const askerOf = (who: Who, c: Case): Asker =>
  who === "public"
    ? publicAsker
    : who === "enterprise"
      ? c.posting.enterprise.user
      : who === "system"
        ? { ...publicAsker, role: "system" }
        : c.who[who];

/** The door each move comes through; the clock's has none for anybody else. */
async function attempt(who: Who, c: Case, move: NoticeMoveName): Promise<unknown> {
  const asker = askerOf(who, c);
  if (move === "publish") return moveApplication(asker, c.id, { move: "approve" }, testDay);
  if (move === "object") return objectTo(asker, c.noticeId ?? "none", { body: "名单与事实不符" }, testDay);
  if (move === "end") return who === "system" ? finishNotices("2026-11-26") : null;
  const word = who === "village" && { consent: { how: "slip", evidence: "第 4 号" } };
  if (who !== "county") return moveApplication(asker, c.id, { move: "withdraw", ...word }, testDay);
  // The county takes a notice down by upholding an objection.
  const { id } = await objectTo(publicAsker, c.noticeId ?? "none", { body: "情况不属实" }, testDay);
  return decideObjection(c.who.county2, id, "uphold", "已核实");
}

async function now(c: Case): Promise<State> {
  const [row] = await db
    .select({ state: notices.state })
    .from(notices)
    .where(eq(notices.applicationId, c.id))
    .orderBy(desc(notices.id));
  return row?.state ?? "none";
}

/** The clock takes a notice down only when a household changed: lib/approvals/batch.test.ts. */
const isApart = (who: Who, move: NoticeMoveName) => who === "system" && move !== "end";

describe.each(noticeMoveNames)("%s", (move) => {
  it.each(states)("of a notice that is %s, by everyone", async (state) => {
    const { from, to, by } = noticeMoves[move];
    for (const who of askers) {
      if (isApart(who, move)) continue;
      const c = await caseOf(state, move);
      const allowed = (from ?? "none") === state && (by as readonly string[]).includes(who);
      const refused = await attempt(who, c, move).then(
        () => false,
        (error) => (isRefusal(error) ? true : Promise.reject(error)),
      );
      const after: State = await now(c);
      expect(after, `${who} ${move} ${state}`).toBe(allowed ? to : state);
      // Of the clock's own move there is no door at which anybody could be refused; and an application without
      // a notice may well be taken back.
      const isOther = move === "withdraw" && state === "none";
      if (move !== "end" && !isOther) expect(refused, `${who} ${move} ${state}`).toBe(!allowed);
      if (move === "object" && allowed)
        expect(await db.$count(objections, eq(objections.noticeId, c.noticeId!))).toBe(1);
    }
  });
});

const unreachable: readonly NoticeState[] = noticeStates.filter(
  (state) => !noticeMoveNames.some((name) => noticeMoves[name].to === state),
);
it("reaches every state there is", () => expect(unreachable).toEqual([]));
