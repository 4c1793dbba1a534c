import { and, eq } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { isConstraintError } from "@/db/errors";
import { households } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { changesBetween, type FieldChange, resourceOf } from "@/lib/households/changes";
import { type Holder, hasLeft, heldAt, holdersOf, leavings } from "@/lib/households/holders";
import { loadWhole, type Stored } from "@/lib/households/load";
import type { RuleProblem } from "@/lib/households/rule-codes";
import { householdProblems } from "@/lib/households/rules";
import type { WholeRecord } from "@/lib/households/whole";
import { type About, type Entry, writeChanges } from "@/lib/households/write";
import { presentWorld } from "@/lib/numbers/world";
import { type FieldProblems, refuse, refuseFields } from "@/lib/refusal/refusal";

/**
 * What every change of a household has in common: permission, scope, version, rules, history.
 */

/** The household's own account writes its labor, land and wishes; its village everything. */
function writerGrant(asker: Asker) {
  return grantOf(asker.role, "household", "write") ?? permit(asker, "labor", "write");
}

/**
 * A household the asker may write something of, as it stands, in the transaction that will change it.
 * @throws Refusal sign-in-needed, forbidden, not-found, changed (another version than the asker saw).
 */
export async function loadOwn(w: Writer, asker: Asker, code: string, version?: number): Promise<Stored> {
  const own = within(asker, writerGrant(asker), {
    village: households.villageCode,
    household: households.code,
  });
  const [row] = await w
    .select({ code: households.code })
    .from(households)
    .where(and(eq(households.code, code), own));
  const stored = row && (await loadWhole(w, [code])).get(code);
  if (!stored) return refuse("not-found");
  if (version !== undefined && stored.version !== version) refuse("changed");
  return stored;
}

/** Who a member is belongs to the record as such, as far as writing goes. */
const writtenAs = (change: FieldChange) => {
  const resource = resourceOf(change);
  return resource === "identity" ? "household" : resource;
};

/** @throws Refusal forbidden when a change touches what the asker may not write. */
export function permitChanges(asker: Asker, changes: readonly FieldChange[]): void {
  for (const change of changes) permit(asker, writtenAs(change), "write");
}

const keyOf = ({ code, member, field }: RuleProblem) => `${code} ${member ?? ""} ${field}`;

/** What a form calls the field a problem is mended at; one of a single part calls it as the record does. */
export type FieldName = (problem: Pick<RuleProblem, "member" | "field">) => string;
const asTheRecord: FieldName = ({ field }) => field;

/**
 * What a change may not make worse: errors that were there before stand, so that they can be mended one by one.
 * A household off the register is asked nothing.
 * @param before all records the change starts from: people bring their old errors along.
 * @throws Refusal input, at the field where each new error is mended.
 */
export function refuseNewErrors(
  before: readonly WholeRecord[],
  after: WholeRecord,
  today: string,
  nameOf: FieldName = asTheRecord,
): void {
  if (after.household.register !== "listed") return;
  const context = { today, world: presentWorld() };
  const known = new Set(before.flatMap((record) => householdProblems(record, context).map(keyOf)));
  const fresh = householdProblems(after, context).filter((p) => p.level === "error" && !known.has(keyOf(p)));
  if (fresh.length === 0) return;
  const found: FieldProblems = {};
  for (const problem of fresh)
    found[nameOf(problem)] ??= {
      code: "household-rule",
      rule: problem.code,
      ...(problem.data?.age !== undefined && { age: problem.data.age }),
    };
  refuseFields(found);
}

/**
 * @param idNumbers of members, by member id, that are new to the register or changed.
 * @returns who has one of them in a household that is off the register, and so has left it.
 * @throws Refusal input at idNumber when somebody on the register has one of them already, with the village.
 */
export async function refuseKnownNumbers(
  w: Writer,
  asker: Asker,
  idNumbers: ReadonlyMap<string, string>,
): Promise<Holder[]> {
  const holders = await holdersOf(w, [...idNumbers.values()]);
  const others = [...idNumbers].flatMap(([id, number]) => {
    const holder = holders.get(number);
    return holder && holder.id !== id ? [holder] : [];
  });
  for (const holder of others)
    if (!hasLeft(holder))
      refuseFields({ idNumber: { code: "registered-already", ...heldAt(holder, asker.divisionScope) } });
  return others;
}

/** Numbers that are new or changed, or whose holder left this household and is back, by member id. */
function heldAnew(changes: readonly FieldChange[], { members }: WholeRecord): Map<string, string> {
  const numbers = new Map(members.map((m) => [m.id, m.idNumber]));
  return new Map(
    changes.flatMap(({ subject, field, id = "", before }) => {
      const isAnew = field === "idNumber" || (field === "state" && before === "moved-out");
      const number = numbers.get(id);
      return subject === "member" && isAnew && number ? [[id, number]] : [];
    }),
  );
}

/** Checks and writes entries prepared in this transaction. */
export async function writeChecked(
  w: Writer,
  asker: Asker,
  entries: readonly Entry[],
  today: string,
  nameOf?: FieldName,
): Promise<void> {
  const left: Holder[] = [];
  const old = entries.flatMap(({ before }) => (before ? [before.record] : []));
  for (const { before, after, elsewhere, arrived } of entries) {
    const changes = changesBetween(before?.record ?? null, after, elsewhere);
    permitChanges(asker, changes);
    refuseNewErrors(old, after, today, nameOf);
    const fresh = heldAnew(changes, after);
    for (const id of arrived ?? []) fresh.delete(id);
    left.push(...(await refuseKnownNumbers(w, asker, fresh)));
  }
  // First there, then here: a number is held once at any moment.
  if (left.length > 0) await writeChanges(w, asker, await leavings(w, left, today));
  await writeChanges(w, asker, entries);
}

/** Runs a change; an ID number that came to the register a moment ago is refused like one found before. */
export async function changing<T>(work: (w: Writer) => Promise<T>): Promise<T> {
  try {
    return await tx(work);
  } catch (error) {
    if (isConstraintError(error) && error.kind === "unique" && error.columns.includes("id_number_index"))
      return refuseFields({ idNumber: { code: "registered-already" } });
    throw error;
  }
}

/** A household as it shall be; and whom it turned out to be about, where the change did not know before. */
type Changed = WholeRecord | { after: WholeRecord; memberId: string };

/**
 * Changes one household.
 * @param mutate gives the record as it shall be; it must not change what it is given.
 * @throws Refusal as `loadOwn`, `permitChanges` and `refuseNewErrors`; not-open when it is off the register.
 */
export async function changeHousehold(
  asker: Asker,
  code: string,
  { version, ...about }: About & { version: number },
  today: string,
  mutate: (record: WholeRecord, w: Writer) => Changed | Promise<Changed>,
  nameOf?: FieldName,
): Promise<void> {
  await changing(async (w) => {
    const before = await loadOwn(w, asker, code, version);
    const isListed = before.record.household.register === "listed";
    if (!isListed && about.kind !== "moved-in")
      refuse("not-open", { state: before.record.household.register });
    const changed = await mutate(before.record, w);
    const [after, who] = "after" in changed ? [changed.after, { memberId: changed.memberId }] : [changed, {}];
    await writeChecked(w, asker, [{ before, after, about: { ...about, ...who } }], today, nameOf);
  });
}
