import { join } from "node:path";

/** Nothing here is a secret: values for tests, so that no test writes keys into data/. */
export const testSecrets = {
  AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  SANJIN_KEYS: `test:${Buffer.from("a key for tests only, thirty-two+").toString("base64")}`,
};

/** The environment of a server the tests start: demo mode, a database of its own below `folder`. */
export const testEnvironment = (folder) => ({
  ...testSecrets,
  SANJIN_MODE: "demo",
  SANJIN_DEMO_SCALE: "0.02",
  DATABASE_URL: `file:${join(folder, "sanjin.db")}`,
});
