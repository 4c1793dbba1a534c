import { aliasedTable, asc, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { policy as policyTable, users } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, type Source } from "@/lib/access/scope";
import { type Policy, type PolicyKey, policyKeys, policyOn } from "@/lib/policy/policy";
import { entryOf, type RegisterEntry, type RegisterRow } from "@/lib/policy/register";
import { refuse } from "@/lib/refusal/refusal";

/** The policy that holds on a day, from the applied rows. */
export async function policyFor(today: string, from: Source = db): Promise<Policy> {
  const rows = await from
    .select({ key: policyTable.key, value: policyTable.value, startsOn: policyTable.startsOn })
    .from(policyTable)
    .where(isNotNull(policyTable.appliedAt))
    .orderBy(policyTable.appliedAt);
  return policyOn(rows, today);
}

const proposer = aliasedTable(users, "proposer");
const applier = aliasedTable(users, "applier");
const refuser = aliasedTable(users, "refuser");

/** Who may read which officer did what: those who work with it. What is only proposed is theirs too. */
const isStaff = (asker: Asker) => ["county", "admin", "auditor", "system"].includes(asker.role);

async function rowsFor(asker: Asker, key?: PolicyKey): Promise<RegisterRow[]> {
  permit(asker, "policy", "read");
  const staff = isStaff(asker);
  const found = await db
    .select({
      row: policyTable,
      proposer: proposer.name,
      applier: applier.name,
      refuser: refuser.name,
    })
    .from(policyTable)
    .leftJoin(proposer, eq(proposer.id, policyTable.proposedBy))
    .leftJoin(applier, eq(applier.id, policyTable.appliedBy))
    .leftJoin(refuser, eq(refuser.id, policyTable.refusedBy))
    .where(key ? eq(policyTable.key, key) : undefined)
    .orderBy(asc(policyTable.appliedAt), asc(policyTable.id));
  const rows = found.map(({ row, ...names }): RegisterRow => {
    const state = row.appliedAt ? "applied" : row.refusedAt ? "refused" : "proposed";
    return {
      id: row.id,
      key: row.key,
      value: row.value,
      startsOn: row.startsOn,
      document: row.document,
      state,
      proposedBy: staff ? names.proposer : null,
      decidedBy: staff ? (names.applier ?? names.refuser) : null,
      refusalReason: staff ? row.refusalReason : null,
      createdAt: row.createdAt,
      decidedAt: row.appliedAt ?? row.refusedAt,
    };
  });
  return staff ? rows : rows.filter((row) => row.state === "applied");
}

/** Every parameter as it stands on a day. The public reads what holds and what is to come, not what is proposed. */
export async function policyRegister(asker: Asker, today: string): Promise<RegisterEntry[]> {
  const rows = await rowsFor(asker);
  return policyKeys.map((key) =>
    entryOf(
      key,
      rows.filter((row) => row.key === key),
      today,
    ),
  );
}

/** One parameter with all its rows, newest day first. @throws Refusal not-found for a key that is none. */
export async function policyEntry(
  asker: Asker,
  key: string,
  today: string,
): Promise<RegisterEntry & { history: RegisterRow[] }> {
  const known = policyKeys.find((k) => k === key) ?? refuse("not-found");
  const rows = await rowsFor(asker, known);
  const history = [...rows].sort((a, b) =>
    a.startsOn !== b.startsOn ? (a.startsOn < b.startsOn ? 1 : -1) : a.id < b.id ? 1 : -1,
  );
  return { ...entryOf(known, rows, today), history };
}

/** How many proposals wait for an administrator. */
export async function waitingProposals(asker: Asker): Promise<number> {
  return (await rowsFor(asker)).filter((row) => row.state === "proposed").length;
}
