import { deflateRawSync, inflateRawSync } from "node:zlib";

/** A small window: what is packed is a few kilobytes, and a large one costs more to set up than it saves. */
const options = { level: 1, windowBits: 12, memLevel: 5 } as const;
const plain = 0;
const packed = 1;
/** Shorter texts gain nothing. */
const packFrom = 1200;

/** A text on its way to be sealed, packed when that pays; sealed bytes can no longer be. @param tries false: as it is. */
export function pack(text: string, tries = true): Buffer {
  const bytes = Buffer.from(text, "utf8");
  return !tries || bytes.length < packFrom
    ? Buffer.concat([Buffer.of(plain), bytes])
    : Buffer.concat([Buffer.of(packed), deflateRawSync(bytes, options)]);
}

/** @throws Error for what `pack` did not make. */
export function unpack(bytes: Buffer): string {
  const rest = bytes.subarray(1);
  if (bytes[0] === plain) return rest.toString("utf8");
  if (bytes[0] === packed) return inflateRawSync(rest).toString("utf8");
  throw new Error("not packed by us");
}
