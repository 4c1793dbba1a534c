import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { engine } from "@/db/columns";

it("the migrations say what db/schema.ts says: generating finds nothing to add", () => {
  const folder = mkdtempSync(join(tmpdir(), "sanjin-drift-"));
  try {
    cpSync(join("db", "migrations", engine), folder, { recursive: true });
    const before = readdirSync(folder);
    const output = execFileSync(
      process.execPath,
      [
        "node_modules/drizzle-kit/bin.cjs",
        "generate",
        `--dialect=${engine}`,
        "--schema=./db/schema.ts",
        `--out=${relative(process.cwd(), folder)}`,
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
    const added = readdirSync(folder).filter((name) => !before.includes(name));
    expect(added.map((name) => readFileSync(join(folder, name), "utf8"))).toEqual([]);
    expect(output).toMatch(/No schema changes/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
