import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { agreementAnnexes, agreements, enterprises, households } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { sideOf } from "@/lib/agreements/moves";
import { scopeColumns } from "@/lib/agreements/step";

const columns = {
  id: agreements.id,
  number: agreements.number,
  title: agreements.title,
  enterpriseName: enterprises.name,
  headName: households.headName,
};
const most = 100;

/** What waits for a side, the oldest first; at most 100 of each. */
export type WaitingAgreement = {
  id: string;
  number: string;
  title: string;
  enterpriseName: string;
  headName: string;
};

/**
 * What waits for the asker's side: agreements it has not signed, and the other side's proposals it has not
 * answered. Nobody's side, nothing waits. @throws Refusal forbidden.
 */
export async function waitingAgreements(
  asker: Asker,
): Promise<{ toSign: WaitingAgreement[]; toAnswer: WaitingAgreement[] }> {
  const mine = within(asker, permit(asker, "agreement", "read"), scopeColumns);
  const side = sideOf(asker.role);
  if (!side) return { toSign: [], toAnswer: [] };
  const signed = side === "household" ? agreements.householdSignedHow : agreements.enterpriseSignedHow;
  const [toSign, toAnswer] = await Promise.all([
    db
      .select(columns)
      .from(agreements)
      .innerJoin(enterprises, eq(enterprises.id, agreements.enterpriseId))
      .innerJoin(households, eq(households.code, agreements.householdCode))
      .where(and(mine, eq(agreements.state, "unsigned"), isNull(signed)))
      .orderBy(asc(agreements.id))
      .limit(most),
    db
      .select(columns)
      .from(agreementAnnexes)
      .innerJoin(agreements, eq(agreements.id, agreementAnnexes.agreementId))
      .innerJoin(enterprises, eq(enterprises.id, agreements.enterpriseId))
      .innerJoin(households, eq(households.code, agreements.householdCode))
      .where(
        and(
          mine,
          eq(agreements.state, "live"),
          eq(agreementAnnexes.state, "proposed"),
          ne(agreementAnnexes.proposedSide, side),
        ),
      )
      .orderBy(asc(agreementAnnexes.id))
      .limit(most),
  ]);
  return { toSign, toAnswer };
}
