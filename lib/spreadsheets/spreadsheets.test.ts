import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { type Cell, columnName, dayOfSerial, harmless, unharmed } from "@/lib/spreadsheets/cells";
import { limits } from "@/lib/spreadsheets/problems";
import { openSpreadsheet } from "@/lib/spreadsheets/read";
import {
  type ByteSource,
  bytesSource,
  fileSource,
  sealedSource,
  writeSealed,
} from "@/lib/spreadsheets/source";
import { type Written, writeXlsx } from "@/lib/spreadsheets/write";

const folder = mkdtempSync(join(tmpdir(), "sanjin-sheets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

async function rowsIn(source: ByteSource) {
  const book = await openSpreadsheet(source);
  const rows = [];
  for (const sheet of book.sheets) for await (const batch of sheet.rows()) rows.push(...batch);
  await book.close();
  return rows;
}

const written = (rows: readonly (readonly Written[])[], head: readonly string[] = ["甲"]) =>
  whole(writeXlsx([{ name: "表", head: [head], rows }]));

describe("a written sheet", () => {
  it("reads back as it was given: text as text, numbers as numbers, whatever they look like", async () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc.constantFrom(
        "690724196804121014",
        "007",
        "1e5",
        "=1+1",
        "+86",
        "-3",
        "@x",
        "'quoted",
        "a\nb",
        "<&>\"'",
        "𫖯𠮷",
      ),
    );
    // A sheet knows no minus zero.
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
    const cell = fc.oneof(text, number, fc.constant(null));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), async (given) => {
        const read = await rowsIn(bytesSource(await written(given)));
        for (const [i, row] of given.entries()) {
          const cells = read.find((one) => one.row === i + 2)?.cells ?? [];
          for (const [column, value] of row.entries()) {
            // What XML cannot hold is left out, and line ends are XML's own.
            const plain =
              typeof value === "string"
                ? value.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "").replace(/\r\n?/g, "\n")
                : value;
            const at: Cell | undefined = cells[column];
            if (plain === null || plain === "") expect(at).toBeUndefined();
            else if (typeof plain === "number") expect(at).toMatchObject({ kind: "number", number: plain });
            else expect(at).toEqual({ kind: "text", text: unharmed(harmless(plain)) });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("holds no formula, and nothing that becomes one", async () => {
    const names = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "−1"];
    const parts = unzipSync(await written(names.map((name) => [name])));
    const xml = Object.values(parts)
      .map((part) => Buffer.from(part).toString())
      .join("");
    expect(xml).not.toMatch(/<f>/);
    for (const text of xml.matchAll(/<t[^>]*>([^<]*)</g)) expect(text[1]).not.toMatch(/^[=+\-@\t＝＋－＠−]/);
    expect(
      (await rowsIn(bytesSource(await written(names.map((name) => [name])))))
        .slice(1)
        .map((row) => row.cells[0]?.text),
    ).toEqual(names);
  });

  it("keeps text cells text by their format, for whoever types into them", async () => {
    const parts = unzipSync(await written([["007"]]));
    expect(Buffer.from(parts["xl/styles.xml"]!).toString()).toContain('numFmtId="49"');
    expect(Buffer.from(parts["xl/worksheets/sheet1.xml"]!).toString()).toContain('s="1" t="s"');
  });
});

describe("a sealed file", () => {
  it("holds nothing of what was put into it, is nobody else's to read, and opens anywhere with its key", async () => {
    const path = join(folder, "sealed");
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => `690724196804121014 ${i};`).join(""));
    async function* pieces() {
      for (let i = 0; i < bytes.length; i += 7001) yield bytes.subarray(i, i + 7001);
    }
    const key = await writeSealed(path, pieces());
    expect(key.size).toBe(bytes.length);
    expect(readFileSync(path).includes("690724196804121014")).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const source = await sealedSource(path, key);
    for (const [at, length] of [
      [0, 10],
      [1, 100],
      [15, 17],
      [16, 16],
      [99_999, 70_000],
      [bytes.length - 5, 100],
    ] as const)
      expect((await source.read(at, length)).equals(bytes.subarray(at, at + length)), `${at}`).toBe(true);
    await source.close();
  });

  it("is refused as soon as it is too large", async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(1024 * 1024);
    }
    await expect(writeSealed(join(folder, "large"), endless())).rejects.toMatchObject({
      code: "file",
      data: { problem: "too-large" },
    });
    const path = join(folder, "too-large");
    const { writeFileSync } = await import("node:fs");
    writeFileSync(path, Buffer.alloc(limits.fileBytes + 1));
    await expect(fileSource(path)).rejects.toMatchObject({ data: { problem: "too-large" } });
  });
});

it("names columns as spreadsheets do", () => {
  expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnName)).toEqual([
    "A",
    "Z",
    "AA",
    "AZ",
    "BA",
    "ZZ",
    "AAA",
    "XFD",
  ]);
});

it("counts days as both systems do", () => {
  expect([1, 59, 61, 43_100].map((n) => dayOfSerial(n, false))).toEqual([
    "1900-01-01",
    "1900-02-28",
    "1900-03-01",
    "2017-12-31",
  ]);
  expect([0, 41_638].map((n) => dayOfSerial(n, true))).toEqual(["1904-01-01", "2017-12-31"]);
  expect([-1, 0, 3_000_000, Number.NaN].map((n) => dayOfSerial(n, false))).toEqual([null, null, null, null]);
});
