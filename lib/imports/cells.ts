import { isDay } from "@/lib/clock/clock";
import type { FieldKind } from "@/lib/households/field-kinds";
import { householdCode } from "@/lib/households/split";
import { CellFault } from "@/lib/imports/problems";
import { noWords, units, yesWords } from "@/lib/imports/synonyms";
import { isSomebodys, parseIdNumber } from "@/lib/numbers/id-number";
import { parsePhone } from "@/lib/numbers/phone";
import type { NumberWorld } from "@/lib/numbers/world";
import type { Cell } from "@/lib/spreadsheets/cells";

/** The words of a list as people write them: label or older label → word. */
export type WordsOf = ReadonlyMap<string, string>;

export type CellContext = {
  world: NumberWorld;
  /** YYYY-MM-DD. */
  today: string;
  /** The county's own list, by name. */
  industries: WordsOf;
};

/** Widths, spaces and the brackets' kind say nothing. */
export const plainKey = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\u00b7*]/g, "")
    .toLowerCase();

/** What people put where there is nothing. */
const nothing = /^[-/\u2014\u2015\\]+$/;

/**
 * The text of a cell, or null for an empty one.
 * @throws CellFault cell-error, broken-characters, bad-characters, too-long
 */
export function textOf(cell: Cell | undefined, max: number): string | null {
  if (cell === undefined) return null;
  if (cell.kind === "error") throw new CellFault("cell-error");
  const text = cell.text.replace(/[\s\u00a0]+/g, " ").trim();
  if (text.includes("\ufffd")) throw new CellFault("broken-characters");
  if (/[^\P{Cc}]/u.test(text)) throw new CellFault("bad-characters");
  if (text === "" || nothing.test(text)) return null;
  if (text.length > max) throw new CellFault("too-long", { max });
  return text;
}

/** A numeric cell keeps fifteen digits: the last three of an ID number are gone for good, even if it looks whole. */
function idNumberOf(cell: Cell, { world, today }: CellContext): string | null {
  if (cell.kind === "number" || cell.kind === "date") throw new CellFault("id-as-number");
  const text = textOf(cell, 60);
  if (text === null) return null;
  // What a .csv has of such a cell.
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) throw new CellFault("id-as-number");
  if (text.includes("*")) throw new CellFault("masked");
  const read = parseIdNumber(text, world, today);
  if (!read.ok) throw new CellFault("id-number-wrong", { problem: read.problem });
  return text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

/**
 * Batches keep a household's number in the open: what may be somebody's own number, or a name, is not one.
 * Of a numeric cell only fifteen digits are whole, and two households would become one.
 */
function householdCodeOf(cell: Cell, { world, today }: CellContext): string | null {
  if (cell.kind === "number" && Math.abs(cell.number) >= 1e15) throw new CellFault("code-as-number");
  const text = textOf(cell, 40);
  if (text === null) return null;
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) throw new CellFault("code-as-number");
  if (isSomebodys(text, world, today)) throw new CellFault("code-personal");
  const code = householdCode.safeParse(text);
  if (!code.success) throw new CellFault("bad-code");
  return code.data;
}

function phoneOf(cell: Cell, { world }: CellContext): string | null {
  const text = textOf(cell, 60);
  if (text === null) return null;
  if (text.includes("*")) throw new CellFault("masked");
  const phone = parsePhone(text, world);
  if (!phone) throw new CellFault("phone-wrong");
  return phone.phone;
}

/** @throws CellFault not-a-number, too-big, too-small */
function numberOf(cell: Cell, { min, max }: { min: number; max: number }): number | null {
  const text = textOf(cell, 60);
  if (text === null) return null;
  const plain = text.replace(units, "").normalize("NFKC").replace(/[,\s]/g, "");
  const number = cell.kind === "number" ? cell.number : Number(plain);
  if (cell.kind === "date" || plain === "" || !Number.isFinite(number)) throw new CellFault("not-a-number");
  if (number > max) throw new CellFault("too-big", { max });
  if (number < min) throw new CellFault("too-small", { min });
  return number;
}

