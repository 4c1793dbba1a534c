import { DrizzleQueryError } from "drizzle-orm/errors";
import { schemaTables } from "@/db/schema-names";

export type ConstraintKind = "unique" | "check" | "foreign" | "not-null";

/**
 * A constraint said no. Same shape on both engines and never a value in it: `columns` for unique and
 * not-null, the constraint's name for check, nothing more for foreign (SQLite does not say which).
 */
export class ConstraintError extends Error {
  readonly mark = "sanjin.constraint";
  constructor(
    readonly kind: ConstraintKind,
    readonly table: string | null,
    readonly columns: readonly string[],
    readonly constraint: string | null,
  ) {
    super(
      `${kind} constraint ${constraint ?? ""} refused a write to ${table ?? "a table"} (${columns.join(", ")})`,
    );
  }
}

/** Recognised by its mark, because a production build may hold this module twice. */
export function isConstraintError(error: unknown): error is ConstraintError {
  return typeof error === "object" && error !== null && "mark" in error && error.mark === "sanjin.constraint";
}

type DriverError = {
  code?: string;
  message?: string;
  table?: string;
  constraint?: string;
  detail?: string;
  column?: string;
};

/** The driver's error behind drizzle's wrapper. */
function driverError(error: unknown): DriverError {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return typeof cause === "object" && cause !== null ? (cause as DriverError) : {};
}

/** Any other error of a query, without its parameters: they are personal data, and errors get printed. */
export class QueryError extends Error {
  constructor(
    readonly code: string,
    query: string,
  ) {
    super(`The database refused a query (${code}): ${query}`);
  }
}

/**
 * Turns a driver's constraint error into ours, and takes the values out of drizzle's error, whose message
 * lists them and whose cause may quote them; anything else comes back as it was.
 */
export function mapError(error: unknown): unknown {
  const { code = "", message = "", table, constraint, detail, column } = driverError(error);
  const tableOfCheck = (name: string) =>
    schemaTables.filter((t) => name.startsWith(`${t}_`)).sort((a, b) => b.length - a.length)[0] ?? null;
  switch (code) {
    case "SQLITE_CONSTRAINT_UNIQUE":
    case "SQLITE_CONSTRAINT_PRIMARYKEY": {
      const places = message.replace(/^.*failed: /, "").split(", ");
      return new ConstraintError(
        "unique",
        places[0]?.split(".")[0] ?? null,
        places.map((p) => p.split(".")[1] ?? p),
        null,
      );
    }
    case "SQLITE_CONSTRAINT_NOTNULL": {
      const [place = "", name = ""] = message.replace(/^.*failed: /, "").split(".");
      return new ConstraintError("not-null", place, [name], null);
    }
    case "SQLITE_CONSTRAINT_CHECK": {
      const name = message.replace(/^.*failed: /, "");
      return new ConstraintError("check", tableOfCheck(name), [], name);
    }
    case "SQLITE_CONSTRAINT_TRIGGER": {
      // A guard's own words: "audit is append-only".
      const name = /^(\w+) (?:is|are) append-only/.exec(message)?.[1] ?? "audit";
      return new ConstraintError("check", name, [], `${name}_append_only`);
    }
    case "SQLITE_CONSTRAINT_FOREIGNKEY":
    case "23503":
      return new ConstraintError("foreign", null, [], null);
    case "23505":
      return new ConstraintError(
        "unique",
        table ?? null,
        // "Key (a, b)=(…) already exists." in whatever language the server speaks.
        (/\(([^)]*)\)=\(/.exec(detail ?? "")?.[1] ?? "").split(", "),
        null,
      );
    case "23502":
      return new ConstraintError("not-null", table ?? null, [column ?? ""], null);
    case "23514":
      return new ConstraintError("check", tableOfCheck(constraint ?? ""), [], constraint ?? null);
    default:
      return error instanceof DrizzleQueryError ? new QueryError(code, error.query) : error;
  }
}

/** PostgreSQL's "try again": a serialisation failure or a deadlock. */
export function isRetryable(error: unknown): boolean {
  const { code } = driverError(error);
  return code === "40001" || code === "40P01";
}
