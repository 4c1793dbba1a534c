import { defineConfig } from "drizzle-kit";
import { engine } from "./db/columns";

/** `npx drizzle-kit generate` for SQLite; with DATABASE_URL=postgres://… for PostgreSQL. */
export default defineConfig({
  dialect: engine,
  schema: "./db/schema.ts",
  out: `./db/migrations/${engine}`,
});
