import type { ImportNotes } from "@/db/schema";
import type { CellContext } from "@/lib/imports/cells";
import { findHead, type HeadFound, type HeadPlace, headWithin, lettersOf } from "@/lib/imports/heads";
import type { ImportForm, Values } from "@/lib/imports/kind";
import { PackedRows } from "@/lib/imports/packed-rows";
import type { RowProblem } from "@/lib/imports/problems";
import { maskLongRuns } from "@/lib/numbers/long-runs";
import { type Cell, isBlank, type SheetRow } from "@/lib/spreadsheets/cells";
import { refuseFile } from "@/lib/spreadsheets/problems";
import type { Spreadsheet } from "@/lib/spreadsheets/read";

/** Head → field, or null to leave it out: what somebody said of heads like these. */
export type SaidColumns = Readonly<Record<string, string | null>>;

export type FileRead = {
  units: PackedRows;
  read: number;
  places: Map<string, ReadonlyMap<string, HeadPlace>>;
  notes: ImportNotes;
  /** The unit that a value which comes once in a file (`onceOf`) stands in. */
  unitOf: (value: string) => string | undefined;
};
/** Nobody can tell which column is which: heads and what is still needed. */
export type HeadsUnclear = { heads: string[]; missing: string[]; notes: ImportNotes };

/** A row that names no unit is a unit of its own. */
export const unitOfRow = (seq: number) => `#${seq}`;

/**
 * Reads a file's rows, unit by unit. Sheets whose head is not the form's are passed over.
 * @throws Refusal file
 */
export async function readFile<W>(
  sheet: Spreadsheet,
  form: ImportForm<W>,
  context: CellContext,
  saidOf: (found: HeadFound) => Promise<SaidColumns>,
  onRow: () => void,
): Promise<FileRead | HeadsUnclear> {
  const notes: ImportNotes = {
    hiddenSheets: sheet.hidden.map(maskLongRuns),
    skippedSheets: [],
    ignored: [],
    columns: {},
  };
  const reading = new Reading(form, context);
  const unclear: HeadFound[] = [];
  let headless = false;
  let anything = false;
  for (const { name, rows } of sheet.sheets) {
    const first: SheetRow[] = [];
    let head: HeadFound | null = null;
    const begin = async () => {
      head = findHead(first, form);
      if (head) {
        const said = await saidOf(head);
        if (Object.keys(said).length > 0) head = findHead(first, form, said);
      }
      if (head && head.missing.length > 0) {
        if (head.headless) headless = true;
        else unclear.push(head);
        head = null;
      }
      if (!head) return;
      reading.begin(name, head, notes);
      for (const row of first) reading.take(row);
      first.length = 0;
    };
    let begun = false;
    for await (const batch of rows()) {
      anything ||= batch.length > 0;
      for (const row of batch) {
        onRow();
        if (begun) {
          reading.take(row);
          continue;
        }
        first.push(row);
        if (first.length > headWithin) {
          begun = true;
          await begin();
          if (!head) break;
        }
      }
      if (begun && !head) break;
    }
    if (!begun) await begin();
    if (!head && first.length > 0) notes.skippedSheets.push(maskLongRuns(name));
  }
  if (!anything) return refuseFile("no-rows");
  if (reading.places.size === 0) {
    const [head] = unclear;
    if (!head) return refuseFile(headless ? "no-head" : "not-a-table");
    const { heads, missing } = head;
    // What was recognised already need not be said again.
    const columns = Object.fromEntries(heads.flatMap(({ text, field }) => (field ? [[text, field]] : [])));
    return { heads: heads.map(({ text }) => text), missing, notes: { ...notes, columns, skippedSheets: [] } };
  }
  const { units, seq: read, places, seen } = reading;
  return { units, read, places, notes, unitOf: (value) => seen.get(value)?.unit };
}

/** Rows becoming units, over all sheets. */
class Reading<W> {
  readonly units = new PackedRows();
  readonly places = new Map<string, ReadonlyMap<string, HeadPlace>>();
  seq = 0;
  /** Values that come once in a file → where they came first. */
  readonly seen = new Map<string, { unit: string; sheet: string; row: number }>();
  private head: HeadFound | null = null;
  /** As it may be kept unsealed: sheets are named after people too. */
  private sheet = "";

  constructor(
    private readonly form: ImportForm<W>,
    private readonly context: CellContext,
  ) {}

  begin(sheet: string, head: HeadFound, notes: ImportNotes): void {
    this.head = head;
    this.sheet = maskLongRuns(sheet);
    this.places.set(this.sheet, head.places);
    notes.heads ??= head.heads.map(({ text }) => text);
    for (const { text, field } of head.heads) {
      if (field) notes.columns[text] = field;
      else if (!notes.ignored.includes(text)) notes.ignored.push(text);
    }
  }

  take({ row, cells }: SheetRow): void {
    const { head, sheet } = this;
    if (!head || row < head.dataFrom) return;
    const named = new Map<string, Cell>();
    for (const [field, { column }] of head.places) {
      const cell = cells[column];
      if (cell && !isBlank(cell)) named.set(field, cell);
    }
    if (named.size === 0) return;
    // Under a table one finds who filled it in, and when.
    if (named.size === 1 && head.places.size > 3) return;
    this.seq++;
    const { values, problems, raw } = this.form.readRow(named, this.context);
    const key = this.form.keyOf(values);
    const unit = key ?? unitOfRow(this.seq);
    const [need = ""] = this.form.needs[0]?.split("|") ?? [];
    if (key === null && problems.length === 0) problems.push(blank(need, "missing"));
    const twice = this.twice(values, unit, sheet, row);
    if (twice) problems.push(twice);
    this.units.add(unit, { seq: this.seq, sheet, row, values, problems, raw });
  }

  private twice(values: Values, unit: string, sheet: string, row: number): RowProblem | null {
    const once = this.form.onceOf?.(values);
    if (!once) return null;
    const first = this.seen.get(once.value);
    if (!first) this.seen.set(once.value, { unit, sheet, row });
    return first
      ? { ...blank(once.field, "twice-in-file"), data: { sheet: first.sheet, row: first.row } }
      : null;
  }
}

const blank = (field: string, code: RowProblem["code"]): RowProblem => ({
  ...{ code, level: "error", field, column: "", head: "", value: "" },
});

/** A problem with its place in the sheet. */
export function placed<W>(
  problem: RowProblem,
  form: ImportForm<W>,
  places: ReadonlyMap<string, HeadPlace> | undefined,
): RowProblem {
  const place = places?.get(problem.field);
  const formHead = form.columns.find((column) => column.field === problem.field)?.heads[0];
  return { ...problem, column: lettersOf(place), head: place?.text ?? formHead ?? "" };
}
