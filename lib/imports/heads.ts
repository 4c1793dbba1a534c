import { createHash } from "node:crypto";
import { maskLongRuns } from "@/lib/numbers/long-runs";
import { columnName, type SheetRow } from "@/lib/spreadsheets/cells";

/** What the head of a sheet is matched against. */
export type Heads = {
  columns: readonly { field: string; heads: readonly string[] }[];
  /** Without these fields a sheet says nothing; of "a|b" one is enough. */
  needs: readonly string[];
};

/** Where a field stands in a sheet: column from 0, and the head as it is written there, long numbers masked. */
export type HeadPlace = { column: number; text: string };
export type HeadFound = {
  /** The row after the last of the head. */
  dataFrom: number;
  places: ReadonlyMap<string, HeadPlace>;
  /** All heads of the sheet, in order, also those nothing is read from. */
  heads: { column: number; text: string; field: string | null }[];
  /** Needed fields no column was found for. */
  missing: string[];
  /** What was taken for the head is somebody's row: the sheet has none. Its texts are told to nobody. */
  headless: boolean;
};

/** No head says so: seven digits on end (a telephone, an ID number, a code), or what a spreadsheet makes of them. */
const saysData = (text: string) =>
  /\d{7}|\d{6}\*|^\d(\.\d+)?e\+?\d+$/i.test(text.normalize("NFKC").replace(/[\s-]/g, ""));

/** Widths, spaces, stars and colons say nothing; neither does what stands in brackets, on the second try. */
const keyOf = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s*:\u3002.]/g, "")
    .toLowerCase();
const withoutBrackets = (key: string) => key.replace(/[([][^)\]]*[)\]]/g, "");

function lookup(form: Heads): Map<string, string> {
  const found = new Map<string, string>();
  const set = (key: string, field: string) => {
    if (key !== "" && !found.has(key)) found.set(key, field);
  };
  for (const { field, heads } of form.columns) for (const head of heads) set(keyOf(head), field);
  for (const { field, heads } of form.columns)
    for (const head of heads) set(withoutBrackets(keyOf(head)), field);
  return found;
}

const textAt = (row: SheetRow | undefined, column: number) => row?.cells[column]?.text.trim() ?? "";

/** Two rows of head as one: of merged cells above, the text counts for all columns below it. */
function combined(top: SheetRow, sub: SheetRow): { top: string; sub: string }[] {
  const width = Math.max(top.cells.length, sub.cells.length);
  let above = "";
  return Array.from({ length: width }, (_, column) => {
    const own = textAt(top, column);
    const below = textAt(sub, column);
    if (own !== "") above = own;
    return { top: own !== "" || below !== "" ? above : "", sub: below };
  });
}

const missingOf = (needs: readonly string[], places: ReadonlyMap<string, unknown>) =>
  needs.flatMap((need) => {
    const fields = need.split("|");
    return fields.some((field) => places.has(field)) ? [] : fields.slice(0, 1);
  });

/** Rows looked at for a head: titles and notes may stand above it. */
export const headWithin = 15;

/**
 * Finds the head among a sheet's first rows, on one row or on two.
 * @param said what somebody said of heads like these: head → field, or null to leave it out.
 */
export function findHead(
  rows: readonly SheetRow[],
  form: Heads,
  said: Readonly<Record<string, string | null>> = {},
): HeadFound | null {
  const known = lookup(form);
  const fieldOf = (top: string, sub: string): { text: string; field: string | null } => {
    // Heads are kept as they are read, unsealed: an example number in one of them is not.
    const text = maskLongRuns(sub === "" ? top : top === "" || top === sub ? sub : `${top}/${sub}`);
    if (Object.hasOwn(said, text)) return { text, field: said[text] ?? null };
    const tries = [keyOf(`${top}/${sub}`), keyOf(sub === "" ? top : sub)];
    for (const key of [...tries, ...tries.map(withoutBrackets)]) {
      const field = known.get(key);
      if (field) return { text, field };
    }
    return { text, field: null };
  };
  const reading = (cells: { top: string; sub: string }[], dataFrom: number): HeadFound => {
    const places = new Map<string, HeadPlace>();
    const heads = cells.flatMap(({ top, sub }, column) => {
      if (top === "" && sub === "") return [];
      const { text, field } = fieldOf(top, sub);
      const taken = field !== null && places.has(field);
      if (field !== null && !taken) places.set(field, { column, text });
      return [{ column, text, field: taken ? null : field }];
    });
    const missing = missingOf(form.needs, places);
    const headless = missing.length > 0 && cells.some(({ top, sub }) => saysData(top) || saysData(sub));
    return { dataFrom, places, heads, missing, headless };
  };
  let best: HeadFound | null = null;
  const consider = (found: HeadFound) => {
    if (found.places.size > (best?.places.size ?? 0)) best = found;
  };
  for (const [i, row] of rows.slice(0, headWithin).entries()) {
    const width = row.cells.length;
    consider(
      reading(
        Array.from({ length: width }, (_, column) => ({ top: textAt(row, column), sub: "" })),
        row.row + 1,
      ),
    );
    const next = rows[i + 1];
    if (next?.row === row.row + 1) consider(reading(combined(row, next), next.row + 1));
  }
  if (best !== null) return best;
  // Nothing known: the first row with several texts is taken for the head, for somebody to say what it means.
  const first = rows.find((row) => row.cells.filter((cell) => cell?.kind === "text").length > 1);
  if (!first) return null;
  const found = reading(
    Array.from({ length: first.cells.length }, (_, column) => ({ top: textAt(first, column), sub: "" })),
    first.row + 1,
  );
  // Ages and amounts are no heads either.
  const isNumber = (cell: SheetRow["cells"][number]) =>
    cell?.kind === "number" || cell?.kind === "date" || /^\d+(\.\d+)?$/.test(cell?.text.trim() ?? "");
  return { ...found, headless: found.headless || first.cells.some(isNumber) };
}

/** What a file's heads are remembered by, in whatever order they stand. */
export const shapeOf = (heads: readonly { text: string }[]): string =>
  createHash("sha256")
    .update(
      heads
        .map(({ text }) => keyOf(text))
        .sort()
        .join("\n"),
    )
    .digest("hex");

/** A column's letters, for people. */
export const lettersOf = (place: HeadPlace | undefined): string =>
  place ? columnName(place.column + 1) : "";
