/** As zh/spreadsheets.ts. */
export const fileProblem = "This file cannot be read. Save it anew and try again.";
export const fileProblems: Record<string, string> = {
  "too-large": "The file is over 30 MB. Split it into several.",
  inflates:
    "Unpacked, the file is too large (over 200 MB, or packed beyond reason); it was not read. Split it into several.",
  broken: "The file is damaged. Open it in a spreadsheet program, save a fresh copy and upload that.",
  "old-excel": "This is the old workbook format. Open it, save it as .xlsx and upload that.",
  macros: "The file holds macros and is not taken. Save it as .xlsx without them and upload that.",
  locked: "The file has a password. Take it off, save and upload again.",
  "other-format": "This is another program’s format. Save it as .xlsx or .csv and upload that.",
  "not-a-table": "This is not a spreadsheet. Upload an .xlsx or .csv file.",
  "no-head":
    "The sheet has no row of heads: its first row is somebody’s data already, so nothing was read. Add a row of heads (household code, name, ID number) and upload it again.",
  encoding: "The text’s encoding cannot be recognised. Save it as .xlsx and upload that.",
  "no-sheet": "There is no visible sheet in the file.",
  "no-rows": "There is nothing in the file.",
  "too-many-rows": "More than 200,000 rows. Split the file into several.",
};
