import { aliasedTable, and, count, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { db, type Writer } from "@/db/client";
import { divisions, duplicatePairs, households, members } from "@/db/schema";
import type { DuplicateState } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { untilChangedFor } from "@/lib/access/queries";
import { permit, type Source, within } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { countLive } from "@/lib/households/bound";
import { changing, refuseNewErrors } from "@/lib/households/change";
import { toFields } from "@/lib/households/columns";
import { loadWhole, type Stored } from "@/lib/households/load";
import type { MemberPart, WholeRecord } from "@/lib/households/whole";
import { writeChange } from "@/lib/households/write";
import { maskIdNumber } from "@/lib/numbers/id-number";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** People on the register who may be one: the same name and birth, found by `findPairs`; somebody decides. */

const a = { member: aliasedTable(members, "a"), household: aliasedTable(households, "ha") };
const b = { member: aliasedTable(members, "b"), household: aliasedTable(households, "hb") };
const villageA = aliasedTable(divisions, "va");
const villageB = aliasedTable(divisions, "vb");

/** Both people lie within what the asker may decide. */
const ownPairs = (asker: Asker) => {
  const grant = permit(asker, "identity", "decide");
  return and(
    within(asker, grant, { village: a.household.villageCode }),
    within(asker, grant, { village: b.household.villageCode }),
  );
};

const columns = (m: typeof a, village: typeof villageA) => ({
  id: m.member.id,
  name: m.member.name,
  birth: m.member.birth,
  sex: m.member.sex,
  relation: m.member.relation,
  state: m.member.state,
  idNumberSealed: m.member.idNumberSealed,
  household: m.household.code,
  head: m.household.headName,
  register: m.household.register,
  phoneSealed: m.household.phoneSealed,
  village: village.name,
});

const pairs = (from: Source) =>
  from
    .select({
      id: duplicatePairs.id,
      state: duplicatePairs.state,
      why: duplicatePairs.why,
      decidedAt: duplicatePairs.decidedAt,
      a: columns(a, villageA),
      b: columns(b, villageB),
    })
    .from(duplicatePairs)
    .innerJoin(a.member, eq(a.member.id, duplicatePairs.memberA))
    .innerJoin(b.member, eq(b.member.id, duplicatePairs.memberB))
    .innerJoin(a.household, eq(a.household.code, a.member.householdCode))
    .innerJoin(b.household, eq(b.household.code, b.member.householdCode))
    .innerJoin(villageA, eq(villageA.code, a.household.villageCode))
    .innerJoin(villageB, eq(villageB.code, b.household.villageCode));

type Found = Awaited<ReturnType<typeof pairs>>[number];

const shownSide = ({ idNumberSealed, phoneSealed: _, ...side }: Found["a"]) => ({
  ...side,
  idNumber: maskIdNumber(String(toFields(members, side.id, { idNumberSealed }).idNumber)),
});

const phoneOf = ({ household, phoneSealed }: Found["a"]) =>
  toFields(households, household, { phoneSealed }).phone;

const shown = (pair: Found) => ({
  ...pair,
  a: shownSide(pair.a),
  b: shownSide(pair.b),
  /** A hint beside name and birth, never enough by itself. */
  samePhone: pair.a.phoneSealed !== null && phoneOf(pair.a) === phoneOf(pair.b),
});
export type DuplicatePair = ReturnType<typeof shown>;

/** Pairs that wait for a decision, or were decided, newest first; within the asker's reach on both sides. */
export async function listDuplicates(
  asker: Asker,
  { state = "open", limit = 100 }: { state?: DuplicateState; limit?: number } = {},
): Promise<DuplicatePair[]> {
  const found = await pairs(db)
    .where(and(ownPairs(asker), eq(duplicatePairs.state, state)))
    .orderBy(desc(duplicatePairs.id))
    .limit(limit);
  return found.map(shown);
}

/** How many wait. */
export const countDuplicates = (asker: Asker): Promise<number> =>
  untilChangedFor(asker, "duplicates", "", () => openPairs(asker));

async function openPairs(asker: Asker): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(duplicatePairs)
    .innerJoin(a.member, eq(a.member.id, duplicatePairs.memberA))
    .innerJoin(b.member, eq(b.member.id, duplicatePairs.memberB))
    .innerJoin(a.household, eq(a.household.code, a.member.householdCode))
    .innerJoin(b.household, eq(b.household.code, b.member.householdCode))
    .where(and(ownPairs(asker), eq(duplicatePairs.state, "open")));
  return row?.count ?? 0;
}

