import { basename } from "node:path";
import { asc, eq } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { newId } from "@/db/ids";
import { type ImportCounts, importBatches, importRows } from "@/db/schema";
import { type ImportKind, importKinds } from "@/db/words";
import { systemAsker } from "@/lib/access/asker";
import { record } from "@/lib/audit/commands";
import { today } from "@/lib/clock/clock";
import { countyCode } from "@/lib/divisions/divisions";
import { dictionary } from "@/lib/i18n/dictionary";
import { applyBatch } from "@/lib/imports/apply";
import { unsealPayload } from "@/lib/imports/payload";
import { stageFile } from "@/lib/imports/stage";
import { problemWords } from "@/lib/imports/words";
import { isRefusal } from "@/lib/refusal/refusal";
import { fileSource } from "@/lib/spreadsheets/source";
import { type Command, Declined, WrongUsage } from "@/scripts/sanjin/command";

const isKind = (word: string): word is ImportKind => (importKinds as readonly string[]).includes(word);

type Refused = {
  sheet: string;
  row: number;
  column: string;
  head: string;
  value: string;
  code: string;
  message: string;
};

/** Every error of every refused row, in the file's order. */
async function refusals(importId: string): Promise<Refused[]> {
  const t = dictionary("en");
  const rows = await db
    .select()
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .orderBy(asc(importRows.seq));
  return rows
    .filter((row) => row.outcome === "refused")
    .flatMap(({ seq, sheet, row, payloadSealed }) =>
      unsealPayload(importId, seq, payloadSealed)
        .problems.filter((problem) => problem.level === "error")
        .map(({ column, head, value, ...problem }) => {
          const { says, remedy } = problemWords(t, problem);
          return { sheet, row, column, head, value, code: problem.code, message: `${says} ${remedy}` };
        }),
    );
}

const lineOf = ({ sheet, row, column, code, message, value }: Refused) =>
  [sheet, `row ${row}`, column && `column ${column}`, value, `${code}: ${message}`]
    .filter(Boolean)
    .join("\t");

/** A dry run leaves nothing behind. */
const forget = (id: string) =>
  tx(async (w) => {
    await w.delete(importRows).where(eq(importRows.importId, id));
    await w.update(importBatches).set({ state: "discarded" }).where(eq(importBatches.id, id));
  });

async function stage(
  kind: ImportKind,
  file: string,
  document: string | null,
): Promise<{ id: string; counts: ImportCounts }> {
  const source = await fileSource(file).catch((error: unknown) => {
    if (isRefusal(error)) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new Declined(`cannot read ${file} (${code})`);
  });
  const id = newId();
  const batch = { id, kind, document, divisionScope: countyCode.slice(0, 6), stagedFor: today() };
  await tx(async (w) => {
    await w
      .insert(importBatches)
      .values({ ...batch, fileName: basename(file).slice(0, 200), fileSize: Math.max(1, source.size) });
    await record(w, systemAsker, {
      action: "import.stage",
      subject: "import",
      subjectId: id,
      after: { kind },
    });
  });
  const question = { importId: id, kind, scope: batch.divisionScope, today: batch.stagedFor, userId: null };
  const answer = await stageFile(question, source).catch(async (error: unknown) => {
    await forget(id);
    throw error;
  });
  if (answer.state === "staged") return { id, counts: answer.counts };
  await forget(id);
  throw new Declined(`cannot tell which columns are: ${answer.missing.join(", ")}`);
}

export const importCommand: Command = {
  usage: `import ${importKinds.join("|")} FILE [--dry-run] [--document TEXT] [--json]`,
  summary: "a spreadsheet into the register: what each row would do and, unless it is a dry run, all of it",
  words: 2,
  options: { "dry-run": { type: "boolean" }, document: { type: "string" } },
  run: async ({ words: [kind = "", file = ""], options }) => {
    if (!isKind(kind)) throw new WrongUsage(`import knows: ${importKinds.join(", ")}`);
    const isDry = options["dry-run"] === true;
    const document = typeof options.document === "string" ? options.document : null;
    const { id, counts } = await stage(kind, file, document);
    const refused = await refusals(id);
    if (isDry) await forget(id);
    else {
      await tx((w) => w.update(importBatches).set({ state: "committing" }).where(eq(importBatches.id, id)));
      await applyBatch({ importId: id, kind, today: today(), asker: systemAsker });
    }
    const { read, new: made, changed, same } = counts;
    return {
      json: {
        dryRun: isDry,
        committed: !isDry,
        read,
        new: made,
        changed,
        same,
        refused: counts.refused,
        refusals: refused,
      },
      lines: [
        `${read} rows read: ${made} new, ${changed} changed, ${same} the same, ${counts.refused} refused`,
        ...refused.map(lineOf),
        isDry ? "dry run: nothing was written" : "committed",
      ],
    };
  },
};
