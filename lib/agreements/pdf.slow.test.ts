import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { AgreementTerms } from "@/db/agreement-terms";
import { all, factsOf } from "@/lib/agreements/paper.testing";
import { paperPdf } from "@/lib/agreements/pdf";
import { type PaperFacts, paperOf } from "@/lib/agreements/text";

const folder = mkdtempSync(join(tmpdir(), "sanjin-pdf-"));
afterAll(() => rmSync(folder, { recursive: true }));

const url = "https://sanjin.example/agreements/01J00000000000000000000000";
async function pdfOf(facts: PaperFacts, name: string) {
  const bytes = await paperPdf(paperOf(facts, "zh"), url);
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, bytes);
  const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  return {
    bytes,
    path,
    text: text.replace(/\s/g, ""),
    pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
    info,
  };
}

/** The page in gray, one byte a pixel. */
function pixels(path: string): { width: number; height: number; gray: Buffer } {
  execFileSync("pdftoppm", ["-gray", "-r", "72", "-singlefile", path, join(folder, "page")]);
  const file = readFileSync(join(folder, "page.pgm"));
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString("latin1", 0, 40)) ?? [];
  const size = Number(width) * Number(height);
  return { width: Number(width), height: Number(height), gray: file.subarray(file.length - size) };
}
const darkIn = (
  { width, gray }: ReturnType<typeof pixels>,
  [left, top, right, bottom]: readonly [number, number, number, number],
) => {
  let dark = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) if ((gray[y * width + x] ?? 255) < 128) dark += 1;
  return dark / ((right - left) * (bottom - top));
};

describe("the PDF of an agreement", () => {
  it.each(Object.keys(all) as AgreementTerms["kind"][])(
    "of %s is one small A4 page whose text can be selected",
    async (kind) => {
      const facts = factsOf(kind);
      const { bytes, text, pages, info } = await pdfOf(facts, kind);
      expect(pages).toBe(1);
      expect(info).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
      expect(bytes.length).toBeLessThan(200_000);
      const paper = paperOf(facts, "zh");
      for (const { heading, body } of paper.clauses) {
        expect(text).toContain(heading);
        expect(text).toContain(body.replace(/\s/g, "").slice(0, 12));
      }
      for (const part of [paper.title, "690724196804121014", "91690724DEMA00013L", "2026-000123"])
        expect(text).toContain(part);
    },
  );

  it("is drawn, not only said: every character has its ink, and the square is there to scan", async () => {
    const facts = factsOf("equity");
    const { path } = await pdfOf(facts, "drawn");
    const page = pixels(path);
    expect([page.width, page.height]).toEqual([596, 842]);
    // The title's line, the body, the square at the lower right; the margins stay white.
    expect(darkIn(page, [200, 50, 396, 90])).toBeGreaterThan(0.03);
    expect(darkIn(page, [60, 200, 530, 500])).toBeGreaterThan(0.015);
    const square = darkIn(page, [480, 745, 541, 806]);
    expect(square).toBeGreaterThan(0.3);
    expect(square).toBeLessThan(0.7);
    expect(darkIn(page, [0, 0, 40, 842])).toBe(0);
    // A font whose glyphs are blank would leave the same text without ink.
    const blank = { ...facts, household: { ...facts.household, place: "" } };
    const without = pixels((await pdfOf(blank, "without")).path);
    const row = [300, 130, 545, 215] as const;
    expect(darkIn(page, row)).toBeGreaterThan(darkIn(without, row));
  });

  it("with many changes and long names still fits its page", async () => {
    const facts = factsOf("equity");
    const annexes = Array.from({ length: 6 }, (_, i) => ({
      number: i + 1,
      kind: "change",
      state: "agreed" as const,
      effectiveOn: `202${7 + Math.floor(i / 2)}-0${1 + (i % 2)}-01`,
      terms: { ...facts.terms, guaranteedBp: 510 + i * 10 } as AgreementTerms,
    }));
    const names = { M1: "阿卜杜勒·买买提", M2: "欧阳娜娜", M3: "司马相如" };
    const { pages, text } = await pdfOf({ ...facts, names, annexes }, "long");
    expect(pages).toBe(1);
    expect(text).toContain("补充协议6");
  });
});
