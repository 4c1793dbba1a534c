import { openArchive } from "@/lib/spreadsheets/archive";
import type { SheetRow } from "@/lib/spreadsheets/cells";
import { csvRows } from "@/lib/spreadsheets/csv";
import { kindOf } from "@/lib/spreadsheets/kind";
import { refuseFile } from "@/lib/spreadsheets/problems";
import type { ByteSource } from "@/lib/spreadsheets/source";
import { readDateStyles, readSharedStrings, readWorkbook } from "@/lib/spreadsheets/workbook";
import { sheetRows } from "@/lib/spreadsheets/worksheet";

export type Spreadsheet = {
  sheets: { name: string; rows: () => AsyncGenerator<SheetRow[]> }[];
  /** Names of sheets nobody sees, which are left out. */
  hidden: string[];
  /** Bytes read so far, packed as they lie in the file: how far we are. */
  bytesRead: () => number;
  close: () => Promise<void>;
};

/**
 * Opens a .xlsx or .csv by what it is, not by what it is called. Sheets are read one after the other, streaming.
 * @throws Refusal file, with the problem: see fileProblems; also while rows are read.
 */
export async function openSpreadsheet(source: ByteSource): Promise<Spreadsheet> {
  let farthest = 0;
  const counted: ByteSource = {
    ...source,
    read: (position, length) => {
      farthest += length;
      return source.read(position, length);
    },
  };
  const bytesRead = () => Math.min(farthest, source.size);
  if ((await kindOf(source)) === "text")
    return {
      sheets: [{ name: "", rows: () => csvRows(counted, "") }],
      hidden: [],
      bytesRead,
      close: source.close,
    };
  const archive = await openArchive(counted);
  try {
    const book = await readWorkbook(archive);
    const seen = book.sheets.filter((sheet) => !sheet.hidden);
    if (seen.length === 0) refuseFile("no-sheet");
    const [strings, dates] = [
      await readSharedStrings(archive, book.sharedStrings),
      await readDateStyles(archive, book.styles),
    ];
    const context = { strings, dates, since1904: book.since1904 };
    return {
      sheets: seen.map(({ name, part }) => ({
        name,
        rows: () => sheetRows(archive.chunks(part), name, context),
      })),
      hidden: book.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name),
      bytesRead,
      close: async () => {
        archive.close();
        await source.close();
      },
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}
