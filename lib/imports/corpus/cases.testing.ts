import type { ImportKind } from "@/db/words";
import { type Row, sheetRows } from "@/lib/imports/corpus/people.testing";
import type { FileProblem } from "@/lib/spreadsheets/problems";
import { type RawBook, rawBook } from "@/lib/spreadsheets/testing";

/** What must come of a file: refused whole, its columns unclear, or so many rows of each kind. */
export type Expected =
  | { file: FileProblem }
  | { columns: readonly string[] }
  | {
      new?: number;
      changed?: number;
      same?: number;
      /** Code of the first error of each refused row, in order. */
      refused?: readonly string[];
      /** Column of the first problem, as letters. */
      at?: string;
      /** Heads nothing is read from. */
      ignored?: readonly string[];
      hidden?: readonly string[];
      skipped?: readonly string[];
      /** Of the first row: values that must have been read. */
      values?: Record<string, unknown>;
    };

export type Case = {
  name: string;
  bytes: () => Buffer;
  expect: Expected;
  /** The county, unless a village brings it. */
  scope?: string;
  kind?: ImportKind;
};

/** One sheet of these rows. */
export const bookOf = (rows: readonly Row[], more: Partial<RawBook> = {}): Buffer =>
  rawBook({ sheets: [{ rows: sheetRows(rows) }], ...more });
