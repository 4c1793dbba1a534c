import { getTableName, is, Table } from "drizzle-orm";
import * as schema from "@/db/schema";

/** The names of all tables, as the database knows them. */
export const schemaTables: string[] = Object.values<unknown>(schema)
  .filter((value): value is Table => is(value, Table))
  .map((t) => getTableName(t));
