import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fontkit from "@pdf-lib/fontkit";
import { PDFDocument, type PDFFont, type PDFPage, rgb } from "pdf-lib";
import subsetFont from "subset-font";
import { encode } from "uqr";
import type { Paper } from "@/lib/agreements/text";
import { wrap } from "@/lib/agreements/wrap";

/**
 * The agreement as a PDF of one A4 page: text that can be selected, the QR of its page. The type is cut down to
 * the characters used by harfbuzz (subset-font) and embedded whole; pdf-lib's own subsetting draws most Chinese
 * glyphs blank.
 */
const width = 595.28;
const height = 841.89;
const margin = 54;
const inner = width - 2 * margin;
const ink = rgb(0.12, 0.12, 0.12);
const soft = rgb(0.38, 0.38, 0.38);

const store = globalThis as { sanjinPaperFonts?: Map<string, Promise<Buffer>> };

/** A weight of the whole font, read once a process (10 MB each). */
function fontFile(weight: "400Regular" | "700Bold"): Promise<Buffer> {
  store.sanjinPaperFonts ??= new Map();
  const known = store.sanjinPaperFonts.get(weight);
  if (known) return known;
  const path = join(
    process.cwd(),
    "node_modules/@expo-google-fonts/noto-sans-sc",
    weight,
    `NotoSansSC_${weight}.ttf`,
  );
  const file = readFile(path);
  file.catch(() => store.sanjinPaperFonts?.delete(weight));
  store.sanjinPaperFonts.set(weight, file);
  return file;
}

/** Every character the page may need, so that the cut-down fonts hold them. */
const charactersOf = (paper: Paper): string => [...new Set(JSON.stringify(paper))].join("");

type Fonts = { regular: PDFFont; bold: PDFFont };
type Draw = { page: PDFPage; fonts: Fonts; size: number; y: number };

/** @param url where its page is: the QR leads there. @throws Error when it does not fit on one page at 8 points. */
export async function paperPdf(paper: Paper, url: string): Promise<Uint8Array> {
  const text = charactersOf(paper);
  const doc = await PDFDocument.create();
  doc.registerFontkit(fontkit);
  const cut = async (weight: "400Regular" | "700Bold") =>
    doc.embedFont(await subsetFont(await fontFile(weight), text, { targetFormat: "sfnt" }), {
      subset: false,
    });
  const fonts = { regular: await cut("400Regular"), bold: await cut("700Bold") };
  doc.setTitle(`${paper.title} ${paper.number}`);
  doc.setLanguage("zh-CN");
  const size = [11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8].find((one) => bottomOf(paper, fonts, one) >= margin);
  if (!size) throw new Error("an agreement does not fit on one page");
  const page = doc.addPage([width, height]);
  layOut({ page, fonts, size, y: height - margin }, paper);
  drawQr(page, url);
  return doc.save();
}

/** Where the text would end at a size, above the signatures and the QR. */
const bottomOf = (paper: Paper, fonts: Fonts, size: number): number =>
  layOut({ page: null, fonts, size, y: height - margin }, paper);

/** Lays the page out from the top; without a page it only measures. @returns the lowest y used. */
function layOut(at: Omit<Draw, "page"> & { page: PDFPage | null }, paper: Paper): number {
  const { page, fonts, size } = at;
  let { y } = at;
  const lineHeight = size * 1.5;
  const put = (text: string, x: number, font: PDFFont, points = size, color = ink) =>
    page?.drawText(text, { x, y, size: points, font, color });
  const paragraph = (text: string, font: PDFFont, { x = margin, room = inner, points = size } = {}) => {
    for (const line of wrap(text, room, (one) => font.widthOfTextAtSize(one, points))) {
      y -= points * 1.5;
      put(line, x, font, points);
    }
  };
  y -= size * 1.9;
  put(
    paper.title,
    (width - fonts.bold.widthOfTextAtSize(paper.title, size * 1.9)) / 2,
    fonts.bold,
    size * 1.9,
  );
  y -= lineHeight * 1.2;
  const numbered = [paper.number, ...paper.notes].join("    ");
  put(
    numbered,
    width - margin - fonts.regular.widthOfTextAtSize(numbered, size * 0.9),
    fonts.regular,
    size * 0.9,
    soft,
  );
  y -= size * 0.4;
  const column = (inner - 24) / 2;
  const top = y;
  let lowest = y;
  for (const [i, party] of paper.parties.entries()) {
    const box = { x: margin + i * (column + 24), room: column };
    y = top;
    paragraph(party.heading, fonts.bold, box);
    for (const line of [party.name, ...party.lines])
      paragraph(line, fonts.regular, { ...box, points: size * 0.95 });
    lowest = Math.min(lowest, y);
  }
  y = lowest - size * 0.6;
  paragraph(paper.lead, fonts.regular);
  for (const { heading, body } of paper.clauses) {
    y -= size * 0.45;
    paragraph(heading, fonts.bold);
    paragraph(body, fonts.regular, { x: margin + size * 2, room: inner - size * 2 });
  }
  y -= lineHeight;
  const signTop = y;
  for (const [i, sign] of paper.signs.entries()) {
    const box = { x: margin + i * (column + 24), room: column };
    y = signTop;
    paragraph(sign.heading, fonts.bold, box);
    if (sign.line) paragraph(sign.line, fonts.regular, { ...box, points: size * 0.95 });
    else y -= lineHeight * 2;
    paragraph(sign.blank, fonts.regular, box);
    lowest = Math.min(lowest, y);
  }
  y = Math.min(lowest, margin + qrSize);
  // The foot stands beside the QR, at the bottom.
  const foot = wrap(paper.foot, inner - qrSize - 16, (one) => fonts.regular.widthOfTextAtSize(one, 8.5));
  for (const [i, line] of foot.entries()) {
    page?.drawText(line, {
      x: margin,
      y: margin - 14 + (foot.length - i) * 13,
      size: 8.5,
      font: fonts.regular,
      color: soft,
    });
  }
  return lowest - 13 * foot.length - 4 < margin ? 0 : lowest - qrSize < margin - 24 ? 0 : lowest;
}

const qrSize = 62;

function drawQr(page: PDFPage, url: string): void {
  const { data, size } = encode(url, { border: 0, ecc: "M" });
  const cell = qrSize / size;
  const x = width - margin - qrSize;
  const y = margin - 20;
  for (const [row, cells] of data.entries())
    for (const [column, dark] of cells.entries())
      if (dark)
        page.drawRectangle({
          x: x + column * cell,
          y: y + (size - 1 - row) * cell,
          // A hair wider, so that no reader shows seams between cells.
          width: cell + 0.05,
          height: cell + 0.05,
          color: ink,
        });
}
