import { readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { db, refreshStatistics, sqlitePath, tx } from "@/db/client";
import { engine } from "@/db/columns";
import { households, members } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { seedDemo } from "@/lib/demo/seed";
import { editHousehold } from "@/lib/households/edit";
import { getForm } from "@/lib/households/form";
import { getHistory } from "@/lib/households/history";
import { loadWhole } from "@/lib/households/load";
import { addMember, editMember } from "@/lib/households/members";
import { listHouseholds } from "@/lib/households/queries";
import { getHousehold, revealIdNumber } from "@/lib/households/record";
import { bookOf } from "@/lib/imports/corpus/cases.testing";
import { head } from "@/lib/imports/corpus/people.testing";
import { errorFile } from "@/lib/imports/error-file";
import { exportHouseholds } from "@/lib/imports/export";
import { committed, staged } from "@/lib/imports/testing";
import { keepUpload } from "@/lib/imports/uploads";
import { inventedIdNumber } from "@/lib/numbers/id-number";
import { isRefusal } from "@/lib/refusal/refusal";
import { aUser } from "@/lib/users/testing";

/**
 * No ID number, phone or health in plain in what the server leaves on disk or says: the database, its log, SQLite's
 * temporary files, and what is printed. PostgreSQL's files are the server's own; there this is asked of what is said.
 */
const day = "2026-11-23";
const misplaced = inventedIdNumber("1966-06-06", 777);
let close: () => Promise<void>;
const temporary = new Set(readdirSync(tmpdir()));
beforeAll(async () => {
  close = await openTestDatabase();
}, 60_000);
afterAll(() => close());

/** Everything written by this process since it began: below the database's folder, and new in the system's. */
function filesWritten(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? below(path) : entry.isFile() ? [path] : [];
    });
  const fresh = readdirSync(tmpdir())
    .filter((name) => !temporary.has(name) && /^(etilqs|sanjin)/.test(name))
    .map((name) => join(tmpdir(), name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  return [...(engine === "sqlite" ? below(dirname(sqlitePath())) : []), ...fresh];
}

/**
 * A file with a number in the wrong column comes in, stays on disk as an upload, is committed; its refused rows and
 * the whole form go out; the database is copied as a backup is.
 */
async function throughFiles(misplaced: string): Promise<void> {
  const people = [
    head("X001", { 联系电话: "14498765999", 健康状况: "残疾" }),
    head(misplaced, { 文化程度: `小学${misplaced}` }),
  ];
  const file = bookOf(people, {});
  await keepUpload("upload", Readable.from([file]));
  const { id, answer } = await staged(file, { today: day });
  expect(answer).toMatchObject({ counts: { new: 1, refused: 1 } });
  await committed(id);
  const county = await aUser({ role: "county", divisionScope: "610724" });
  const question = { division: "610724", title: "题" };
  const out: AsyncIterable<Uint8Array>[] = [
    exportHouseholds(county, { ...question, view: "full" }),
    exportHouseholds(county, { ...question, view: "masked" }),
    errorFile(county, id, true),
  ];
  for (const chunks of out) {
    let size = 0;
    for await (const chunk of chunks) size += chunk.length;
    expect(size).toBeGreaterThan(1000);
  }
  if (engine !== "sqlite") return;
  const database = new Database(sqlitePath(), { readonly: true });
  database.exec(`vacuum into '${join(dirname(sqlitePath()), "backup.db")}'`);
  database.close();
}

it("holds none of it, whatever was seeded, changed, shown and refused", async () => {
  const said: string[] = [];
  const hear = (chunk: unknown) => {
    said.push(typeof chunk === "string" ? chunk : String(chunk));
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(hear),
    vi.spyOn(process.stderr, "write").mockImplementation(hear),
    ...(["log", "info", "warn", "error", "debug"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...words: unknown[]) => {
        said.push(words.map(String).join(" "));
      }),
    ),
  ];
  const errors: unknown[] = [];
  try {
    await seedDemo({ scale: 0.01, seed: 1, today: day });
    await refreshStatistics();
    const some = await db.select().from(households).limit(6);
    const about = async (code: string) => ({
      version: (await loadWhole(db, [code])).get(code)!.version,
      happenedOn: day,
      why: "走访核实",
    });
    for (const [i, { code, villageCode }] of some.entries()) {
      const village = await aUser({ role: "village", divisionScope: villageCode });
      const county = await aUser({ role: "county", divisionScope: "610724" });
      const [member] = (await loadWhole(db, [code])).get(code)!.record.members;
      await editHousehold(
        village,
        code,
        await about(code),
        { phone: `1449876500${i}`, helperPhone: `1449876600${i}` },
        day,
      );
      await editMember(
        village,
        code,
        member!.id,
        await about(code),
        { health: ["chronic", "disabled"] },
        day,
      );
      const birth = "2024-02-29";
      const person = {
        name: "赵小",
        relation: "other",
        sex: "male",
        birth,
        idNumber: inventedIdNumber(birth, 2 * i + 1),
      };
      const child = {
        ...person,
        health: ["serious-illness"],
        laborClass: "none",
        schooling: "preschool-age",
      };
      await addMember(village, code, "edited", await about(code), child, day);
      await addMember(village, code, "edited", await about(code), child, day).catch((error) =>
        errors.push(error),
      );
      await editHousehold(village, code, await about(code), { phone: "1449876" }, day).catch((error) =>
        errors.push(error),
      );
      await revealIdNumber(village, code, member!.id, "办理社保");
      for (const asker of [village, county]) {
        await getForm(asker, code, day);
        await getHistory(asker, code);
        await getHousehold(asker, code);
        await listHouseholds(asker, { q: "zhao" });
      }
      // A constraint's own error, as a log would print it.
      const own = { idNumberIndex: "same", laborClass: "ordinary" as const };
      await tx((w) => w.update(members).set(own)).catch((error) => errors.push(error));
      await tx((w) =>
        w
          .update(households)
          .set({ code: null as never })
          .where(eq(households.code, code)),
      ).catch((error) => errors.push(error));
    }
    await throughFiles(misplaced);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  expect(errors.length).toBeGreaterThan(20);
  const printed = [
    ...said,
    ...errors.map((error) =>
      isRefusal(error)
        ? JSON.stringify(error)
        : `${error instanceof Error ? error.stack : error} ${JSON.stringify(error)}`,
    ),
  ].join("\n");
  const codes = (await db.select({ code: households.code }).from(households)).map(({ code }) => code);
  const whole = [...(await loadWhole(db, codes)).values()].map(({ record }) => record);
  const numbers = whole.flatMap(({ members, household }) => [
    ...members.flatMap((m) => [m.idNumber, m.disabilityCard]),
    household.phone,
    household.helperPhone,
  ]);
  // As they stand in the record, and as JSON has the sealed lists.
  const health = ["healthy", "chronic", "serious-illness", "disabled"].map((word) => `"${word}"`);
  const secrets = [
    ...numbers.filter((n): n is string => n !== null),
    misplaced,
    ...health,
    "serious-illness",
    "14498765",
  ];
  expect(secrets.length).toBeGreaterThan(600);
  const found = (where: string, text: string) =>
    secrets.filter((s) => text.includes(s)).map((s) => `${where}: ${s}`);
  expect(found("printed", printed)).toEqual([]);
  const files = filesWritten();
  if (engine === "sqlite")
    for (const name of ["-wal", "/backup.db", "/uploads/upload"])
      expect(
        files.some((path) => path.endsWith(name)),
        name,
      ).toBe(true);
  // What is not protected is found this way, so that what is protected would be.
  const shows = (text: string) => files.some((path) => readFileSync(path, "latin1").includes(text));
  if (engine === "sqlite") expect(codes.slice(0, 20).every(shows)).toBe(true);
  for (const path of files) {
    const bytes = readFileSync(path);
    for (const encoding of ["latin1", "utf16le"] as const)
      expect(found(path, bytes.toString(encoding))).toEqual([]);
    expect(found(path, bytes.subarray(1).toString("utf16le"))).toEqual([]);
  }
}, 240_000);
