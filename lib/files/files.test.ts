import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { fileSubjects } from "@/db/words";
import { publicAsker } from "@/lib/access/asker";
import { keepFile, removeFile } from "@/lib/files/commands";
import { acceptFile, cleanName, mostMegabytes, sniff } from "@/lib/files/files";
import { type FileReader, filesOf, openFile } from "@/lib/files/queries";
import { refuse } from "@/lib/refusal/refusal";

const png = Buffer.from("\x89PNG\r\n\x1a\nrest", "latin1");
const pdf = Buffer.from("%PDF-1.7 a slip with 赵测试", "utf8");
const accepted = (body: Buffer, name = "同意书.pdf") => acceptFile("paper", { name, body });
const asker = { ...publicAsker, role: "village" as const, userId: "U1", divisionScope: "610724100200" };

describe("what is taken", () => {
  it.each([
    ["image/jpeg", Buffer.from("\xff\xd8\xff\xe0....", "latin1")],
    ["image/png", png],
    ["image/webp", Buffer.from("RIFF\x00\x00\x00\x00WEBPVP8 ", "latin1")],
    ["application/pdf", pdf],
  ])("%s by its first bytes", (type, body) => {
    expect(sniff(body)).toBe(type);
    expect(sniff(Buffer.concat([Buffer.from(" "), body]))).toBeNull();
  });
  it.each(["<html>", "MZ\x90", "PK\x03\x04", "<svg xmlns=", "GIF89a", "RIFFxxxxWAVE", ""])("not %j", (text) =>
    expect(sniff(Buffer.from(text, "latin1"))).toBeNull(),
  );
  const code = (body: Buffer) => {
    try {
      return accepted(body).mediaType;
    } catch (error) {
      return (error as { fields: Record<string, { code: string }> }).fields.paper?.code;
    }
  };
  it("says at the field what is wrong", () => {
    const most = mostMegabytes * 1024 * 1024;
    expect(code(Buffer.alloc(0))).toBe("missing");
    expect(code(Buffer.from("hello"))).toBe("file-kind");
    expect(code(Buffer.concat([pdf, Buffer.alloc(most - pdf.length)]))).toBe("application/pdf");
    expect(code(Buffer.concat([pdf, Buffer.alloc(most - pdf.length + 1)]))).toBe("file-size");
  });
  it.each([
    ["同意书.PDF", "同意书.pdf"],
    ["slip.exe", "slip.exe.pdf"],
    ["..\\..\\a/b/证.pdf", "证.pdf"],
    ["a\r\nSet-Cookie: x\u202egpj.pdf", "aSet-Cookie xgpj.pdf"],
    ["", "file.pdf"],
    [`${"长".repeat(200)}.pdf`, `${"长".repeat(80)}.pdf`],
  ])("%j is kept as %j", (given, kept) => expect(cleanName(given, "application/pdf")).toBe(kept));
});

describe("a kept file", () => {
  let close = async () => {};
  beforeAll(async () => {
    close = await openTestDatabase();
  });
  afterAll(() => close());

  /** Readers that know one subject each and let in whom they are told to. */
  const readers = (lets: FileReader) =>
    Object.fromEntries(fileSubjects.map((subject) => [subject, lets])) as Record<
      (typeof fileSubjects)[number],
      FileReader
    >;
  const open = readers(async () => ({ householdCode: "H1" }));
  const shut = readers(async () => refuse("not-found"));
  const about = { subject: "application", subjectId: "A1", householdCode: "H1" } as const;
  const actions = async () =>
    (await db.select({ action: s.audit.action }).from(s.audit)).map((a) => a.action);

  it("is sealed, opens to what it was for whom its subject lets, and every look is written down", async () => {
    const id = await tx((w) => keepFile(w, asker, about, accepted(pdf)));
    const [row] = await db.select().from(s.files).where(eq(s.files.id, id));
    expect(row).toMatchObject({ sealed: true, size: pdf.length, name: "同意书.pdf", addedBy: "U1" });
    expect(row?.body.includes("%PDF-")).toBe(false);
    const seen = await openFile(asker, id, open);
    expect(seen.body.equals(pdf)).toBe(true);
    expect(await actions()).toEqual(["file.keep", "file.read"]);
    await expect(openFile(asker, id, shut)).rejects.toMatchObject({ code: "not-found" });
    await expect(openFile(asker, "no-such", open)).rejects.toMatchObject({ code: "not-found" });
    expect(await actions()).toHaveLength(2);
  });
  it("does not open in another row's place", async () => {
    const id = await tx((w) => keepFile(w, asker, about, accepted(pdf)));
    const other = await tx((w) => keepFile(w, asker, about, accepted(png, "x.png")));
    const [row] = await db.select().from(s.files).where(eq(s.files.id, id));
    await tx((w) => w.update(s.files).set({ body: row!.body }).where(eq(s.files.id, other)));
    await expect(openFile(asker, other, open)).rejects.toThrow();
  });
  it("stands open when its subject is public, and nobody writes down who looks", async () => {
    const before = (await actions()).length;
    const project = { subject: "project", subjectId: "P1" } as const;
    const id = await tx((w) => keepFile(w, asker, project, accepted(png, "茶.png"), { isPublic: true }));
    expect((await openFile(publicAsker, id, open)).body.equals(png)).toBe(true);
    expect(await filesOf("project", ["P1"])).toMatchObject([{ id, name: "茶.png", mediaType: "image/png" }]);
    expect(await filesOf("application", ["P1"])).toEqual([]);
    expect((await actions()).slice(before)).toEqual(["file.keep"]);
  });
  it("is gone for good once taken away, by its own subject alone", async () => {
    const project = { subject: "project", subjectId: "P2" } as const;
    const id = await tx((w) => keepFile(w, asker, project, accepted(png), { isPublic: true }));
    await expect(tx((w) => removeFile(w, asker, { ...project, subjectId: "P3" }, id))).rejects.toMatchObject({
      code: "not-found",
    });
    await tx((w) => removeFile(w, asker, project, id));
    expect(await filesOf("project", ["P2"])).toEqual([]);
    await expect(openFile(asker, id, open)).rejects.toMatchObject({ code: "not-found" });
  });
});
