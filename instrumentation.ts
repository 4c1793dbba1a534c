/** Next calls this once when a server starts: nothing is served with weak secrets or on an old database. */
export async function register() {
  // Written so that the bundler drops the branch, and SQLite with it, from any other runtime.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { assertSecrets } = await import("@/lib/sealing/keys");
    const { migrate } = await import("@/db/migrate");
    try {
      assertSecrets();
      await migrate();
      const { startMinuteJobs } = await import("@/lib/jobs/minute");
      const { abandonPlans } = await import("@/lib/plans/commands");
      await abandonPlans();
      const { abandonImports } = await import("@/lib/imports/abandon");
      const { sweepUploads } = await import("@/lib/imports/uploads");
      await abandonImports();
      await sweepUploads();
      startMinuteJobs();
    } catch (error) {
      console.error(`sanjin: ${error instanceof Error ? error.message : error}`);
      process.exit(1);
    }
  }
}
