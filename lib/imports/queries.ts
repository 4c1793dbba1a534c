import { aliasedTable, and, asc, desc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { divisions, importBatches, importRows, users } from "@/db/schema";
import type { ImportOutcome } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import type { Resource, View } from "@/lib/access/table";
import { resourceOf, type Subject } from "@/lib/households/changes";
import { viewsOf } from "@/lib/households/form";
import { type ShownChange, shownChange } from "@/lib/households/masking";
import { maskName } from "@/lib/households/names";
import { type Batch, readableBatches } from "@/lib/imports/commands";
import type { ShownField } from "@/lib/imports/kind";
import { unsealPayload } from "@/lib/imports/payload";
import type { RowProblem } from "@/lib/imports/problems";
import { maskLongRuns } from "@/lib/numbers/long-runs";
import { refuse } from "@/lib/refusal/refusal";

const [stager, committer, undoer] = [
  aliasedTable(users, "stager"),
  aliasedTable(users, "committer"),
  aliasedTable(users, "undoer"),
];

export type ImportRow = Batch & {
  stagedByName: string | null;
  committedByName: string | null;
  undoneByName: string | null;
  /** The division it was staged for: a county's, a town's or a village's. */
  scopeName: string | null;
};

const batches = () =>
  db
    .select({
      batch: importBatches,
      stagedByName: stager.name,
      committedByName: committer.name,
      undoneByName: undoer.name,
    })
    .from(importBatches)
    .leftJoin(stager, eq(stager.id, importBatches.stagedBy))
    .leftJoin(committer, eq(committer.id, importBatches.committedBy))
    .leftJoin(undoer, eq(undoer.id, importBatches.undoneBy));

async function named(
  rows: readonly {
    batch: Batch;
    stagedByName: string | null;
    committedByName: string | null;
    undoneByName: string | null;
  }[],
): Promise<ImportRow[]> {
  const places = await db.select({ code: divisions.code, name: divisions.name }).from(divisions);
  const names = new Map(places.map((place) => [place.code, place.name]));
  return rows.map(({ batch, ...people }) => ({
    ...batch,
    ...people,
    scopeName: names.get(batch.divisionScope.padEnd(12, "0")) ?? null,
  }));
}

/** Files brought in for the asker's area, newest first, at most 50. */
export const listImports = async (asker: Asker): Promise<ImportRow[]> =>
  named(await batches().where(readableBatches(asker)).orderBy(desc(importBatches.id)).limit(50));

/** @throws Refusal forbidden, not-found when there is none for the asker's area. */
export async function getImport(asker: Asker, id: string): Promise<ImportRow> {
  const [row] = await named(await batches().where(and(eq(importBatches.id, id), readableBatches(asker))));
  return row ?? refuse("not-found");
}

export type StagedRow = {
  seq: number;
  sheet: string;
  row: number;
  outcome: ImportOutcome;
  /** The household's or the place's code. */
  unit: string;
  /** The person's name, where a row is a person's. */
  name: string | null;
  problems: RowProblem[];
  changes: (ShownChange | (ShownField & { hidden?: true }))[];
};

/**
 * A file's rows in their order, as far as the asker may read them: changes of what it may not see say so and no
 * more.
 * @throws Refusal forbidden, not-found
 */
export async function listStaged(
  asker: Asker,
  id: string,
  filter: { outcome?: ImportOutcome; after?: number; limit?: number } = {},
): Promise<{ items: StagedRow[]; next: number | null }> {
  await getImport(asker, id);
  const { outcome, after = 0, limit = 50 } = filter;
  const rows = await db
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, id),
        gt(importRows.seq, after),
        outcome ? eq(importRows.outcome, outcome) : undefined,
      ),
    )
    .orderBy(asc(importRows.seq))
    .limit(limit + 1);
  const viewOf = viewsOf(asker, false);
  const mask = viewOf("identity") === "masked" ? maskName : (name: string) => name;
  const items = rows
    .slice(0, limit)
    .map(({ seq, sheet, row, outcome: came, unit, payloadSealed }): StagedRow => {
      const { values, problems, changes } = unsealPayload(id, seq, payloadSealed);
      const name = values["member.name"];
      return {
        ...{ seq, sheet, row, unit, outcome: came },
        problems: problems.map((problem) => shownProblem(problem, viewOf)),
        name: typeof name === "string" ? maskLongRuns(mask(name)) : null,
        changes: changes.map((change) =>
          withoutLongRuns(
            change.subject === "place"
              ? change
              : shownChange({ ...change, subject: change.subject as Subject }, viewOf),
          ),
        ),
      };
    });
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
}

/** What stood in a cell is told to whoever may read that column in full; where it stands and what is wrong, to all. */
function shownProblem(problem: RowProblem, viewOf: (resource: Resource) => View | null): RowProblem {
  const [subject = "", field = ""] = problem.field.split(".");
  const isRecord = subject === "household" || subject === "member" || subject === "income";
  if (!isRecord || viewOf(resourceOf({ subject, field })) === "full") return problem;
  return { ...problem, value: "" };
}

/** A number of somebody in a column of another kind is masked like in its own. */
function withoutLongRuns<C extends { field: string; before: unknown; after: unknown }>(change: C): C {
  // A place is nobody's.
  if (change.field === "villageCode") return change;
  const masked = (value: unknown) => (typeof value === "string" ? maskLongRuns(value) : value);
  return { ...change, before: masked(change.before), after: masked(change.after) };
}
