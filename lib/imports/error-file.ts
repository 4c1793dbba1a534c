import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { importBatches, importRows } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { resourceOf } from "@/lib/households/changes";
import type { FieldKind } from "@/lib/households/field-kinds";
import { viewsOf } from "@/lib/households/form";
import { dictionary } from "@/lib/i18n/dictionary";
import { industryNames } from "@/lib/imports/industry-names";
import { formOf } from "@/lib/imports/kinds";
import { type Payload, unsealPayload } from "@/lib/imports/payload";
import { printed } from "@/lib/imports/print";
import { maskedValue, shownText } from "@/lib/imports/read-rows";
import { problemWords } from "@/lib/imports/words";
import { refuse } from "@/lib/refusal/refusal";
import { type Written, writeXlsx } from "@/lib/spreadsheets/write";

/**
 * Refused rows, each with why: to be mended and uploaded again, the first column is then passed over.
 * @param whole as they were, for who uploaded them; else masked, and without what the asker may not read.
 */
export async function* errorFile(asker: Asker, importId: string, whole: boolean): AsyncGenerator<Uint8Array> {
  const [batch] = await db.select().from(importBatches).where(eq(importBatches.id, importId));
  const { kind } = batch ?? refuse("not-found");
  const t = dictionary("zh");
  const { columns } = formOf(kind);
  const heads = [t.imports.errorHead, ...columns.map((column) => column.heads[0] ?? column.field)];
  yield* writeXlsx([
    {
      name: t.words.importKind[kind],
      head: [heads],
      widths: [60, ...columns.map(() => 16)],
      rows: refusedRows(importId, columns, whole ? null : viewsOf(asker, false)),
    },
  ]);
}

type Columns = ReturnType<typeof formOf>["columns"];
type Views = ReturnType<typeof viewsOf>;

async function* refusedRows(
  importId: string,
  columns: Columns,
  viewOf: Views | null,
): AsyncGenerator<Written[]> {
  const industries = await industryNames();
  for (let after = 0; ; ) {
    const rows = await db
      .select({ seq: importRows.seq, sealed: importRows.payloadSealed })
      .from(importRows)
      .where(
        and(eq(importRows.importId, importId), eq(importRows.outcome, "refused"), gt(importRows.seq, after)),
      )
      .orderBy(asc(importRows.seq))
      .limit(500);
    for (const { seq, sealed } of rows) {
      const payload = unsealPayload(importId, seq, sealed);
      const cells = columns.map(({ field, kind }) => {
        const text = cell(payload, field, industries);
        return viewOf ? masked(field, kind, text, viewOf) : text;
      });
      yield [why(payload), ...cells];
    }
    after = rows.at(-1)?.seq ?? 0;
    if (rows.length < 500) return;
  }
}

function why({ problems }: Payload): string {
  const t = dictionary("zh");
  return problems
    .filter((problem) => problem.level === "error")
    .map((problem) => {
      const { says, remedy } = problemWords(t, problem);
      return t.imports.errorLine(problem.head, says, remedy);
    })
    .join("\n");
}

function cell(
  { values, raw, problems }: Payload,
  field: string,
  industries: ReadonlyMap<string, string>,
): Written {
  // What a numeric cell left of an ID number is wrong: as text it might pass for right.
  if (problems.some((problem) => problem.field === field && problem.code === "id-as-number")) return null;
  return raw[field] ?? printed(field, values[field], industries) ?? plain(values[field]);
}

const plain = (value: unknown): Written =>
  typeof value === "string" || typeof value === "number" ? value : null;

/** What stood in a cell as somebody else may read it. */
function masked(field: string, kind: FieldKind, text: Written, viewOf: Views): Written {
  if (text === null || text === undefined || text === "") return null;
  const [subject = "", name = ""] = field.split(".");
  const isRecord = subject === "household" || subject === "member" || subject === "income";
  if (isRecord && viewOf(resourceOf({ subject, field: name })) !== "full") return "***";
  const isNumber = kind.as === "id-number" || kind.as === "card";
  if (isNumber) return maskedValue(field, kind, String(text));
  return typeof text === "string" ? shownText(field, text) : text;
}
