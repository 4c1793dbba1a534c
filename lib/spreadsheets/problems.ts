import { refuse } from "@/lib/refusal/refusal";

/** Why a whole file is not read. The words stand in the dictionaries (spreadsheets). */
export const fileProblems = [
  "too-large",
  "inflates",
  "broken",
  "old-excel",
  "macros",
  "locked",
  "other-format",
  "not-a-table",
  "no-head",
  "encoding",
  "no-sheet",
  "no-rows",
  "too-many-rows",
] as const;
export type FileProblem = (typeof fileProblems)[number];

/** @throws Refusal `file`: what is wrong with it as a file; nothing of its content is told. */
export const refuseFile = (problem: FileProblem): never => refuse("file", { problem });

const mb = 1024 * 1024;
/** The size of what is read is counted while it comes, whatever the file says of itself. */
export const limits = {
  /** Bytes of the file. */
  fileBytes: 30 * mb,
  /** Bytes of everything in it, unpacked. */
  inflatedBytes: 200 * mb,
  /** Unpacked by packed; small files may pack better than that. */
  ratio: 100,
  ratioFromBytes: 4 * mb,
  entries: 2000,
  columns: 500,
  rows: 200_000,
} as const;
