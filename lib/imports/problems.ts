import type { RuleCode } from "@/lib/households/rule-codes";

/**
 * Why a row is refused, beyond the counties' checks of a whole household (lib/households/rule-codes.ts). The
 * words and the remedy of each stand in the dictionaries (imports.problems).
 */
export const rowProblemCodes = [
  "missing",
  "id-as-number",
  "masked",
  "code-personal",
  "code-as-number",
  "bad-code",
  "not-in-list",
  "not-yes-or-no",
  "not-a-number",
  "too-big",
  "too-small",
  "too-long",
  "bad-date",
  "bad-characters",
  "broken-characters",
  "cell-error",
  "unknown-place",
  "same-name-places",
  "outside-scope",
  "too-far",
  "twice-in-file",
  "rows-differ",
  "on-register-elsewhere",
  "not-on-register",
  "person-died",
  "household-held",
] as const;
export type RowProblemCode = (typeof rowProblemCodes)[number] | RuleCode;

/** What is wrong with one cell, or with the row when it has no column. */
export type RowProblem = {
  code: RowProblemCode;
  level: "error" | "warning";
  /** The form's field. */
  field: string;
  /** Letters, as the spreadsheet names it; empty when the sheet has no such column. */
  column: string;
  /** As the column is headed in the sheet, or else in the form. */
  head: string;
  /** Masked. */
  value: string;
  data?: Record<string, string | number | readonly string[]>;
};

/** A cell that cannot be read as what its column holds; recognised by its mark. */
export class CellFault extends Error {
  readonly mark = "sanjin.cell";
  constructor(
    readonly code: RowProblemCode,
    readonly data: RowProblem["data"] = {},
  ) {
    super(code);
  }
}
