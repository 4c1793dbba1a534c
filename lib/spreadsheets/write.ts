import { Zip, ZipDeflate } from "fflate";
import { columnName, harmless } from "@/lib/spreadsheets/cells";

/** What is put into a cell: text stays text, whatever it looks like; numbers are numbers. */
export type Written = string | number | null | undefined;
export type SheetToWrite = {
  name: string;
  /** Rows of the head, frozen above the others; `wide` columns in characters. */
  head: readonly (readonly string[])[];
  widths?: readonly number[];
  /** Cells of the head that span: "A1:D1". */
  merged?: readonly string[];
  /** Choices offered in a column (from 0), below the head. */
  choices?: ReadonlyMap<number, readonly string[]>;
  rows: Iterable<readonly Written[]> | AsyncIterable<readonly Written[]>;
};

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML cannot hold at all is left out. */
const forbidden = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu;
const escaped = (text: string) => text.replace(forbidden, "").replace(/[&<>"]/g, (c) => escapes[c]!);
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** Styles: 0 plain, 1 text, 2 head. */
const styles = `${head}<styleSheet ${main}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="49" fontId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>`;

/** The first so many different texts are written once and pointed to; the rest, mostly numbers of people, in place. */
const sharedAtMost = 4096;

/** A name a spreadsheet takes for a sheet. */
const sheetName = (name: string) => escaped(name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31) || "Sheet1");

/**
 * A .xlsx as it is made, some kilobytes at a time, so that its size costs no memory.
 */
export async function* writeXlsx(sheets: readonly SheetToWrite[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  const part = (name: string) => {
    const file = new ZipDeflate(name, { level: 1 });
    zip.add(file);
    return {
      write: (text: string) => file.push(encoder.encode(text)),
      end: (text: string) => file.push(encoder.encode(text), true),
    };
  };
  const numbers = sheets.map((_, i) => i + 1);
  part("[Content_Types].xml").end(
    `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ["/xl/workbook.xml", "sheet.main"],
      ["/xl/styles.xml", "styles"],
      ["/xl/sharedStrings.xml", "sharedStrings"],
      ...numbers.map((n) => [`/xl/worksheets/sheet${n}.xml`, "worksheet"]),
    ]
      .map(
        ([name, type]) =>
          `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
      )
      .join("")}</Types>`,
  );
  part("_rels/.rels").end(
    `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  part("xl/workbook.xml").end(
    `${head}<workbook ${main} xmlns:r="${office}/relationships"><sheets>${sheets.map((s, i) => `<sheet name="${sheetName(s.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
  );
  part("xl/_rels/workbook.xml.rels").end(
    `${head}<Relationships xmlns="${packages}/relationships">${[
      ...numbers.map((n) => [`rId${n}`, "worksheet", `worksheets/sheet${n}.xml`]),
      ["rIdS", "styles", "styles.xml"],
      ["rIdT", "sharedStrings", "sharedStrings.xml"],
    ]
      .map(
        ([id, type, target]) =>
          `<Relationship Id="${id}" Type="${office}/relationships/${type}" Target="${target}"/>`,
      )
      .join("")}</Relationships>`,
  );
  part("xl/styles.xml").end(styles);
  const shared = new Map<string, number>();
  for (const [i, sheet] of sheets.entries()) {
    const out = part(`xl/worksheets/sheet${i + 1}.xml`);
    out.write(sheetHead(sheet));
    let row = 0;
    let text = "";
    for (const cells of sheet.head) text += rowXml(++row, cells, 2, shared);
    for await (const cells of sheet.rows) {
      text += rowXml(++row, cells, 1, shared);
      if (text.length < 64 * 1024) continue;
      out.write(text);
      text = "";
      yield* ready;
      ready = [];
    }
    out.end(`${text}${sheetFoot(sheet)}`);
    yield* ready;
    ready = [];
  }
  const strings = [...shared.keys()].map((s) => `<si><t xml:space="preserve">${escaped(s)}</t></si>`);
  part("xl/sharedStrings.xml").end(
    `${head}<sst ${main} uniqueCount="${shared.size}">${strings.join("")}</sst>`,
  );
  zip.end();
  yield* ready;
}

function sheetHead({ head: rows, widths }: SheetToWrite): string {
  const cols = widths
    ?.map((w, i) => `<col min="${i + 1}" max="${i + 1}" width="${w}" customWidth="1"/>`)
    .join("");
  const pane = `<pane ySplit="${rows.length}" topLeftCell="A${rows.length + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `${head}<worksheet ${main}><sheetViews><sheetView workbookViewId="0">${rows.length > 0 ? pane : ""}</sheetView></sheetViews>${cols ? `<cols>${cols}</cols>` : ""}<sheetData>`;
}

function sheetFoot({ merged = [], choices, head: rows }: SheetToWrite): string {
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const lists = [...(choices ?? [])].flatMap(([column, list]) => {
    const formula = `"${list.join(",")}"`;
    const name = columnName(column + 1);
    // A longer list does not open in Excel.
    if (formula.length > 255) return [];
    return `<dataValidation type="list" allowBlank="1" sqref="${name}${rows.length + 1}:${name}1048576"><formula1>${escaped(formula)}</formula1></dataValidation>`;
  });
  return `</sheetData>${merges && `<mergeCells count="${merged.length}">${merges}</mergeCells>`}${lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>` : ""}</worksheet>`;
}

function rowXml(row: number, cells: readonly Written[], style: number, shared: Map<string, number>): string {
  let xml = `<row r="${row}">`;
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (value === null || value === undefined || value === "") continue;
    const at = columnName(i + 1) + row;
    if (typeof value === "number") {
      xml += `<c r="${at}"><v>${value}</v></c>`;
      continue;
    }
    const text = harmless(value);
    let number = shared.get(text);
    if (number === undefined && shared.size < sharedAtMost) {
      number = shared.size;
      shared.set(text, number);
    }
    xml +=
      number === undefined
        ? `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
        : `<c r="${at}" s="${style}" t="s"><v>${number}</v></c>`;
  }
  return `${xml}</row>`;
}
