import { type AnyColumn, or, type SQL } from "drizzle-orm";
import { contains } from "@/db/contains";

/** What someone typed, as pinyin keys are stored: small, without spaces, at most 60 characters. */
export const searchKey = (q: string): string =>
  q.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, "").slice(0, 60);

/** Found by Chinese, pinyin or initials: any of the columns holds the key. Undefined for an empty key. */
export function found(q: string | undefined, columns: readonly AnyColumn[]): SQL | undefined {
  const key = searchKey(q ?? "");
  return key === "" ? undefined : or(...columns.map((column) => contains(column, key)));
}
