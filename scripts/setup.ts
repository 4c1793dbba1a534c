/**
 * Brings the database of DATABASE_URL up to this build and fills an empty one: in demo mode with the demo
 * county, in live mode with the county's places alone. Run by the bootstrap; `--no-seed` leaves it empty.
 */
import { closeDatabase, db, refreshStatistics, tx } from "@/db/client";
import { migrate } from "@/db/migrate";
import { divisions } from "@/db/schema";
import { today } from "@/lib/clock/clock";
import { writeDivisions } from "@/lib/divisions/commands";
import { readDivisions } from "@/lib/divisions/files";
import { assertSecrets, mode } from "@/lib/sealing/keys";

/** Between 0.001 and 1, default the whole county. */
function demoScale(): number {
  const scale = Number(process.env.SANJIN_DEMO_SCALE || "1");
  if (!(scale >= 0.001 && scale <= 1)) throw new Error("SANJIN_DEMO_SCALE must lie between 0.001 and 1");
  return scale;
}

async function setUp() {
  assertSecrets();
  const applied = await migrate();
  if (applied.length > 0) console.log(`sanjin: database brought up by ${applied.join(", ")}`);
  if (process.argv.includes("--no-seed") || (await db.$count(divisions)) > 0) return;
  if (mode() === "live") {
    // Places are real everywhere; the register is the county's to bring, and accounts are opened one by one.
    await tx((w) => writeDivisions(w, readDivisions()));
    console.log("sanjin: the county's places are in; open the first account: README, “A real county”");
    return;
  }
  const { seedDemo } = await import("@/lib/demo/seed");
  const started = Date.now();
  await seedDemo({ scale: demoScale(), seed: 1, today: today() });
  await refreshStatistics();
  console.log(`sanjin: demo county made in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

try {
  await setUp();
} catch (error) {
  // Only our own words: a driver's message may hold the values of a query.
  const isDriver = error instanceof Error && error.cause !== undefined;
  console.error(
    `sanjin: ${isDriver ? "the database refused a query" : error instanceof Error ? error.message : error}`,
  );
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
