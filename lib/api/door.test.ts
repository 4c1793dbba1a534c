import { describe, expect, it, vi } from "vitest";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { mostBytes, parseJson, readBytes } from "@/lib/api/body";
import { reading, writing } from "@/lib/api/door";
import { callRoute } from "@/lib/api/testing";
import { addressOf } from "@/lib/api/who";
import { refuse } from "@/lib/refusal/refusal";

const session: { asker: Asker } = { asker: publicAsker };
vi.mock("@/lib/users/session", () => ({ currentAsker: async () => session.asker }));
const officer: Asker = { ...publicAsker, role: "county", userId: "U1", divisionScope: "610724" };
const asOfficer = async <T>(run: () => Promise<T>): Promise<T> => {
  session.asker = officer;
  try {
    return await run();
  } finally {
    session.asker = publicAsker;
  }
};

const echo = writing(async ({ body }) => ({ status: 200, body }), { publicToo: true });

describe("a body", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it("is counted while it comes in, and not waited for once it is too long", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const init = { method: "POST", body: endless, duplex: "half" } as RequestInit;
    await expect(readBytes(new Request("http://x", init))).rejects.toMatchObject({ code: "too-large" });
    expect(sent).toBeLessThan(mostBytes + 8 * 1024);
  });

  it("of exactly the most is read", async () => {
    const request = new Request("http://x", { method: "POST", body: "x".repeat(mostBytes) });
    expect((await readBytes(request)).byteLength).toBe(mostBytes);
  });

  it.each(["", "[]", "1", "null", "{", '{"a":1}x', "[".repeat(20_000)])("%.20s is no object", (text) => {
    expect(() => parseJson(bytes(text))).toThrow("bad-request");
  });

  it("nested past reason is refused, not followed", () => {
    expect(() => parseJson(bytes(`${'{"a":'.repeat(9000)}1${"}".repeat(9000)}`))).toThrow("bad-request");
  });

  it("keeps every character, and refuses by path what no database keeps", () => {
    const text = "𫖯𠮷 'x' \"y\" \\ <b>\t\n👩‍🌾";
    expect(parseJson(bytes(JSON.stringify({ a: [text] })))).toEqual({ a: [text] });
    const bad = { fine: "x", deep: [{ nul: "a\0" }], half: "\ud83d" };
    expect(() => parseJson(bytes(JSON.stringify(bad)))).toThrow(
      expect.objectContaining({
        fields: { "deep.0.nul": { code: "bad-characters" }, half: { code: "bad-characters" } },
      }),
    );
  });

  it.each([
    ["application/json", 200],
    ["application/json; charset=UTF-8", 200],
    ["application/vnd.sanjin+json", 200],
    ["application/json; charset=gbk", 415],
    ["text/json", 415],
    ["application/x-www-form-urlencoded", 415],
    ["multipart/form-data; boundary=x", 415],
    ["", 415],
  ])("as %s is answered %i", async (type, status) => {
    expect((await callRoute(echo, { body: {}, headers: { "Content-Type": type } })).status).toBe(status);
  });
});

describe("the door", () => {
  it("tells an unexpected error to nobody, and the log no value of it", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const failing = reading(
      async () => {
        throw new Error("insert into members values ('690724199001011234')");
      },
      { publicToo: true },
    );
    const { status, text } = await callRoute(failing);
    expect(status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: "internal", status: 500 });
    expect(logged.mock.calls.flat().join("\n")).toMatch(/GET \/api\/v1\/ failed: Error\n\s+at /);
    expect(text + logged.mock.calls.flat().join("\n")).not.toMatch(/6907241990|insert/);
    logged.mockRestore();
  });

  it("says a refusal in the language asked for, with its figures", async () => {
    const full = reading(async () => refuse("not-open", { state: "approved" }), { publicToo: true });
    const { body, headers } = await callRoute(full, { headers: { "Accept-Language": "en-GB" } });
    expect(body).toEqual({
      type: "urn:sanjin:problem:not-open",
      title: "This step is no longer open: the state has changed. See where it stands now.",
      status: 409,
      code: "not-open",
      state: "approved",
    });
    expect(headers.get("content-type")).toBe("application/problem+json");
  });

  it("asks to sign in, unless the public may come too", async () => {
    const { status, headers } = await callRoute(reading(async () => ({})));
    expect([status, headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="sanjin"']);
    expect((await callRoute(reading(async () => ({}), { publicToo: true }))).status).toBe(200);
  });

  it.each([
    [null, 403],
    ["null", 403],
    ["https://elsewhere.example", 403],
    ["http://sanjin.test:8080", 403],
    ["http://sanjin.test", 200],
  ])("lets a session write from %s: %i", async (origin, status) => {
    const headers = { Host: "sanjin.test", ...(origin && { Origin: origin }) };
    const answer = await asOfficer(() => callRoute(echo, { body: {}, headers }));
    expect(answer.status).toBe(status);
  });

  it("is open to a session that only reads, wherever it comes from", async () => {
    const read = reading(async ({ asker }) => ({ role: asker.role }));
    const answer = await asOfficer(() =>
      callRoute(read, { headers: { Origin: "https://elsewhere.example" } }),
    );
    expect(answer.body).toEqual({ role: "county" });
  });

  it("finds nothing under what cannot be an id", async () => {
    const show = reading(async ({ id }) => ({ id: id("id") }), { publicToo: true });
    for (const id of ["", "a/b", "a b", "\0", "é", "x".repeat(41), "..", "%2F"])
      expect((await callRoute(show, { params: { id } })).status, id).toBe(404);
    expect((await callRoute(show, { params: { id: "01ABC_x-9" } })).body).toEqual({ id: "01ABC_x-9" });
  });
});

describe("where a request comes from", () => {
  it("counts the nearest hop that we can trust", () => {
    const from = (header: string) =>
      addressOf(new Request("http://x", { headers: { "x-forwarded-for": header } }));
    expect(from("1.1.1.1")).toBe("1.1.1.1");
    expect(from("forged, 2.2.2.2")).toBe("2.2.2.2");
    expect(addressOf(new Request("http://x"))).toBe("unknown");
  });
});
