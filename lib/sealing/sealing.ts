import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { type Keys, keys as presentKeys } from "@/lib/sealing/keys";

/** Where a sealed value lives; authenticated with it, so that it cannot be moved to another row or column. */
export type Place = { table: string; row: string; column: string };

const place = (p: Place) => Buffer.from(`${p.table}:${p.row}:${p.column}`);

let drawn = Buffer.alloc(0);
/** 12 bytes of chance, drawn 512 at a time: asking the system for each costs more than the sealing itself. */
function nonce(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(12 * 512);
  const next = drawn.subarray(0, 12);
  drawn = drawn.subarray(12);
  return next;
}

/**
 * AES-256-GCM. The text form is `g1.<key id>.<base64url of nonce, tag, ciphertext>`; g1 names the algorithm.
 */
export function seal(plain: string, at: Place, keys: Keys = presentKeys()): string {
  const fresh = nonce();
  const cipher = createCipheriv("aes-256-gcm", keys.seal.get(keys.currentId)!, fresh);
  cipher.setAAD(place(at));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return `g1.${keys.currentId}.${Buffer.concat([fresh, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** @throws Error when the key is unknown, or the value was altered or moved from its place. */
export function unseal(sealed: string, at: Place, keys: Keys = presentKeys()): string {
  const [algorithm, keyId = "", data = ""] = sealed.split(".");
  const key = keys.seal.get(keyId);
  if (algorithm !== "g1" || !key)
    throw new Error(`Sealed with an unknown key or algorithm (${algorithm}.${keyId})`);
  const bytes = Buffer.from(data, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAAD(place(at));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** Keyed lookup value (HMAC-SHA-256); equal plain values give equal indexes, nothing else can be learned. */
export function blindIndex(plain: string, kind: "id-number" | "phone", keys: Keys = presentKeys()): string {
  return createHmac("sha256", keys.blind).update(`${kind}:${plain}`).digest("base64url");
}
