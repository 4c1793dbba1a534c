import { type AnyColumn, and, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { type Asker, divisionRange } from "@/lib/access/asker";
import { type Grant, grantOf, type Resource, type Verb } from "@/lib/access/table";
import { refuse } from "@/lib/refusal/refusal";

/** The columns of a query by which each reach is decided. Leave out what the query does not have. */
export type ScopeColumns = {
  account?: AnyColumn;
  village?: AnyColumn;
  enterprise?: AnyColumn;
  household?: AnyColumn;
  published?: SQL;
};

const nothing = sql`1 = 0`;

/** The WHERE part that keeps a query inside a grant's reach. Without a grant, or without a scope, nothing. */
export function within(asker: Asker, grant: Grant | null, columns: ScopeColumns): SQL {
  switch (grant?.reach) {
    case "everything":
      return sql`1 = 1`;
    case "division":
      if (!columns.village || !asker.divisionScope) return nothing;
      return inDivision(columns.village, asker.divisionScope);
    case "own-account":
      return columns.account && asker.userId ? eq(columns.account, asker.userId) : nothing;
    case "own-household":
      return columns.household && asker.householdCode ? eq(columns.household, asker.householdCode) : nothing;
    case "own-enterprise":
      return columns.enterprise && asker.enterpriseId ? eq(columns.enterprise, asker.enterpriseId) : nothing;
    case "published":
      return columns.published ?? nothing;
    default:
      return nothing;
  }
}

export function inDivision(column: AnyColumn, scope: string): SQL {
  const { from, to } = divisionRange(scope);
  return and(gte(column, from), lte(column, to)) as SQL;
}

/**
 * The grant an asker has, or a refusal.
 * @throws Refusal `sign-in-needed` (public) or `forbidden` when the table has no such grant.
 */
export function permit(asker: Asker, resource: Resource, verb: Verb): Grant {
  const grant = grantOf(asker.role, resource, verb);
  if (grant) return grant;
  return refuse(asker.role === "public" ? "sign-in-needed" : "forbidden");
}

/** A handle that reads: the reader, or a transaction's writer. */
export type Source = Pick<Writer, "select" | "selectDistinct" | "with" | "$with" | "$count">;
