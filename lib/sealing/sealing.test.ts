import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { assertSecrets, authSecret, type Keys, keys, mode } from "@/lib/sealing/keys";
import { blindIndex, blindIndexes, seal, sealBytes, unseal, unsealBytes } from "@/lib/sealing/sealing";

const place = { table: "members", row: "M1", column: "id_number_sealed" };
const store = globalThis as { sanjinKeys?: Keys };
const secret = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;

/** The keys a server would have with this SANJIN_KEYS. */
function keysOf(list: string): Keys {
  vi.stubEnv("SANJIN_KEYS", list);
  store.sanjinKeys = undefined;
  return keys();
}

afterEach(() => {
  vi.unstubAllEnvs();
  store.sanjinKeys = undefined;
});

describe("a sealed value", () => {
  it("opens to what was sealed, whatever it holds", () => {
    for (const plain of ["", "690724199001011234", "𫖯𠮷 'x'\n", "x".repeat(100_000)])
      expect(unseal(seal(plain, place), place)).toBe(plain);
  });

  it("looks different each time and shows nothing of its value", () => {
    const [one, two] = [seal("14400001234", place), seal("14400001234", place)];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^g1\.test\.[\w-]+$/);
    expect(Buffer.from(one.split(".")[2]!, "base64url").toString("latin1")).not.toContain("14400001234");
  });

  it("does not open in another table, row or column", () => {
    const sealed = seal("x", place);
    for (const moved of [{ table: "households" }, { row: "M2" }, { column: "health_sealed" }])
      expect(() => unseal(sealed, { ...place, ...moved })).toThrow();
  });

  it("does not open once any byte of it was altered or cut", () => {
    const sealed = seal("health", place);
    const [algorithm, id, data] = sealed.split(".") as [string, string, string];
    const bytes = Buffer.from(data, "base64url");
    for (let i = 0; i < bytes.length; i++) {
      const altered = Buffer.from(bytes);
      altered[i]! ^= 1;
      expect(() => unseal(`${algorithm}.${id}.${altered.toString("base64url")}`, place)).toThrow();
    }
    expect(() =>
      unseal(`${algorithm}.${id}.${bytes.subarray(0, -1).toString("base64url")}`, place),
    ).toThrow();
    for (const nonsense of ["", "g1", "g1.test.", "g2.test.AAAA", sealed.replace("test", "other")])
      expect(() => unseal(nonsense, place)).toThrow();
  });

  it("may be bytes, of any kind, and is as closely bound to its place", () => {
    const keysAre = keysOf(`${secret("k1")},${secret("k2")}`);
    for (const plain of [Buffer.alloc(0), randomBytes(5_000), Buffer.from("a.b.c")]) {
      const sealed = sealBytes(plain, place, keysAre);
      expect(sealed.toString("latin1")).toMatch(/^g1\.k1\./);
      expect(unsealBytes(sealed, place, keysAre).equals(plain)).toBe(true);
      expect(() => unsealBytes(sealed, { ...place, row: "M2" }, keysAre)).toThrow();
      const altered = Buffer.from(sealed);
      altered[altered.length - 1]! ^= 1;
      expect(() => unsealBytes(altered, place, keysAre)).toThrow();
    }
    for (const nonsense of ["", "g1", "g1.k1.", "g2.k1.AAAA", "g1.k9.AAAA"])
      expect(() => unsealBytes(Buffer.from(nonsense), place, keysAre)).toThrow();
  });

  it("opens with an older key after a new one was put in front, and not once the old one is gone", () => {
    const [old, fresh] = [secret("k1"), secret("k2")];
    const before = keysOf(old);
    const sealed = seal("x", place, before);
    const index = blindIndex("x", "id-number", before);
    const after = keysOf(`${fresh},${old}`);
    expect(unseal(sealed, place, after)).toBe("x");
    expect(seal("x", place, after)).toMatch(/^g1\.k2\./);
    expect(blindIndexes("x", "id-number", after)).toEqual([blindIndex("x", "id-number", after), index]);
    expect(blindIndex("x", "id-number", after)).toBe(blindIndex("x", "id-number", keysOf(fresh)));
    expect(() => unseal(sealed, place, keysOf(fresh))).toThrow(/unknown key/);
  });
});

describe("a blind index", () => {
  it("is equal for equal values of a kind, and for nothing else", () => {
    const index = blindIndex("690724199001011234", "id-number");
    expect(blindIndex("690724199001011234", "id-number")).toBe(index);
    expect(blindIndex("690724199001011235", "id-number")).not.toBe(index);
    expect(blindIndex("690724199001011234", "phone")).not.toBe(index);
    expect(blindIndex("690724199001011234", "id-number", keysOf(secret("k")))).not.toBe(index);
    expect(index).not.toContain("690724");
  });
});

describe("secrets", () => {
  it("are required in live mode, and strong ones", () => {
    vi.stubEnv("SANJIN_MODE", "live");
    expect(() => assertSecrets()).not.toThrow();
    for (const weak of ["", "short", "a".repeat(64), "changeme-changeme-changeme-changeme"]) {
      vi.stubEnv("AUTH_SECRET", weak);
      expect(() => assertSecrets(), weak).toThrow(/AUTH_SECRET/);
    }
    vi.stubEnv("AUTH_SECRET", randomBytes(32).toString("hex"));
    const weakKey = (text: string) => `k:${Buffer.from(text).toString("base64")}`;
    for (const weak of [
      "",
      "k",
      "k:",
      weakKey("12345678".repeat(4)),
      weakKey("too short"),
      `K!:${randomBytes(32).toString("base64")}`,
    ])
      expect(() => keysOf(weak), weak).toThrow(/SANJIN_KEYS/);
    expect(() => keysOf(secret("k"))).not.toThrow();
  });

  it("are not named in what a refusal says", () => {
    vi.stubEnv("AUTH_SECRET", "hunter2");
    expect(() => authSecret()).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("hunter2") }),
    );
  });

  it("go with a mode that is one of two words, and a clock that stands still in live mode", () => {
    expect(mode()).toBe("demo");
    vi.stubEnv("SANJIN_MODE", "Live");
    expect(() => mode()).toThrow();
    vi.stubEnv("SANJIN_MODE", "live");
    vi.stubEnv("SANJIN_TODAY", "2026-01-01");
    expect(() => assertSecrets()).toThrow(/SANJIN_TODAY/);
  });
});
