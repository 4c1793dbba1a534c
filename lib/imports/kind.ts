import type { Writer } from "@/db/client";
import type { ImportKind } from "@/db/words";
import type { Source } from "@/lib/access/scope";
import type { FieldChange } from "@/lib/households/changes";
import type { FieldKind } from "@/lib/households/field-kinds";
import type { CellContext } from "@/lib/imports/cells";
import type { HeadPlace, Heads } from "@/lib/imports/heads";
import type { RowProblem } from "@/lib/imports/problems";
import type { Cell } from "@/lib/spreadsheets/cells";

/** What a row says, by field; fields it leaves empty are not there. */
export type Values = Record<string, unknown>;

/** A row as it was read. */
export type ReadRow = {
  /** In the order of the file, from 1. */
  seq: number;
  sheet: string;
  row: number;
  values: Values;
  problems: RowProblem[];
  /** What stood in cells that could not be read, by field: goes back in the error file. */
  raw: Record<string, string>;
};

/** Rows that stand or fall together: those of a household. */
export type Unit = { key: string; rows: ReadRow[] };

/** A change as the dry run shows it. A household's are FieldChanges; other kinds name their own fields. */
export type ShownField = Omit<FieldChange, "subject"> & { subject: string };

export type Judged = {
  outcome: "new" | "changed" | "same" | "refused";
  problems: RowProblem[];
  changes: ShownField[];
};

/** What a unit comes to; `write` is null when nothing is to be written. */
export type JudgedUnit<W> = {
  rows: Judged[];
  write: W | null;
  /** What the unit turned out to be, where its rows only name it. */
  unit?: string;
};

export type JudgeContext = CellContext & {
  /** Division prefix: units outside it are refused. */
  scope: string;
  importId: string;
  /** Where fields stand, by sheet. */
  places: ReadonlyMap<string, ReadonlyMap<string, HeadPlace>>;
  /** The unit of the file that a value which comes once in it (`onceOf`) stands in. */
  unitOf: (value: string) => string | undefined;
  userId: string | null;
  /** What is loaded once for all units. */
  cache: Map<string, unknown>;
};

/** What a change of the commit knows. */
export type WriteContext = { importId: string; userId: string | null; today: string; why?: string };

/** What can be done only after the last unit, in the same transaction. */
export type AtLast = () => Promise<void>;

/**
 * A kind of file: how a row is read, what rows belong together, what they would change, and how that is written.
 * The engine (stage, commit, undo) knows nothing else of it.
 */
export type ImportForm<W> = Omit<Heads, "columns"> & {
  kind: ImportKind;
  columns: readonly { field: string; heads: readonly string[]; kind: FieldKind }[];
  /** A value as the form has it in a cell. */
  print: (field: string, value: unknown) => string;
  readRow: (
    cells: ReadonlyMap<string, Cell>,
    context: CellContext,
  ) => Pick<ReadRow, "values" | "problems" | "raw">;
  /** The file is all there is: while a row of it is refused, none is committed. */
  whole?: true;
  /** Null when the row does not say; such rows are refused. */
  keyOf: (values: Values) => string | null;
  /** A value that must not come twice in a file, whatever the unit. */
  onceOf?: (values: Values) => { field: string; value: string } | null;
  /** Judges some units at once, loading what they meet. */
  judge: (from: Source, units: readonly Unit[], context: JudgeContext) => Promise<JudgedUnit<W>[]>;
  /** Writes some units in the commit's transaction. @throws Refusal changed */
  write: (w: Writer, writes: readonly W[], context: WriteContext) => Promise<void>;
  /** After the last unit, in the same transaction. */
  finish?: (w: Writer, context: WriteContext) => Promise<void>;
  /** Takes some units back; answers what is left to do. @throws Refusal changed when one was changed since. */
  undo: (w: Writer, writes: readonly W[], context: WriteContext) => Promise<AtLast | null>;
};