const verdictInput = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("different"), why: z.string().trim().min(2).max(200) }),
  z.object({
    verdict: z.literal("same"),
    /** The member whose row goes on. */
    keep: z.string().min(1),
    why: z.string().trim().min(2).max(200),
  }),
]);

/**
 * Decides whether a pair is one person. The same: one row goes on, the other is marked as merged, with its
 * history; where nobody else is left in its household, that leaves the register too.
 * @throws Refusal input, forbidden, not-found, not-open (decided already), live-matches (the row that ends is in
 * an application under way or a match in force).
 */
export async function decideDuplicate(asker: Asker, id: string, raw: unknown, today: string): Promise<void> {
  const input = parse(verdictInput, raw);
  await changing(async (w) => {
    const [pair] = await pairs(w).where(and(eq(duplicatePairs.id, id), ownPairs(asker)));
    if (!pair) return refuse("not-found");
    const decided = await w
      .update(duplicatePairs)
      .set({ state: input.verdict, decidedBy: asker.userId, decidedAt: new Date(), why: input.why })
      .where(and(eq(duplicatePairs.id, id), eq(duplicatePairs.state, "open")))
      .returning({ id: duplicatePairs.id });
    if (decided.length === 0) refuse("not-open", { state: pair.state });
    await record(w, asker, {
      action: `duplicate.${input.verdict}`,
      subject: "duplicate",
      subjectId: id,
      householdCode: pair.a.household,
      before: { state: "open" },
      after: { state: input.verdict, members: [pair.a.id, pair.b.id] },
      why: input.why,
    });
    if (input.verdict === "same") await endOne(w, asker, pair, input, today);
  });
}

async function endOne(
  w: Writer,
  asker: Asker,
  { a, b }: Found,
  { keep, why }: { keep: string; why: string },
  today: string,
): Promise<void> {
  if (keep !== a.id && keep !== b.id) refuseFields({ keep: { code: "not-in-list" } });
  const [kept, gone] = keep === a.id ? [a, b] : [b, a];
  if (gone.state !== "present") refuse("not-open", { state: gone.state });
  const live = await countLive(w, { members: [gone.id] });
  if (live > 0) refuse("live-matches", { count: live });
  const before = (await loadWhole(w, [gone.household])).get(gone.household) as Stored;
  const after = without(before.record, gone.id, kept.household);
  if (after.household.register === "merged") {
    const rest = await countLive(w, { household: gone.household });
    if (rest > 0) refuse("live-matches", { count: rest });
  } else refuseNewErrors([before.record], after, today);
  await writeChange(w, asker, {
    before,
    after,
    about: { kind: "merged", happenedOn: today, why, memberId: gone.id, otherCode: kept.household },
  });
}

/** The household after one of its people turned out to stand elsewhere on the register. */
function without(record: WholeRecord, gone: string, elsewhere: string): WholeRecord {
  const members: MemberPart[] = record.members.map((m) => (m.id === gone ? { ...m, state: "merged" } : m));
  const isEmpty = members.every((m) => m.state !== "present") && elsewhere !== record.code;
  const household = isEmpty
    ? { ...record.household, register: "merged" as const, mergedInto: elsewhere }
    : record.household;
  return { ...record, household, members };
}
