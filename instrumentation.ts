/** Next calls this once when a server starts: nothing is served with weak secrets or on an old database. */
export async function register() {
  // Written so that the bundler drops the branch, and SQLite with it, from any other runtime.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { assertSecrets } = await import("@/lib/sealing/keys");
    const { migrate } = await import("@/db/migrate");
    try {
      assertSecrets();
      await migrate();
      const { startMinuteJob } = await import("@/lib/agreements/minute-job");
      const { abandonPlans } = await import("@/lib/plans/commands");
      await abandonPlans();
      startMinuteJob();
    } catch (error) {
      console.error(`sanjin: ${error instanceof Error ? error.message : error}`);
      process.exit(1);
    }
  }
}
