/**
 * The race campaign on the budgets of a household, whole: `npx tsx scripts/budget-race.ts [rounds] [--postgresql]`.
 * Eight writers approve, take back, object, uphold and let notices and agreements end, in an order that chance
 * chooses; after every round the database is compared with what its live matches hold. A sample runs in the tests.
 */
import { startPostgres } from "@/scripts/postgres.mjs";
import { testSecrets } from "@/scripts/test-environment.mjs";

Object.assign(process.env, testSecrets, { SANJIN_MODE: "demo" });
const server = process.argv.includes("--postgresql") ? await startPostgres() : null;
if (server) {
  process.env.SANJIN_TEST_POSTGRES = server.url;
  process.env.DATABASE_URL = server.url;
} else process.env.DATABASE_URL = "file:/dev/null";

// Only now: the engine is chosen when the columns are loaded.
const { openTestDatabase } = await import("@/db/testing");
const { raceForBudgets } = await import("@/lib/approvals/budget-race.testing");
const { verifyAudit } = await import("@/lib/audit/queries");

const rounds = Number(process.argv.find((arg) => /^\d+$/.test(arg)) ?? 500);
const close = await openTestDatabase();
const started = performance.now();
try {
  const tally = await raceForBudgets(rounds, 8);
  const { rows, firstBad } = await verifyAudit();
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    JSON.stringify({
      engine: server ? "postgresql" : "sqlite",
      ...tally,
      seconds,
      audit: { rows, firstBad },
    }),
  );
} finally {
  await close();
  await server?.stop();
}
