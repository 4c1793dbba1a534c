import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { testSecrets } from "./scripts/test-environment.mjs";

const env = { ...testSecrets, SANJIN_MODE: "demo" };

/**
 * Two projects: everything on SQLite, and the data layer once more on a real PostgreSQL. A test file that
 * takes more than some seconds is called x.slow.test.ts; `npm run check` leaves it to `npm test`.
 */
export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // One registry of modules a worker: reading them anew for each of 140 files was half the time.
          isolate: false,
          include: ["{db,lib,components,app,scripts}/**/*.test.{ts,tsx}"],
          // Whoever forgets openTestDatabase finds an empty database here, never the real one.
          env: {
            ...env,
            DATABASE_URL: `file:${join(tmpdir(), `sanjin-nothing-${process.pid}`, "nothing.db")}`,
          },
        },
      },
      {
        extends: true,
        test: {
          name: "postgresql",
          include: ["db/**/*.test.ts"],
          exclude: ["db/**/*.sqlite.test.ts", "**/node_modules/**"],
          env,
          globalSetup: ["scripts/vitest-postgresql.ts"],
          setupFiles: ["scripts/vitest-postgresql-worker.ts"],
        },
      },
    ],
  },
});
