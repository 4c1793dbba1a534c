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

/** Nonce, tag and ciphertext of AES-256-GCM under a key. */
function encrypt(plain: Buffer, at: Place, key: Buffer): Buffer {
  const fresh = nonce();
  const cipher = createCipheriv("aes-256-gcm", key, fresh);
  cipher.setAAD(place(at));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([fresh, cipher.getAuthTag(), body]);
}

function decrypt(bytes: Buffer, at: Place, key: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAAD(place(at));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

function keyOf(algorithm: string | undefined, keyId: string, keys: Keys): Buffer {
  const key = keys.seal.get(keyId);
  if (algorithm !== "g1" || !key)
    throw new Error(`Sealed with an unknown key or algorithm (${algorithm}.${keyId})`);
  return key;
}

/**
 * AES-256-GCM. The text form is `g1.<key id>.<base64url of nonce, tag, ciphertext>`; g1 names the algorithm.
 */
export function seal(plain: string, at: Place, keys: Keys = presentKeys()): string {
  const sealed = encrypt(Buffer.from(plain, "utf8"), at, keys.seal.get(keys.currentId)!);
  return `g1.${keys.currentId}.${sealed.toString("base64url")}`;
}

/** @throws Error when the key is unknown, or the value was altered or moved from its place. */
export function unseal(sealed: string, at: Place, keys: Keys = presentKeys()): string {
  const [algorithm, keyId = "", data = ""] = sealed.split(".");
  const key = keyOf(algorithm, keyId, keys);
  return decrypt(Buffer.from(data, "base64url"), at, key).toString("utf8");
}

/** The same for bytes: `g1.<key id>.` in ASCII, then nonce, tag and ciphertext as they are. */
export function sealBytes(plain: Buffer, at: Place, keys: Keys = presentKeys()): Buffer {
  const sealed = encrypt(plain, at, keys.seal.get(keys.currentId)!);
  return Buffer.concat([Buffer.from(`g1.${keys.currentId}.`, "ascii"), sealed]);
}

/** @throws Error when the key is unknown, or the bytes were altered or moved from their place. */
export function unsealBytes(sealed: Buffer, at: Place, keys: Keys = presentKeys()): Buffer {
  const second = sealed.indexOf(".", sealed.indexOf(".") + 1);
  const [algorithm, keyId = ""] = sealed.toString("ascii", 0, Math.max(second, 0)).split(".");
  return decrypt(sealed.subarray(second + 1), at, keyOf(algorithm, keyId, keys));
}

type IndexKind = "id-number" | "phone" | "one-time-code";
const indexBy = (key: Buffer, plain: string, kind: IndexKind) =>
  createHmac("sha256", key).update(`${kind}:${plain}`).digest("base64url");

/** Keyed lookup value (HMAC-SHA-256); equal plain values give equal indexes, nothing else can be learned. */
export const blindIndex = (plain: string, kind: IndexKind, keys: Keys = presentKeys()): string =>
  indexBy(keys.blind, plain, kind);

/** What to look a value up by: while keys are being rotated, its row may still have an older key's index. */
export const blindIndexes = (plain: string, kind: IndexKind, keys: Keys = presentKeys()): string[] =>
  keys.blinds.map((key) => indexBy(key, plain, kind));

/** The id of the key a value was sealed with, or null when it is no sealed value. */
export const keyIdOf = (sealed: string): string | null =>
  /^g1\.([a-z0-9-]{1,16})\./.exec(sealed)?.[1] ?? null;
