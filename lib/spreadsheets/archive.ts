import { Readable } from "node:stream";
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import { limits, refuseFile } from "@/lib/spreadsheets/problems";
import { type ByteSource, chunksOf } from "@/lib/spreadsheets/source";

/** A zip that cannot harm: names are only looked up, and what is unpacked is counted as it comes. */
export type Archive = {
  names: readonly string[];
  has: (name: string) => boolean;
  /** @throws Refusal file broken, locked, inflates */
  chunks: (name: string) => AsyncGenerator<Buffer>;
  /** A whole small part as text. @throws as `chunks`; broken over 8 MB. */
  text: (name: string) => Promise<string>;
  close: () => void;
};

class Reader extends RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super();
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(chunksOf(this.source, start, end), { objectMode: false });
  }
}

/** @throws Refusal file broken (a zip that is none), locked */
export async function openArchive(source: ByteSource): Promise<Archive> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  const zip = await fromRandomAccessReaderPromise(new Reader(source), source.size, options).catch(() =>
    refuseFile("broken"),
  );
  const entries = new Map<string, Entry>();
  try {
    if (zip.entryCount > limits.entries) refuseFile("broken");
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ""), entry);
  } catch {
    return refuseFile("broken");
  }
  let inflated = 0;
  async function* chunks(name: string): AsyncGenerator<Buffer> {
    for await (const chunk of unpacked(zip, entries.get(name))) {
      inflated += chunk.length;
      if (inflated > limits.inflatedBytes) refuseFile("inflates");
      if (inflated > limits.ratioFromBytes && inflated > source.size * limits.ratio) refuseFile("inflates");
      yield chunk;
    }
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    chunks,
    text: async (name) => {
      const parts: Buffer[] = [];
      let size = 0;
      for await (const chunk of chunks(name)) {
        size += chunk.length;
        if (size > 8 * 1024 * 1024) refuseFile("broken");
        parts.push(chunk);
      }
      return Buffer.concat(parts).toString("utf8");
    },
    close: () => zip.close(),
  };
}

async function* unpacked(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) return refuseFile("broken");
  if (entry.isEncrypted()) return refuseFile("locked");
  let stream: Readable;
  try {
    stream = await zip.openReadStreamPromise(entry);
  } catch {
    return refuseFile("broken");
  }
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    for (;;) {
      // Only what the archive itself throws is its fault, not what the reader of a chunk does.
      const next = await chunks.next().catch(() => refuseFile("broken"));
      if (next.done) return;
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}
