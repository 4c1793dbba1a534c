import { randomBytes } from "node:crypto";

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
  for (const byte of randomBytes(16)) random += alphabet[byte % 32];
  return stamp + random;
}