/** Hundredths, of a mu or a yuan; what a cell's arithmetic left behind is rounded away. */
const hundredths = (number: number | null) => (number === null ? null : Math.round(number * 100));

const yes = new Set(yesWords);
const no = new Set(noWords);

function yesNoOf(cell: Cell): boolean | null {
  if (cell.kind === "yes-no") return cell.yes;
  const text = textOf(cell, 60);
  if (text === null) return null;
  const key = plainKey(text);
  if (yes.has(key)) return true;
  if (no.has(key)) return false;
  throw new CellFault("not-yes-or-no");
}

/** 2017-12-31, 2017/12/31, 20171231 in any spelling, 20171231; a month or a year alone is its last day. */
function dayOf(cell: Cell): string | null {
  const text = textOf(cell, 60);
  if (text === null) return null;
  if (cell.kind === "date") return isDay(text) ? text : fault("bad-date");
  const found = /^(\d{4})(?:\D?(\d{1,2})(?:\D?(\d{1,2}))?)?\D*$/.exec(text.normalize("NFKC"));
  if (!found) return fault("bad-date");
  const [, year = "", month = "12"] = found;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const day = `${year}-${month.padStart(2, "0")}-${(found[3] ?? String(last)).padStart(2, "0")}`;
  return isDay(day) ? day : fault("bad-date");
}

const fault = (code: "bad-date" | "not-in-list"): never => {
  throw new CellFault(code);
};

/** The number some forms put before a word: "01 …", "3. …". */
const numbered = /^\d{1,2}[.\u3001:_-]?(?=\D)/;

function wordOf(text: string, words: WordsOf): string {
  const key = plainKey(text);
  return words.get(key) ?? words.get(key.replace(numbered, "")) ?? fault("not-in-list");
}

/**
 * A cell as the record keeps it: fen, hundredths of a mu, a word of its list. Undefined when it is empty and says
 * nothing; null when its word says that there is nothing.
 * @throws CellFault with what is wrong
 */
export function readCell(
  kind: FieldKind,
  cell: Cell | undefined,
  words: WordsOf,
  context: CellContext,
): unknown {
  if (cell === undefined) return undefined;
  if (kind.as === "word" || kind.as === "words") return wordsIn(kind, cell, words);
  if (kind.as === "industries") return listed(cell, context.industries);
  return plainValue(kind, cell, context) ?? undefined;
}

/** The words of a cell that holds several. @throws CellFault not-in-list */
function listed(cell: Cell, words: WordsOf): string[] | undefined {
  const text = textOf(cell, 200);
  if (text === null) return undefined;
  const given = text.split(/[,\uff0c\u3001;\uff1b|\s]+/).filter((one) => one !== "");
  return [...new Set(given.map((one) => wordOf(one, words)))].filter((one) => one !== "");
}

function wordsIn(kind: FieldKind & { as: "word" | "words" }, cell: Cell, words: WordsOf): unknown {
  if (kind.as === "words") {
    const found = listed(cell, words);
    return found && kind.list.filter((one) => found.includes(one));
  }
  const text = textOf(cell, 200);
  return text === null ? undefined : wordOf(text, words) || null;
}

function plainValue(kind: FieldKind, cell: Cell, context: CellContext): unknown {
  switch (kind.as) {
    case "id-number":
    case "card":
      return idNumberOf(cell, context);
    case "household":
      return householdCodeOf(cell, context);
    case "phone":
      return phoneOf(cell, context);
    case "day":
      return dayOf(cell);
    case "yes-no":
      return yesNoOf(cell);
    case "mu":
      return hundredths(numberOf(cell, { min: 0, max: 10_000 }));
    case "yuan":
      return hundredths(numberOf(cell, { min: kind.negative ? -10_000_000 : 0, max: 10_000_000 }));
    case "number":
      return numberOf(cell, { min: 0, max: kind.max });
    case "whole": {
      const number = numberOf(cell, { min: 0, max: kind.max });
      return number === null ? null : Math.round(number);
    }
    default:
      return textOf(cell, kind.as === "line" || kind.as === "prose" ? kind.max : 40);
  }
}
