import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { audit, postings } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type PostingState, postingStates, roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { aHousehold, anEnterprise, aPosting, people } from "@/lib/applications/testing";
import { movePosting } from "@/lib/postings/commands";
import {
  changeable,
  openPostingMoves,
  type PostingMoveName,
  postingMoveNames,
  postingMoves,
} from "@/lib/postings/moves";
import { isRefusal, type Refusal } from "@/lib/refusal/refusal";
import { aUser } from "@/lib/users/testing";

/** How postings move, printed, and tried whole: who × state × move, the forbidden as "all minus allowed". */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const askers = [...roles, "foreign-enterprise", "public"] as const;
type Who = (typeof askers)[number];

async function aWorld(state: PostingState) {
  const posting = await aPosting({ state });
  const rival = await anEnterprise();
  const others = await people(await aHousehold({ village: posting.enterprise.village }));
  const askerOf = (who: Who): Asker => {
    if (who === "public") return publicAsker;
    if (who === "enterprise") return posting.enterprise.user;
    return who === "foreign-enterprise" ? rival.user : others[who];
  };
  return { posting, askerOf };
}

const attempt = (asker: Asker, id: string, move: PostingMoveName, reason = "已核实") =>
  movePosting(asker, id, { move, reason }, async () => "20-49");

async function refusalOf(run: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await run();
    return null;
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

const rowOf = async (id: string) => (await db.select().from(postings).where(eq(postings.id, id)))[0];

it("is this table", () => {
  const lines = postingMoveNames.map((name) => {
    const { from, to, by, needs } = postingMoves[name];
    return `${name}: ${from.join(" | ")} → ${to}, by ${by.join(" | ")}${needs.length ? `, needs ${needs.join(", ")}` : ""}`;
  });
  expect([...lines, `changed: ${changeable.join(" | ")}`]).toMatchInlineSnapshot(`
    [
      "submit: draft | returned → submitted, by enterprise, needs standing, paid-up",
      "publish: submitted → published, by county, needs other-hand, standing, paid-up",
      "return: submitted → returned, by county, needs reason, other-hand",
      "close: submitted | returned | published → closed, by enterprise | county, needs reason",
      "changed: draft | returned | submitted | published",
    ]
  `);
  const open = postingStates.map(
    (state) =>
      `${state}: ${roles.flatMap((role) => openPostingMoves(role, state).map((m) => `${role} ${m}`)).join(", ") || "nobody"}`,
  );
  expect(open).toMatchInlineSnapshot(`
    [
      "draft: enterprise submit",
      "submitted: county publish, county return, county close, enterprise close",
      "published: county close, enterprise close",
      "returned: county close, enterprise submit, enterprise close",
      "closed: nobody",
    ]
  `);
});

const allowed = postingMoveNames.flatMap((move) =>
  postingMoves[move].from.flatMap((state) =>
    postingMoves[move].by.map((who) => ({ move, state, who: who as Who })),
  ),
);

describe("what the table allows, happens", () => {
  it.each(allowed)("$who may $move what is $state", async ({ move, state, who }) => {
    const { posting, askerOf } = await aWorld(state);
    expect(await attempt(askerOf(who), posting.id, move)).toEqual({ state: postingMoves[move].to });
    const row = await rowOf(posting.id);
    expect(row?.state).toBe(postingMoves[move].to);
    expect(row?.version).toBe(2);
    if (move === "publish") expect(row?.reachBand).toBe("20-49");
    expect(await db.$count(audit, eq(audit.subjectId, posting.id))).toBe(1);
  });
});

describe("all else is refused and changes nothing", () => {
  it.each(postingStates)("what is %s", async (state) => {
    const { posting, askerOf } = await aWorld(state);
    const rows = await db.$count(audit);
    for (const move of postingMoveNames)
      for (const who of askers) {
        if (allowed.some((a) => a.move === move && a.state === state && a.who === who)) continue;
        const refusal = await refusalOf(() => attempt(askerOf(who), posting.id, move));
        expect(refusal?.code, `${who} ${move} ${state}`).toBe(expected(move, state, who));
        if (refusal?.code === "not-open") expect(refusal.data.state).toBe(state);
      }
    expect((await rowOf(posting.id))?.state).toBe(state);
    expect(await db.$count(audit)).toBe(rows);
  });

  /** Out of sight first, then not allowed, then not now. */
  function expected(move: PostingMoveName, state: PostingState, who: Who) {
    const inSight = ["town", "county", "auditor", "enterprise"].includes(who) || state === "published";
    if (!inSight) return "not-found";
    return (postingMoves[move].by as readonly string[]).includes(who) ? "not-open" : "forbidden";
  }
});

describe("conditions", () => {
  it.each(["return", "close"] as const)("%s needs a reason in words", async (move) => {
    const { posting, askerOf } = await aWorld(postingMoves[move].from[0]!);
    const refusal = await refusalOf(() => attempt(askerOf("county"), posting.id, move, "  "));
    expect(refusal?.fields).toEqual({ reason: { code: "missing" } });
  });

  it("nobody reviews what they wrote", async () => {
    const officer = await aUser({ role: "county", divisionScope: "610724" });
    for (const move of ["publish", "return"] as const) {
      const { id } = await aPosting({ state: "submitted", createdBy: officer.userId });
      expect((await refusalOf(() => attempt(officer, id, move)))?.code).toBe("own-case");
    }
  });

  it("another county's officer does not find it", async () => {
    const { posting } = await aWorld("submitted");
    const foreign = await aUser({ role: "county", divisionScope: "610725" });
    expect((await refusalOf(() => attempt(foreign, posting.id, "publish")))?.code).toBe("not-found");
  });

  it("another county's officer does not close what they can only read", async () => {
    const { posting } = await aWorld("published");
    const foreign = await aUser({ role: "county", divisionScope: "610725" });
    expect((await refusalOf(() => attempt(foreign, posting.id, "close")))?.code).toBe("forbidden");
    expect((await rowOf(posting.id))?.state).toBe("published");
  });

  it("what was changed since the officer read it is not published unseen", async () => {
    const { posting, askerOf } = await aWorld("submitted");
    const publish = (version: number) =>
      movePosting(askerOf("county"), posting.id, { move: "publish", version }, async () => "20-49");
    await tx((w) => w.update(postings).set({ version: 2 }).where(eq(postings.id, posting.id)));
    expect((await refusalOf(() => publish(1)))?.code).toBe("changed");
    expect(await publish(2)).toEqual({ state: "published" });
    // Once decided, the later one is told where it stands.
    expect((await refusalOf(() => publish(2)))?.code).toBe("not-open");
  });

  it("a reason is no place to store a book", async () => {
    const { posting, askerOf } = await aWorld("submitted");
    const long = await refusalOf(() => attempt(askerOf("county"), posting.id, "return", "x".repeat(501)));
    expect(long?.fields).toEqual({ reason: { code: "too-long", max: 500 } });
  });

  it("two officers at once: one publishes, the other is told where it stands", async () => {
    const { posting, askerOf } = await aWorld("submitted");
    const second = await aUser({ role: "county", divisionScope: "610724" });
    const results = await Promise.all(
      [askerOf("county"), second].map((officer) => refusalOf(() => attempt(officer, posting.id, "publish"))),
    );
    expect(results.map((r) => r?.code).sort()).toEqual(["not-open", undefined]);
    expect(results.find((r) => r)?.data.state).toBe("published");
    expect(await db.$count(audit, eq(audit.subjectId, posting.id))).toBe(1);
  });
});
