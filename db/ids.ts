import { randomBytes } from "node:crypto";

/** Random bytes ahead: asking for sixteen at a time costs more than the rest of an id. */
let ahead = randomBytes(0);
function sixteen(): Buffer {
  if (ahead.length < 16) ahead = randomBytes(4096);
  const bytes = ahead.subarray(0, 16);
  ahead = ahead.subarray(16);
  return bytes;
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The stamp of the last millisecond asked for: in bulk, thousands of ids share one. */
let stamped = { time: -1, text: "" };
function stampOf(time: number): string {
  if (time === stamped.time) return stamped.text;
  let rest = time;
  let text = "";
  for (let i = 0; i < 10; i++) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  stamped = { time, text };
  return text;
}

/**
 * A new row's id: 48 bits of milliseconds then 80 random bits, as 26 characters of Crockford's base 32
 * (a ULID), so that ids sort by the time they were made and cannot be guessed.
 */
export function newId(): string {
  const bytes = sixteen();
  let id = stampOf(Date.now());
  for (let i = 0; i < 16; i++) id += alphabet[bytes[i]! & 31];
  return id;
}
