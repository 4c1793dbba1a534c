import { type Cell, dayOfSerial, type SheetRow, unharmed } from "@/lib/spreadsheets/cells";
import { limits, refuseFile } from "@/lib/spreadsheets/problems";
import { utf8, xmlParser } from "@/lib/spreadsheets/xml";

/** What a sheet's cells point to. */
export type CellContext = { strings: readonly string[]; dates: readonly boolean[]; since1904: boolean };

/** A reference's column from 0: B7 → 1. Past XFD is no column. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column >= 1 && column <= 16_384 ? column - 1 : refuseFile("broken");
}

/** The cell as it is typed; undefined for one that only has a look. */
function cellOf(
  type: string,
  style: string,
  value: string | null,
  isFormula: boolean,
  { strings, dates, since1904 }: CellContext,
): Cell | undefined {
  if (value === null) return isFormula ? { kind: "error", text: "" } : undefined;
  switch (type) {
    case "s": {
      const text = strings[Number(value)];
      return text === undefined
        ? refuseFile("broken")
        : text === ""
          ? undefined
          : { kind: "text", text: unharmed(text) };
    }
    case "inlineStr":
    case "str":
      return value === "" ? undefined : { kind: "text", text: unharmed(value) };
    case "b":
      return { kind: "yes-no", yes: value === "1" || value === "true", text: value };
    case "e":
      return { kind: "error", text: value };
    case "d":
      return { kind: "date", text: value.slice(0, 10) };
    default: {
      const number = Number(value);
      if (value.trim() === "") return undefined;
      if (Number.isNaN(number)) return refuseFile("broken");
      const day = dates[Number(style)] ? dayOfSerial(number, since1904) : null;
      return day ? { kind: "date", text: day } : { kind: "number", number, text: value };
    }
  }
}

/**
 * The rows of one sheet that hold something, some at a time.
 * @throws Refusal file broken, inflates, locked, too-many-rows
 */
export async function* sheetRows(
  chunks: AsyncIterable<Buffer>,
  sheet: string,
  context: CellContext,
): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = [];
  let held = 0;
  let row = 0;
  let cells: (Cell | undefined)[] = [];
  let column = -1;
  let [type, style, isFormula] = ["", "", false];
  let value: string | null = null;
  /** The text being read is a value's (v) or, of an inline string, its words' (t, not of rPh). */
  let reading = false;
  let inCell = false;
  let phonetic = 0;
  const parser = xmlParser({
    open: (tag, attributes) => {
      switch (tag) {
        case "row":
          row = attributes.r === undefined ? row + 1 : Number(attributes.r);
          if (!(row >= 1 && row <= 1_048_576)) refuseFile("broken");
          cells = [];
          column = -1;
          break;
        case "c":
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
          type = attributes.t ?? "n";
          style = attributes.s ?? "";
          value = null;
          isFormula = false;
          inCell = true;
          break;
        case "f":
          isFormula = inCell;
          break;
        case "v":
          reading = inCell;
          value ??= "";
          break;
        case "rPh":
          phonetic++;
          break;
        case "t":
          reading = inCell && phonetic === 0;
          if (reading) value ??= "";
          break;
      }
    },
    text: (text) => {
      if (reading) value = (value ?? "") + text;
    },
    close: (tag) => {
      switch (tag) {
        case "v":
        case "t":
          reading = false;
          break;
        case "rPh":
          phonetic--;
          break;
        case "c": {
          inCell = false;
          const cell = cellOf(type, style, value, isFormula, context);
          if (cell && column < limits.columns) cells[column] = cell;
          break;
        }
        case "row":
          if (cells.length === 0) break;
          held++;
          if (held > limits.rows) refuseFile("too-many-rows");
          rows.push({ sheet, row, cells });
          break;
      }
    },
  });
  for await (const text of utf8(chunks)) {
    parser.write(text);
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  parser.end();
  if (rows.length > 0) yield rows;
}
