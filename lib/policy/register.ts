import { type PolicyKey, type PolicyRow, parameters } from "@/lib/policy/policy";

/** A row of the register as its page shows it. Names of officers stand only where the reader is one. */
export type RegisterRow = PolicyRow & {
  id: string;
  document: string;
  state: "proposed" | "applied" | "refused";
  proposedBy: string | null;
  decidedBy: string | null;
  refusalReason: string | null;
  createdAt: Date;
  /** When it was applied or refused. */
  decidedAt: Date | null;
};

/** One parameter on a day: what holds and since when, what is to come, what is proposed. */
export type RegisterEntry = {
  key: PolicyKey;
  value: unknown;
  /** Null where the built-in default holds, which no document of the county has confirmed. */
  holding: RegisterRow | null;
  coming: RegisterRow[];
  proposed: RegisterRow[];
};

/** @param rows all rows of the key, in the order they were decided. */
export function entryOf(key: PolicyKey, rows: readonly RegisterRow[], today: string): RegisterEntry {
  const applied = rows.filter((row) => row.state === "applied");
  // Of the latest day the row applied last, as policyOn has it.
  const holding = applied
    .filter((row) => row.startsOn <= today)
    .reduce<RegisterRow | null>((best, row) => (!best || row.startsOn >= best.startsOn ? row : best), null);
  return {
    key,
    value: holding ? holding.value : parameters[key],
    holding,
    coming: applied
      .filter((row) => row.startsOn > today)
      .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0)),
    proposed: rows.filter((row) => row.state === "proposed"),
  };
}
