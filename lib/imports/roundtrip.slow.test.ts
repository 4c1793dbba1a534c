import { execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { households, members } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemAsker } from "@/lib/access/asker";
import { seedDemo } from "@/lib/demo/seed";
import { exportHouseholds } from "@/lib/imports/export";
import { anEmptyCounty, committed, rowsOf, staged } from "@/lib/imports/testing";
import { inventedIdNumber } from "@/lib/numbers/id-number";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

describe("what LibreOffice saved", () => {
  beforeAll(anEmptyCounty);

  it("is read as it was exported, all 18 characters of every ID number", async () => {
    // An export of five people, opened in LibreOffice 7.4 and saved there: see docs/decisions.md.
    const file = readFileSync("lib/imports/fixtures/libreoffice.xlsx");
    const { id, answer } = await staged(file);
    expect(answer).toMatchObject({ counts: { read: 5, new: 5, refused: 0 } });
    const values = (await rowsOf(id)).map((row) => row.payload.values);
    const numbers = values.map((one) => one["member.idNumber"]);
    expect(numbers).toEqual([
      inventedIdNumber("1975-02-28", 997),
      inventedIdNumber("1968-04-12", 101),
      inventedIdNumber("1971-11-05", 202),
      inventedIdNumber("2008-09-30", 303),
      // The check character is X.
      inventedIdNumber("1950-01-01", 5),
    ]);
    expect(values[3]).toMatchObject({ "member.disabilityCard": `${inventedIdNumber("2008-09-30", 303)}43` });
    expect(values[0]).toMatchObject({ code: "0002" });
    expect(values[1]).toMatchObject({
      "member.name": "𫖯大山",
      "household.address": "=二组",
      "household.arableMu100": 325,
    });
    expect(String(numbers.at(-1))).toMatch(/X$/);
    await committed(id);
    expect((await staged(file)).answer).toMatchObject({ counts: { same: 5 } });
  });
});

/** With a scale of the demo county: `npm run test:roundtrip`, `node scripts/campaign.mjs roundtrip 1`. */
const scale = Number(process.env.SANJIN_ROUNDTRIP ?? "0");

describe.skipIf(scale === 0)("through LibreOffice and back", () => {
  const folder = mkdtempSync(join(tmpdir(), "sanjin-roundtrip-"));
  let ended: () => Promise<void>;
  beforeAll(async () => {
    ended = await openTestDatabase();
    await seedDemo({ scale, seed: 1, today: "2026-11-23" });
  }, 600_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await ended();
  });

  const saved = (name: string, filter: string): Buffer => {
    const args = ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", filter];
    execFileSync("soffice", [...args, "--outdir", join(folder, "saved"), join(folder, "export.xlsx")], {
      stdio: "ignore",
      timeout: 1_200_000,
    });
    return readFileSync(join(folder, "saved", name));
  };

  it("every row is the same", { timeout: 3_600_000 }, async () => {
    const question = { view: "full", division: "610724", title: "往返" } as const;
    const path = join(folder, "export.xlsx");
    await pipeline(Readable.from(exportHouseholds(systemAsker, question)), createWriteStream(path));
    const people = await db.$count(members);
    expect(people).toBeGreaterThan(1000 * scale);
    for (const file of [
      readFileSync(path),
      saved("export.xlsx", "xlsx"),
      // Comma, quotes, UTF-8; and once more as text alone can say it.
      saved("export.csv", "csv:Text - txt - csv (StarCalc):44,34,76"),
    ]) {
      const { answer } = await staged(file, { today: "2026-11-23" });
      expect(answer).toMatchObject({ state: "staged" });
      const { counts } = answer as { counts: Record<string, number> };
      expect(counts.same).toBe(counts.read);
      expect(counts.units).toBe(await db.$count(households));
    }
  });
});
