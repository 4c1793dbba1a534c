import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** scrypt's cost: 2^15 × 8 × 128 bytes = 32 MiB and about a tenth of a second a try. */
const cost = { logN: 15, r: 8, p: 1 } as const;
const keyBytes = 32;

type Cost = { logN: number; r: number; p: number };

/** In NFKC, so that a password typed with full-width letters or another keyboard's accents stays the same. */
function derive(plain: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** logN;
  return new Promise((done, failed) =>
    scrypt(plain.normalize("NFKC"), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? failed(error) : done(key),
    ),
  );
}

/** @returns `scrypt$15$8$1$<salt>$<key>` (base64url): the parameters travel with the hash. */
export async function hashPassword(plain: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(plain, salt, cost);
  return ["scrypt", cost.logN, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join(
    "$",
  );
}

/** Compares in constant time. A text that is not one of our hashes is never equal to anything. */
export async function verifyPassword(plain: string, hash: string): Promise<boolean> {
  const parts = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]{22,})\$([\w-]{43})$/.exec(hash);
  if (!parts) return false;
  const [, logN, r, p, salt = "", key = ""] = parts;
  const stored = { logN: Number(logN), r: Number(r), p: Number(p) };
  // A bound, so that a planted hash cannot make the server take gigabytes.
  if (stored.logN > 20 || stored.r > 16 || stored.p > 4) return false;
  const actual = await derive(plain, Buffer.from(salt, "base64url"), stored);
  return timingSafeEqual(actual, Buffer.from(key, "base64url"));
}

/**
 * The hash of nothing anyone can type: verified against when a username is unknown, to take as long, and kept
 * for an account that only slips let in.
 */
export const nobodysHash = `scrypt$${cost.logN}$${cost.r}$${cost.p}$${"A".repeat(22)}$${"A".repeat(43)}`;
