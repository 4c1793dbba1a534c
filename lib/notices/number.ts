import { desc, like } from "drizzle-orm";
import type { Writer } from "@/db/client";
import type { agreements, notices } from "@/db/schema";

/** The next number of a year, like 2026-000123, given out inside the transaction that uses it. */
export async function nextNumber(
  w: Writer,
  of: typeof agreements | typeof notices,
  year: string,
): Promise<string> {
  const [last] = await w
    .select({ number: of.number })
    .from(of)
    .where(like(of.number, `${year}-%`))
    .orderBy(desc(of.number))
    .limit(1);
  return `${year}-${String(Number(last?.number.slice(5) ?? 0) + 1).padStart(6, "0")}`;
}
