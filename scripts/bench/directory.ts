/** Figures of the directory over 1,000 projects: `npx tsx scripts/bench/directory.ts`. In a database of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { closeDatabase, tx } from "@/db/client";
import { migrate } from "@/db/migrate";
import { publicAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { listProjects } from "@/lib/projects/queries";
import { questions, writeDirectory } from "@/lib/projects/thousand.testing";

const folder = mkdtempSync(join(tmpdir(), "sanjin-directory-"));
process.env.DATABASE_URL = `file:${join(folder, "directory.db")}`;
try {
  await migrate();
  await tx((w) => writeDirectory(w, 1000));
  const timed = async (question: (typeof questions)[number]) => {
    const start = performance.now();
    await listProjects(publicAsker, today(), question);
    return performance.now() - start;
  };
  const first = await timed({ q: "cha" });
  const times: number[] = [];
  for (let round = 0; round < 100; round++)
    for (const question of questions) times.push(await timed(question));
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(1);
  console.log(`first search by pinyin after a start: ${first.toFixed(0)} ms`);
  console.log(`${times.length} searches: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
} finally {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}
