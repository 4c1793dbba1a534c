import { eq } from "drizzle-orm";
import type { EquityTerms, OrderTerms } from "@/db/agreement-terms";
import { db, tx } from "@/db/client";
import { agreements } from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import { makeAgreement } from "@/lib/agreements/make";
import { aCase, type Case } from "@/lib/applications/cases.testing";
import { loadApplication } from "@/lib/applications/step";
import { testDay } from "@/lib/applications/testing";

type Given = Parameters<typeof aCase>[0] & {
  startsOn?: string;
  agreement?: Partial<typeof agreements.$inferInsert>;
};

export type TestAgreement = Case & { agreementId: string; number: string };

/** Pingli's example: three persons, 30,000 yuan, 1,500 a year by a day of it (MM-DD). */
export const pingliTerms = (payMonthDay: string): EquityTerms => ({
  kind: "equity",
  persons: 3,
  memberIds: [],
  fenPerPerson: 1_000_000,
  guaranteedBp: 500,
  secondBp: 200,
  secondBase: "profit",
  payMonthDay,
});

/** An order bought back all year round, 30 yuan a jin at least. */
export const orderTerms: OrderTerms = {
  kind: "order",
  product: "茶青",
  grade: "一级",
  unit: "jin",
  quantity: 1_000,
  floorPriceFen: 3_000,
  deliveryMonths: 0b111111111111,
  payWithinDays: 15,
  years: 3,
};

/** The agreement of a final match, signed by both unless told otherwise. */
export async function anAgreement(given: Given = {}): Promise<TestAgreement> {
  const { startsOn = testDay, agreement = {}, ...rest } = given;
  const made = await aCase({ ...rest, state: "final" });
  const number = await tx(async (w) =>
    makeAgreement(w, await loadApplication(w, systemAsker, made.id), startsOn),
  );
  const at = new Date();
  const [row] = await tx((w) =>
    w
      .update(agreements)
      .set({
        state: "live",
        enterpriseSignedBy: made.posting.enterprise.user.userId,
        enterpriseSignedHow: "screen",
        enterpriseSignedAt: at,
        householdSignedBy: made.who.household.userId,
        householdSignedHow: "screen",
        householdSignedAt: at,
        ...agreement,
      })
      .where(eq(agreements.number, number))
      .returning({ id: agreements.id }),
  );
  return { ...made, agreementId: row?.id ?? "", number };
}

/** One agreement as it stands. */
export const agreementRow = async (id: string) =>
  (await db.select().from(agreements).where(eq(agreements.id, id)))[0];
