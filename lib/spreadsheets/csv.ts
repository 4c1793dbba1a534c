import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import type { SheetRow } from "@/lib/spreadsheets/cells";
import { unharmed } from "@/lib/spreadsheets/cells";
import { limits, refuseFile } from "@/lib/spreadsheets/problems";
import { type ByteSource, chunksOf } from "@/lib/spreadsheets/source";

/** What a text file's bytes mean: by its mark, else UTF-8 if all of it is, else what Excel writes in China. */
async function encodingOf(source: ByteSource): Promise<"utf-8" | "gb18030" | "utf-16le" | "utf-16be"> {
  const mark = (await source.read(0, 3)).toString("hex");
  if (mark === "efbbbf") return "utf-8";
  if (mark.startsWith("fffe")) return "utf-16le";
  if (mark.startsWith("feff")) return "utf-16be";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of chunksOf(source)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return "utf-8";
  } catch {
    return "gb18030";
  }
}

/** What every broken place becomes; the row it stands in is refused by whoever reads the cell. */
export const brokenCharacter = "\ufffd";

/** @throws Refusal file encoding when so much is broken that it is no text at all. */
async function* textOf(source: ByteSource): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(source));
  let broken = 0;
  let all = 0;
  for await (const chunk of chunksOf(source)) {
    const text = decoder.decode(chunk, { stream: true });
    all += text.length;
    broken += text.split(brokenCharacter).length - 1;
    if (broken > 50 && broken * 50 > all) refuseFile("encoding");
    yield text;
  }
  yield decoder.decode();
}

const separators = [",", "\t", ";", "\uff0c"] as const;

/** The separator that stands most often in the first lines. */
function separatorOf(head: string): string {
  const lines = head.split("\n", 6).join("\n");
  const count = (separator: string) => lines.split(separator).length;
  return separators.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/**
 * The rows of a .csv, some at a time; every cell is text, since the format knows nothing else.
 * @throws Refusal file encoding, broken, too-many-rows
 */
export async function* csvRows(source: ByteSource, sheet: string): AsyncGenerator<SheetRow[]> {
  const text = textOf(source);
  const first = await text.next();
  const head = first.done ? "" : first.value;
  async function* whole() {
    yield head;
    yield* text;
  }
  const parser = parse({
    bom: true,
    delimiter: separatorOf(head),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
  });
  // Each end that breaks takes the other with it; what broke is heard below.
  pipeline(Readable.from(whole()), parser, () => undefined);
  let row = 0;
  let batch: SheetRow[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row++;
      if (record.every((text) => text.trim() === "")) continue;
      if (row > limits.rows) refuseFile("too-many-rows");
      const cells = record
        .slice(0, limits.columns)
        .map((value) => (value === "" ? undefined : ({ kind: "text", text: unharmed(value) } as const)));
      batch.push({ sheet, row, cells });
      if (batch.length >= 200) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    // csv-parse's own errors quote the line they stumble over.
    if (error instanceof Error && "code" in error && String(error.code).startsWith("CSV_"))
      return refuseFile("broken");
    throw error;
  } finally {
    parser.destroy();
  }
  if (batch.length > 0) yield batch;
}
