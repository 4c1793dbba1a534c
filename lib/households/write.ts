import type { Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { insertAll } from "@/db/insert-all";
import {
  householdChanges,
  householdDetails,
  householdIncomes,
  households,
  memberDetails,
  members,
  parcels,
} from "@/db/schema";
import type { ChangeKind } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { type AuditNote, recordAll } from "@/lib/audit/commands";
import { changesBetween, type FieldChange, sealChanges } from "@/lib/households/changes";
import { findPairs } from "@/lib/households/find-pairs";
import type { Stored } from "@/lib/households/load";
import type { WholeRecord } from "@/lib/households/whole";
import { type Arrival, bring, type Gathered, gatherNew, updateRows } from "@/lib/households/write-rows";

/** What a change is called in the history. */
export type About = {
  kind: ChangeKind;
  /** The day it happened, YYYY-MM-DD. */
  happenedOn: string;
  why: string | null;
  memberId?: string | null;
  otherCode?: string | null;
  importId?: string | null;
};

export type Entry = {
  /** As loaded in this transaction; null for a household that is new. */
  before: Stored | null;
  after: WholeRecord;
  about: About;
  /** Members and parcels `after` no longer has → the household they went to, whose entry has them. */
  elsewhere?: ReadonlyMap<string, string>;
  /** Members and parcels of `after` whose rows exist already, in another household. */
  arrived?: ReadonlySet<string>;
};

/** What follows from the rest: the head's name, and the income of the latest year. */
export function settled(record: WholeRecord): WholeRecord {
  const head = record.members.find((m) => m.relation === "head" && m.state === "present");
  const latest = [...record.incomes].sort((a, b) => b.year - a.year).find((i) => i.perPersonFen !== null);
  return {
    ...record,
    household: {
      ...record.household,
      ...(head && { headName: head.name }),
      ...(latest && { incomePerPersonFen: latest.perPersonFen }),
    },
  };
}

/**
 * Writes one household's change in the caller's transaction: see `writeChanges`.
 * @returns what changed, empty when nothing did.
 */
export async function writeChange(w: Writer, asker: Asker, entry: Entry): Promise<FieldChange[]> {
  const [changes = []] = await writeChanges(w, asker, [entry]);
  return changes;
}

/**
 * Writes changes of households in the caller's transaction: the rows that differ, a dated history row with
 * before and after (sealed), an audit row without values, and who may be someone else's double. The caller has
 * checked permission, scope and rules. An edit that changes nothing writes nothing.
 * @returns what changed, entry by entry. @throws Refusal changed when a household is no longer of the version
 * that was loaded; ConstraintError unique (members.id_number_index) when an ID number is on the register already.
 */
export async function writeChanges(
  w: Writer,
  asker: Asker,
  entries: readonly Entry[],
): Promise<FieldChange[][]> {
  const at = new Date();
  const rows: Gathered = {
    ...{ households: [], householdDetails: [], members: [], memberDetails: [] },
    ...{ parcels: [], incomes: [], changes: [] },
  };
  const notes: AuditNote[] = [];
  const renamed: string[] = [];
  const all: FieldChange[][] = [];
  const arrivals: Arrival[] = [];
  for (const entry of entries) {
    const { before, about, elsewhere } = entry;
    const after = settled(entry.after);
    const changes = changesBetween(before?.record ?? null, after, elsewhere);
    all.push(changes);
    if (changes.length === 0) continue;
    if (before) await updateRows(w, entry, after, changes, rows);
    else gatherNew(after, entry.arrived, at, rows);
    if (entry.arrived) arrivals.push({ after, arrived: entry.arrived });
    renamed.push(...renamedIn(changes));
    const id = newId();
    rows.changes.push({
      id,
      householdCode: after.code,
      version: (before?.version ?? 0) + 1,
      memberId: null,
      otherCode: null,
      importId: null,
      ...about,
      changesSealed: sealChanges(id, changes),
      changedBy: asker.userId,
      createdAt: at,
    });
    notes.push({
      action: `household.${about.kind}`,
      subject: "household",
      subjectId: after.code,
      householdCode: after.code,
      before: before && { version: before.version },
      after: { version: (before?.version ?? 0) + 1, fields: fieldsOf(changes) },
      why: about.why,
    });
  }
  await insertAll(w, households, rows.households as never);
  await insertAll(w, householdDetails, rows.householdDetails as never);
  for (const arrival of arrivals) await bring(w, arrival);
  await insertAll(w, members, rows.members as never);
  await insertAll(w, memberDetails, rows.memberDetails as never);
  await insertAll(w, parcels, rows.parcels as never);
  await insertAll(w, householdIncomes, rows.incomes as never);
  await insertAll(w, householdChanges, rows.changes as never);
  await recordAll(w, asker, notes, at);
  await findPairs(w, renamed);
  return all;
}

/** Which fields changed, by name: the audit holds no values. */
const fieldsOf = (changes: readonly FieldChange[]) => [
  ...new Set(changes.map(({ subject, field }) => (subject === "household" ? field : `${subject}.${field}`))),
];

const renamedIn = (changes: readonly FieldChange[]) => [
  ...new Set(
    changes.flatMap(({ subject, field, id }) =>
      subject === "member" && id && (field === "name" || field === "birth") ? [id] : [],
    ),
  ),
];
