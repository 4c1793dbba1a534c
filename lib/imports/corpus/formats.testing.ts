import { zipSync } from "fflate";
import { bookOf, type Case } from "@/lib/imports/corpus/cases.testing";
import { csvOf, head, sheetRows, threePeople } from "@/lib/imports/corpus/people.testing";
import { compoundFile, rawBook } from "@/lib/spreadsheets/testing";

const gb18030 = (text: string): Buffer => {
  // Node decodes GB18030 but does not write it: the other way round, by trying all of its two-byte codes once.
  table.size === 0 && fill();
  return Buffer.concat([...text].map((c) => table.get(c) ?? Buffer.from(c, "latin1")));
};
const table = new Map<string, Buffer>();
function fill(): void {
  const decoder = new TextDecoder("gb18030");
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++) {
      if (b === 0x7f) continue;
      const bytes = Buffer.from([a, b]);
      const c = decoder.decode(bytes);
      if (c.length === 1 && !table.has(c)) table.set(c, bytes);
    }
}

const zip = (names: readonly string[]) =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, new TextEncoder().encode("<a/>")]))));

/** A sheet of so many bytes of nothing. */
const bomb = (bytes: number) =>
  rawBook({
    sheets: [{ rows: sheetRows(threePeople()) }],
    change: (parts) => {
      const start = Buffer.from("<worksheet><sheetData><row>");
      parts["xl/worksheets/sheet1.xml"] = Buffer.concat([start, Buffer.alloc(bytes, " ")]);
    },
  });

/** The whole with what its local and central headers say of sizes halved. */
function lying(): Buffer {
  const bytes = bookOf(threePeople());
  for (let i = 0; i < bytes.length - 30; i++)
    if (bytes.readUInt32LE(i) === 0x02014b50)
      bytes.writeUInt32LE(Math.floor(bytes.readUInt32LE(i + 24) / 2), i + 24);
  return bytes;
}

const withSheet = (xml: string | Uint8Array) =>
  rawBook({
    sheets: [{ rows: sheetRows(threePeople()) }],
    change: (parts) => {
      parts["xl/worksheets/sheet1.xml"] = typeof xml === "string" ? Buffer.from(xml) : xml;
    },
  });

const sheetXml = () => {
  let xml = "";
  rawBook({
    sheets: [{ rows: sheetRows(threePeople()) }],
    change: (parts) => {
      xml = Buffer.from(parts["xl/worksheets/sheet1.xml"]!).toString();
    },
  });
  return xml;
};

