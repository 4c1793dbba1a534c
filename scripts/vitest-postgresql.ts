import type { TestProject } from "vitest/node";
import { startPostgres } from "@/scripts/postgres.mjs";

/** Starts the PostgreSQL that the "postgresql" project's tests run on, unless SANJIN_TEST_POSTGRES names one. */
export default async function setup(project: TestProject) {
  const given = process.env.SANJIN_TEST_POSTGRES;
  if (given) {
    project.provide("postgresUrl", given);
    return;
  }
  const server = await startPostgres();
  project.provide("postgresUrl", server.url);
  return server.stop;
}

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}
