/** Spreadsheets as other programs write them, and as nobody should: built by hand, part by part, for tests. */
import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const inXml = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** A cell's XML for its reference; a text stands for an inline string, a number for itself. */
export type RawCell = string | number | null | ((at: string) => string);

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

const cellXml = (cell: RawCell, at: string): string => {
  if (cell === null) return "";
  if (typeof cell === "function") return cell(at);
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${inXml(cell)}</t></is></c>`;
};

export const rowsXml = (rows: readonly (readonly RawCell[])[], first = 1): string =>
  rows
    .map((cells, i) => {
      const row = first + i;
      return `<row r="${row}">${cells.map((cell, c) => cellXml(cell, letters(c) + row)).join("")}</row>`;
    })
    .join("");

export type RawSheet = {
  name?: string;
  state?: "hidden" | "veryHidden";
  rows?: readonly (readonly RawCell[])[];
  /** What stands in sheetData, instead of rows. */
  data?: string;
  merged?: readonly string[];
};

export type RawBook = {
  sheets: readonly RawSheet[];
  since1904?: boolean;
  shared?: readonly string[];
  contentType?: string;
  /** Changes the parts before they are packed. */
  change?: (parts: Record<string, Uint8Array>) => void;
};

/** Style 1 shows a day (yyyy-mm-dd), style 2 a built-in one. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd;@"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

export function rawBook({ sheets, since1904, shared, contentType, change }: RawBook): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const parts: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType ?? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"}"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${packages}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${since1904 ? ' date1904="1"' : ""}/><sheets>${sheets
        .map(
          (s, i) =>
            `<sheet name="${inXml(s.name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}"${s.state ? ` state="${s.state}"` : ""} r:id="rId${i + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="${packages}/relationships">${sheets
        .map((_, i) => relation(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`))
        .join(
          "",
        )}${relation("rIdS", "styles", "styles.xml")}${shared ? relation("rIdT", "sharedStrings", "sharedStrings.xml") : ""}</Relationships>`,
    ),
    "xl/styles.xml": strToU8(styles),
  };
  if (shared) parts["xl/sharedStrings.xml"] = strToU8(`<sst xmlns="${main}">${shared.join("")}</sst>`);
  for (const [i, { rows = [], data, merged = [] }] of sheets.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
      `<worksheet xmlns="${main}"><sheetData>${data ?? rowsXml(rows)}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : ""}</worksheet>`,
    );
  change?.(parts);
  return Buffer.from(zipSync(parts, { level: 6 }));
}

/** Cells with a type of their own. */
export const shared = (index: number) => (at: string) => `<c r="${at}" t="s"><v>${index}</v></c>`;
export const formula =
  (text: string, cached: string | null, type = "str") =>
  (at: string) =>
    `<c r="${at}" t="${type}"><f>${inXml(text)}</f>${cached === null ? "" : `<v>${inXml(cached)}</v>`}</c>`;
export const day =
  (serial: number, style = 1) =>
  (at: string) =>
    `<c r="${at}" s="${style}"><v>${serial}</v></c>`;
export const yesNo = (yes: boolean) => (at: string) => `<c r="${at}" t="b"><v>${yes ? 1 : 0}</v></c>`;
export const error = (text: string) => (at: string) => `<c r="${at}" t="e"><v>${text}</v></c>`;
export const digits = (text: string) => (at: string) => `<c r="${at}"><v>${text}</v></c>`;

/** A compound file's head, with a stream of this name in its directory. */
export function compoundFile(stream: string): Buffer {
  const bytes = Buffer.alloc(4096);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  Buffer.from(stream, "utf16le").copy(bytes, 1024);
  return bytes;
}
