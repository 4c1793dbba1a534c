import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { db, tx } from "@/db/client";
import { newId } from "@/db/ids";
import { dues, households } from "@/db/schema";
import { type Locale, paymentMethods } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { dictionary } from "@/lib/i18n/dictionary";
import { recordIn } from "@/lib/moneys/pay";
import { listDues, readableDues } from "@/lib/moneys/queries/lines";
import {
  type Faulty,
  headOf,
  judgeSheet,
  paymentOf,
  type SheetPayment,
  sheetColumns,
} from "@/lib/moneys/sheet";
import { day } from "@/lib/postings/input";
import { parse } from "@/lib/refusal/parse";
import { refuse } from "@/lib/refusal/refusal";
import { openSpreadsheet } from "@/lib/spreadsheets/read";
import { bytesSource } from "@/lib/spreadsheets/source";
import { writeXlsx } from "@/lib/spreadsheets/write";

/** Rows of one sheet: what an enterprise pays on a day, and what one transaction takes. */
export const mostRows = 2000;

/**
 * The lines that are not paid in full as a workbook: what is missing stands beside the columns to fill in.
 * @throws Refusal forbidden
 */
export async function paymentForm(
  asker: Asker,
  locale: Locale,
  today: string,
): Promise<AsyncGenerator<Uint8Array>> {
  permit(asker, "ledger", "write");
  const t = dictionary(locale);
  const { heads } = t.moneys.sheet;
  const rows: (string | number)[][] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined && rows.length < mostRows; ) {
    const page = await listDues(asker, { show: "unpaid", limit: 500, ...(cursor && { cursor }) }, today);
    for (const line of page.items)
      rows.push([
        line.id,
        `${line.headName} ${line.villageName}`,
        t.words.dueBasis[line.basis],
        `${line.periodFrom} – ${line.periodTo}`,
        line.dueOn,
        (line.amountFen - line.paidFen) / 100,
        "",
        "",
        "",
        "",
      ]);
    cursor = page.next ?? undefined;
  }
  const head = [sheetColumns.map((column) => heads[column])];
  const choices = new Map([
    [sheetColumns.indexOf("method"), paymentMethods.map((method) => t.words.paymentMethod[method])],
  ]);
  const widths = [30, 24, 14, 26, 12, 12, 14, 14, 14, 20];
  return writeXlsx([
    { name: t.moneys.enterprise.sheet, head, widths, rows: rows.slice(0, mostRows), choices },
  ]);
}

export type SheetPlan = { ready: SheetPayment[]; faulty: Faulty[]; sumFen: number };

/**
 * A dry run: which payments of a file could be recorded, and what is wrong with the others. Writes nothing.
 * @throws Refusal forbidden, file
 */
export async function planPayments(asker: Asker, bytes: Buffer, today: string): Promise<SheetPlan> {
  permit(asker, "ledger", "write");
  const rows = await readRows(bytes);
  const ids = rows.flatMap((row) => ("line" in row ? [row.line] : []));
  const { ready, faulty } = judgeSheet(rows, await openOf(asker, ids), today);
  return { ready, faulty, sumFen: ready.reduce((all, { amountFen }) => all + amountFen, 0) };
}

async function readRows(bytes: Buffer): Promise<(SheetPayment | Faulty)[]> {
  const sheet = await openSpreadsheet(bytesSource(bytes));
  try {
    const rows: (SheetPayment | Faulty)[] = [];
    for (const { rows: read } of sheet.sheets) {
      let places: ReturnType<typeof headOf> = null;
      for await (const some of read())
        for (const row of some) {
          if (!places) places = headOf(row);
          else {
            const one = paymentOf(row, places);
            if (one) rows.push(one);
          }
          if (rows.length > mostRows) refuse("file", { problem: "too-many-rows" });
        }
      if (places) return rows;
    }
    return refuse("file", { problem: "not-a-table" });
  } finally {
    await sheet.close();
  }
}

/** What is missing of the enterprise's own lines among these. */
async function openOf(asker: Asker, ids: readonly string[]): Promise<Map<string, number>> {
  const open = new Map<string, number>();
  for (let i = 0; i < ids.length; i += 500) {
    const found = await db
      .select({ id: dues.id, amountFen: dues.amountFen, paidFen: dues.paidFen })
      .from(dues)
      .innerJoin(households, eq(households.code, dues.householdCode))
      .where(and(readableDues(asker), eq(dues.state, "open"), inArray(dues.id, ids.slice(i, i + 500))));
    for (const { id, amountFen, paidFen } of found) open.set(id, amountFen - paidFen);
  }
  return open;
}

const planInput = z
  .array(
    z.strictObject({
      row: z.int(),
      line: z.string().min(1).max(40),
      amountFen: z.int().positive().max(1e12),
      paidOn: day,
      method: z.enum(paymentMethods),
      reference: z.string().max(100),
    }),
  )
  .min(1, "code:missing")
  .max(mostRows);

/**
 * Records what a dry run found ready: all of it or nothing, judged again as it is written.
 * @returns how many payments. @throws Refusal forbidden, input, not-found, more-than-due
 */
export async function recordSheet(asker: Asker, raw: unknown, today: string): Promise<number> {
  permit(asker, "ledger", "write");
  const rows = parse(planInput, raw);
  const importId = newId();
  await tx(async (w) => {
    for (const { line: due, amountFen, paidOn, method, reference } of rows)
      await recordIn(w, asker, { lines: [{ due, amountFen }], paidOn, method, reference }, today, importId);
  });
  return rows.length;
}