/** Files by what they are. */
export const formatCases: readonly Case[] = [
  { name: "a plain workbook", bytes: () => bookOf(threePeople()), expect: { new: 3 } },
  { name: "UTF-8 text", bytes: () => Buffer.from(csvOf(threePeople())), expect: { new: 3 } },
  {
    name: "UTF-8 text with its mark",
    bytes: () => Buffer.from(`\ufeff${csvOf(threePeople())}`),
    expect: { new: 3 },
  },
  {
    name: "GB18030 text",
    bytes: () => gb18030(csvOf(threePeople())),
    expect: { new: 3, values: { "member.name": "张大山" } },
  },
  {
    name: "GB18030 text with a broken name",
    bytes: () => {
      const bytes = gb18030(csvOf([head("C001"), head("C002")]));
      bytes.fill(0xff, bytes.indexOf(gb18030("张大山")), bytes.indexOf(gb18030("张大山")) + 1);
      return bytes;
    },
    expect: { new: 1, refused: ["broken-characters"] },
  },
  {
    name: "UTF-16 text with tabs, as a spreadsheet's Unicode text",
    bytes: () => Buffer.from(`\ufeff${csvOf(threePeople(), "\t")}`, "utf16le"),
    expect: { new: 3 },
  },
  { name: "text with semicolons", bytes: () => Buffer.from(csvOf(threePeople(), ";")), expect: { new: 3 } },
  {
    name: "text with a line end within a cell",
    bytes: () => Buffer.from(csvOf([head("C001", { 住址: "二组\n村口, 东边" }), head("C002")])),
    expect: { new: 2, values: { "household.address": "二组 村口, 东边" } },
  },
  {
    name: "text with a quote that never ends",
    bytes: () => Buffer.from(`${csvOf(threePeople())}"C009,张`),
    expect: { file: "broken" },
  },
  { name: "nothing at all", bytes: () => Buffer.alloc(0), expect: { file: "no-rows" } },
  { name: "blank lines", bytes: () => Buffer.from("\r\n\r\n,,,\r\n"), expect: { file: "no-rows" } },
  {
    name: "a program called .xlsx",
    bytes: () => Buffer.concat([Buffer.from("MZ\u0090\0"), Buffer.alloc(2000)]),
    expect: { file: "not-a-table" },
  },
  {
    name: "a PDF called .csv",
    bytes: () => Buffer.from("%PDF-1.7\n1 0 obj <<>>\n"),
    expect: { file: "not-a-table" },
  },
  {
    name: "noise",
    bytes: () => Buffer.from(Array.from({ length: 5000 }, (_, i) => 128 + ((i * 7919) % 127))),
    expect: { file: "not-a-table" },
  },
  {
    name: "noise that is no text in any encoding",
    bytes: () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i % 3 === 0 ? 255 : 128))),
    expect: { file: "encoding" },
  },
  { name: "the old format", bytes: () => compoundFile("Workbook"), expect: { file: "old-excel" } },
  {
    name: "the oldest format",
    bytes: () => Buffer.concat([Buffer.from("0908080000050500", "hex"), Buffer.alloc(500)]),
    expect: { file: "old-excel" },
  },
  {
    name: "a workbook behind a password",
    bytes: () => compoundFile("EncryptedPackage"),
    expect: { file: "locked" },
  },
  {
    name: "a workbook with macros",
    bytes: () =>
      bookOf(threePeople(), {
        change: (parts) => {
          parts["xl/vbaProject.bin"] = Buffer.from("x");
        },
      }),
    expect: { file: "macros" },
  },
  {
    name: "a workbook that says it may have macros",
    bytes: () =>
      bookOf(threePeople(), { contentType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }),
    expect: { file: "macros" },
  },
  {
    name: "another office's format",
    bytes: () => zip(["mimetype", "content.xml"]),
    expect: { file: "other-format" },
  },
  {
    name: "a letter",
    bytes: () => zip(["[Content_Types].xml", "word/document.xml"]),
    expect: { file: "other-format" },
  },
  { name: "a zip of photographs", bytes: () => zip(["a.jpg", "b.jpg"]), expect: { file: "not-a-table" } },
  { name: "a zip bomb", bytes: () => bomb(64 * 1024 * 1024), expect: { file: "inflates" } },
  { name: "a zip that lies of its sizes", bytes: lying, expect: { file: "broken" } },
  { name: "half a file", bytes: () => bookOf(threePeople()).subarray(0, 1500), expect: { file: "broken" } },
  {
    name: "a zip with its middle missing",
    bytes: () => {
      const b = bookOf(threePeople());
      b.fill(0, 1200, 1500);
      return b;
    },
    expect: { file: "broken" },
  },
  {
    name: "XML that is none",
    bytes: () => withSheet("<worksheet><sheetData><row></sheetData>"),
    expect: { file: "broken" },
  },
  {
    name: "entities that would expand",
    bytes: () =>
      withSheet(
        `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
      ),
    expect: { file: "broken" },
  },
  {
    name: "a column that cannot be",
    bytes: () =>
      withSheet('<worksheet><sheetData><row r="1"><c r="ZZZZZ1"><v>1</v></c></row></sheetData></worksheet>'),
    expect: { file: "broken" },
  },
  {
    name: "a shared string that is not there",
    bytes: () =>
      withSheet(
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>9</v></c></row></sheetData></worksheet>',
      ),
    expect: { file: "broken" },
  },
  {
    name: "1,048,576 rows of nothing below the table",
    bytes: () => {
      const rows = Array.from({ length: 1_048_572 }, (_, i) => `<row r="${i + 5}"/>`).join("");
      return withSheet(sheetXml().replace("</sheetData>", `${rows}</sheetData>`));
    },
    expect: { new: 3 },
  },
  {
    name: "cells without references",
    bytes: () => withSheet(sheetXml().replace(/<(row|c) r="[A-Z]*\d+"/g, "<$1")),
    expect: { new: 3, values: { code: "C001" } },
  },
  {
    name: "names with a prefix",
    bytes: () =>
      withSheet(
        sheetXml()
          .replace(/<(\/?)(?=[a-z])/g, "<$1x:")
          .replace("xmlns=", "xmlns:x="),
      ),
    expect: { new: 3 },
  },
  {
    name: "parts named from the root, the workbook elsewhere",
    bytes: () =>
      bookOf(threePeople(), {
        change: (parts) => {
          for (const [from, to] of [
            ["xl/workbook.xml", "book/wb.xml"],
            ["xl/_rels/workbook.xml.rels", "book/_rels/wb.xml.rels"],
          ] as const) {
            parts[to] = parts[from]!;
            delete parts[from];
          }
          const replaced = (name: string, from: string, to: string) => {
            parts[name] = Buffer.from(Buffer.from(parts[name]!).toString().replaceAll(from, to));
          };
          replaced("_rels/.rels", "xl/workbook.xml", "/book/wb.xml");
          replaced("book/_rels/wb.xml.rels", 'Target="', 'Target="/xl/');
        },
      }),
    expect: { new: 3 },
  },
];
