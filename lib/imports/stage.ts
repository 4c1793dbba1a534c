import { and, eq } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import { type ImportCounts, importBatches, importMappings, importRows } from "@/db/schema";
import type { ImportKind } from "@/db/words";
import { type HeadFound, shapeOf } from "@/lib/imports/heads";
import { industryWords } from "@/lib/imports/industry-names";
import type { ImportForm, JudgeContext, Unit } from "@/lib/imports/kind";
import { formOf } from "@/lib/imports/kinds";
import { sealPayload } from "@/lib/imports/payload";
import { type FileRead, placed, readFile, type SaidColumns, unitOfRow } from "@/lib/imports/read-file";
import { maskedValue } from "@/lib/imports/read-rows";
import { presentWorld } from "@/lib/numbers/world";
import { openSpreadsheet } from "@/lib/spreadsheets/read";
import type { ByteSource } from "@/lib/spreadsheets/source";

export type StageQuestion = {
  importId: string;
  kind: ImportKind;
  scope: string;
  today: string;
  userId: string | null;
};
export type StageAnswer =
  | { state: "staged"; counts: ImportCounts }
  | { state: "columns"; heads: string[]; missing: string[] };

/** Judged at once: few enough that a query's list stays short, and a transaction too. */
const unitsAtOnce = 150;

/**
 * Reads a file and writes down, row by row, what it would do: a dry run. Writes in small transactions, so that
 * nobody else waits. Run outside the server's own thread.
 * @param onProgress 0 … 1. @throws Refusal file
 */
export async function stageFile(
  question: StageQuestion,
  source: ByteSource,
  onProgress: (share: number) => void = () => undefined,
): Promise<StageAnswer> {
  const form = formOf(question.kind);
  const context = { world: presentWorld(), today: question.today, industries: await industryWords() };
  const sheet = await openSpreadsheet(source);
  let rows = 0;
  const onRow = () => {
    if (++rows % 500 === 0) onProgress((0.5 * sheet.bytesRead()) / source.size);
  };
  const read = await readFile(sheet, form, context, (found) => remembered(question.kind, found), onRow);
  if ("heads" in read) {
    const { heads, missing, notes } = read;
    await update(question.importId, { state: "columns", notes: { ...notes, ignored: heads } });
    return { state: "columns", heads, missing };
  }
  const counts = await judgeAll(question, form, read, { ...context, ...question }, onProgress);
  await update(question.importId, { state: "staged", counts, notes: read.notes, stagedAt: new Date() });
  return { state: "staged", counts };
}

const update = (id: string, set: Partial<typeof importBatches.$inferInsert>) =>
  tx((w) =>
    w
      .update(importBatches)
      .set(set)
      .where(and(eq(importBatches.id, id), eq(importBatches.state, "reading"))),
  );

async function remembered(kind: ImportKind, found: HeadFound): Promise<SaidColumns> {
  const [row] = await db
    .select({ columns: importMappings.columns })
    .from(importMappings)
    .where(and(eq(importMappings.kind, kind), eq(importMappings.shape, shapeOf(found.heads))));
  return row?.columns ?? {};
}

async function judgeAll(
  { importId, scope, userId }: StageQuestion,
  form: ImportForm<unknown>,
  { units, read, places, unitOf }: FileRead,
  context: Pick<JudgeContext, "world" | "today" | "industries">,
  onProgress: (share: number) => void,
): Promise<ImportCounts> {
  const counts: ImportCounts = {
    read,
    units: units.size,
    new: 0,
    changed: 0,
    same: 0,
    refused: 0,
    warnings: 0,
  };
  const judging: JudgeContext = { ...context, scope, importId, places, unitOf, userId, cache: new Map() };
  const keys = units.keys();
  for (let i = 0; i < keys.length; i += unitsAtOnce) {
    const some = keys.slice(i, i + unitsAtOnce).map((key): Unit => ({ key, rows: units.take(key) }));
    const rows = await judged(form, some, judging);
    for (const { outcome, warnings } of rows) {
      counts[outcome]++;
      counts.warnings += warnings;
    }
    await tx((w) =>
      insertAll(
        w,
        importRows,
        rows.map(({ warnings: _, ...row }) => row),
      ),
    );
    onProgress(0.5 + (0.5 * (i + some.length)) / keys.length);
  }
  return counts;
}

async function judged(form: ImportForm<unknown>, units: readonly Unit[], context: JudgeContext) {
  const { importId, places } = context;
  // Rows without a key are refused already.
  const whole = units.filter(({ rows, key }) => form.keyOf(rows[0]?.values ?? {}) === key);
  const answers = new Map(
    (await form.judge(db, whole, context)).map((answer, i) => [whole[i]?.key ?? "", answer]),
  );
  return units.flatMap(({ key, rows }) =>
    rows.map((row, i) => {
      const answer = answers.get(key);
      const one = answer?.rows[i] ?? { outcome: "refused" as const, problems: row.problems, changes: [] };
      const problems = one.problems.map((problem) => ({
        ...placed(problem, form, places.get(row.sheet)),
        value: problem.value || shownValue(form, problem.field, row.values),
      }));
      const payload = {
        values: row.values,
        raw: row.raw,
        problems,
        changes: one.changes,
        ...(i === 0 && answer?.write ? { write: answer.write } : {}),
      };
      return {
        importId,
        seq: row.seq,
        sheet: row.sheet,
        row: row.row,
        outcome: one.outcome,
        // What a refused row of places names may be anything, and this column is not sealed.
        unit:
          answer?.unit ||
          (form.kind === "households" || one.outcome !== "refused" ? key : unitOfRow(row.seq)),
        writes: "write" in payload,
        payloadSealed: sealPayload(importId, row.seq, payload),
        warnings: problems.filter((p) => p.level === "warning").length,
      };
    }),
  );
}

/** A value that was read but cannot stand, as far as it may be shown. */
function shownValue(form: ImportForm<unknown>, field: string, values: Record<string, unknown>): string {
  const value = values[field];
  const column = form.columns.find((one) => one.field === field);
  if (value === undefined || value === null || !column) return "";
  return maskedValue(field, column.kind, form.print(field, value));
}
