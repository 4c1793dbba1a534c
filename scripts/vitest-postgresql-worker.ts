import { inject } from "vitest";

// Before any test file is imported: db/columns.ts picks the engine when it is loaded.
process.env.DATABASE_URL = inject("postgresUrl");
