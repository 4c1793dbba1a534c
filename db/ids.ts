import { randomBytes } from "node:crypto";

/** Random bytes ahead: asking for sixteen at a time costs more than the rest of an id. */
let ahead = randomBytes(0);
function sixteen(): Buffer {
  if (ahead.length < 16) ahead = randomBytes(4096);
  const bytes = ahead.subarray(0, 16);
  ahead = ahead.subarray(16);
  return bytes;
}

/**
 * A new row's id: 48 bits of milliseconds then 80 random bits, as 26 characters of Crockford's base 32
 * (a ULID), so that ids sort by the time they were made and cannot be guessed.
 */
export function newId(): string {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let time = Date.now();
  let stamp = "";
  for (let i = 0; i < 10; i++) {
    stamp = alphabet[time % 32] + stamp;
    time = Math.floor(time / 32);
  }
  let random = "";
  for (const byte of sixteen()) random += alphabet[byte % 32];
  return stamp + random;
}
