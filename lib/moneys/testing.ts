import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { dues } from "@/db/schema";
import type { TestAgreement } from "@/lib/agreements/testing";
import { makeDues } from "@/lib/moneys/make";

/** Whoever acts for the enterprise of an agreement. */
export const firm = (a: TestAgreement) => a.posting.enterprise.user;

/** Every line of an agreement, by its day. */
export const linesOf = (a: TestAgreement) =>
  db.select().from(dues).where(eq(dues.agreementId, a.agreementId)).orderBy(dues.dueOn);

/** Makes all lines there are to make on a day. */
export async function made(day: string): Promise<void> {
  while ((await makeDues(day)) > 0);
}
