import { hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Keys at rest. SANJIN_KEYS lists master secrets as `id:base64` separated by commas, the first one current;
 * older ones stay readable until rotated away. In demo mode a secret is made on first start and kept in
 * data/ with mode 0600; live mode refuses to start without strong ones.
 */
export type Keys = {
  currentId: string;
  seal: Map<string, Buffer>;
  /** Of the current secret; what a new index is made with. */
  blind: Buffer;
  /** Of every secret, the current one first: until rotated away, an index may be any of these. */
  blinds: readonly Buffer[];
};

const store = globalThis as { sanjinKeys?: Keys };

function demoSecret(file: string): string {
  const path = join(process.cwd(), "data", file);
  if (!existsSync(path)) {
    mkdirSync(join(process.cwd(), "data"), { recursive: true, mode: 0o700 });
    // "wx": two starts at once must not each make their own.
    try {
      writeFileSync(path, randomBytes(32).toString("base64"), { mode: 0o600, flag: "wx" });
      console.log(`sanjin: made a secret for this demo, kept in data/${file}`);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    chmodSync(path, 0o600);
  }
  return readFileSync(path, "utf8").trim();
}

/** `demo` unless SANJIN_MODE says `live`. @throws Error for any other word: a typing error must not open a demo. */
export function mode(): "demo" | "live" {
  const given = process.env.SANJIN_MODE || "demo";
  if (given !== "demo" && given !== "live") throw new Error("SANJIN_MODE must be demo or live");
  return given;
}

const isLive = () => mode() === "live";

/** A secret someone typed (one word repeated, a run of one key) has few different characters or bytes. */
const isVaried = (secret: Iterable<unknown>, different: number) => new Set(secret).size >= different;

/** @throws Error when AUTH_SECRET is weak, or missing in live mode. */
export function authSecret(): string {
  const given = process.env.AUTH_SECRET;
  if (!given && !isLive()) return demoSecret("auth-secret");
  if (!given || given.length < 32 || !isVaried(given, 10))
    throw new Error("AUTH_SECRET must be set to at least 32 random characters");
  return given;
}

/**
 * What a server asks of its environment before it serves.
 * @throws Error naming the setting that is missing or weak; in live mode also for a moved clock.
 */
export function assertSecrets(): void {
  authSecret();
  keys();
  if (isLive() && process.env.SANJIN_TODAY) throw new Error("SANJIN_TODAY is refused in live mode");
}

/** @throws Error in live mode when SANJIN_KEYS is missing or weak. */
export function keys(): Keys {
  store.sanjinKeys ??= readKeys();
  return store.sanjinKeys;
}

function readKeys(): Keys {
  const given = process.env.SANJIN_KEYS;
  if (!given && isLive())
    throw new Error("SANJIN_KEYS must be set in live mode: id:base64 of 32 random bytes");
  const list = (given ?? `demo:${demoSecret("sealing-key")}`).split(",").map((part) => {
    const [id = "", secret = ""] = part.trim().split(":");
    const bytes = Buffer.from(secret, "base64");
    if (!/^[a-z0-9-]{1,16}$/.test(id) || bytes.length < 32 || !isVaried(bytes, 16))
      throw new Error("SANJIN_KEYS: each key is id:base64 of at least 32 random bytes");
    return { id, bytes };
  });
  const [first] = list;
  if (!first) throw new Error("SANJIN_KEYS is empty");
  const derive = (bytes: Buffer, use: string) => Buffer.from(hkdfSync("sha256", bytes, "", use, 32));
  const blinds = list.map(({ bytes }) => derive(bytes, "sanjin blind index"));
  return {
    currentId: first.id,
    seal: new Map(list.map(({ id, bytes }) => [id, derive(bytes, "sanjin seal")])),
    blind: derive(first.bytes, "sanjin blind index"),
    blinds,
  };
}
