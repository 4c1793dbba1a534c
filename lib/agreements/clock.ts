import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte } from "drizzle-orm";
import { db, tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { agreementAnnexes, agreements } from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import { close } from "@/lib/agreements/end";
import { agreementMoves } from "@/lib/agreements/moves";
import { guard, guardAnnex, type LoadedAgreement, loadAgreement } from "@/lib/agreements/step";
import { record } from "@/lib/audit/commands";
import { addDays } from "@/lib/clock/clock";
import { nextNumber } from "@/lib/notices/number";
import { policyFor } from "@/lib/policy/queries";

/** What the clock does with agreements. Each looks at what is due; run twice, or late, it does nothing twice. */

/**
 * Agreements whose last day is past end: by the cause that was given, or expired; where a renewal was agreed
 * it begins at once in their place. @returns how many ended now.
 */
export async function endOverdue(today: string): Promise<number> {
  const due = await db
    .select({ id: agreements.id })
    .from(agreements)
    .where(and(inArray(agreements.state, [...agreementMoves.expire.from]), lt(agreements.endsOn, today)))
    .orderBy(asc(agreements.endsOn), asc(agreements.id))
    .limit(200);
  let ended = 0;
  for (const { id } of due)
    ended += await tx(async (w) => {
      const loaded = await loadAgreement(w, systemAsker, id);
      if (loaded.state === "ended" || loaded.endsOn === null || loaded.endsOn >= today) return 0;
      const [renewal] = loaded.endCause === null && loaded.state === "live" ? await agreedRenewal(w, id) : [];
      if (renewal) await renew(w, loaded, renewal, today);
      else {
        guard(systemAsker, loaded, "expire");
        const cause = { endCause: loaded.endCause ?? ("expired" as const), endsOn: loaded.endsOn };
        await close(w, systemAsker, loaded, "expire", cause, today);
      }
      return 1;
    });
  return ended;
}

const agreedRenewal = (w: Writer, agreementId: string) =>
  w
    .select()
    .from(agreementAnnexes)
    .where(
      and(
        eq(agreementAnnexes.agreementId, agreementId),
        eq(agreementAnnexes.kind, "renewal"),
        eq(agreementAnnexes.state, "agreed"),
      ),
    )
    .limit(1);

type Annex = typeof agreementAnnexes.$inferSelect;

/** The renewal both signed goes on as an agreement of its own; nothing it held is free in between. */
async function renew(w: Writer, old: LoadedAgreement, annex: Annex, today: string): Promise<void> {
  guard(systemAsker, old, "renew");
  guardAnnex(systemAsker, old, "begin", annex.state);
  const endsOn = old.endsOn ?? annex.effectiveOn;
  await close(w, systemAsker, old, "renew", { endCause: "renewed", endsOn }, today, { hold: true });
  const number = await nextNumber(w, agreements, annex.effectiveOn.slice(0, 4));
  const household = annex.proposedSide === "household";
  const answeredAt = annex.answeredAt ?? annex.createdAt;
  const id = newId();
  await w.insert(agreements).values({
    id,
    number,
    applicationId: old.applicationId,
    kind: old.kind,
    enterpriseId: old.enterpriseId,
    householdCode: old.householdCode,
    title: old.title,
    state: "live",
    terms: annex.terms,
    startsOn: annex.effectiveOn,
    endsOn: annex.endsOn,
    agreedEndsOn: annex.endsOn,
    renewedFrom: old.id,
    enterpriseSignedBy: household ? annex.answeredBy : annex.proposedBy,
    enterpriseSignedHow: household ? annex.answeredHow : annex.proposedHow,
    enterpriseSignedAt: household ? answeredAt : annex.createdAt,
    enterpriseFileId: household ? annex.answeredFileId : annex.proposedFileId,
    householdSignedBy: household ? annex.proposedBy : annex.answeredBy,
    householdSignedHow: household ? annex.proposedHow : annex.answeredHow,
    householdSignedAt: household ? annex.createdAt : answeredAt,
    householdFileId: household ? annex.proposedFileId : annex.answeredFileId,
    bindingState: old.bindingState,
    bindingSince: old.bindingSince,
  });
  await w.update(agreementAnnexes).set({ state: "done" }).where(eq(agreementAnnexes.id, annex.id));
  await record(w, systemAsker, {
    action: "agreement.begin",
    subject: "agreement",
    subjectId: id,
    householdCode: old.householdCode,
    after: { number, renewedFrom: old.number, startsOn: annex.effectiveOn, endsOn: annex.endsOn },
  });
}

/**
 * Both sides of an agreement that ends within the days of policy are reminded, once.
 * @returns how many were reminded now.
 */
export async function remindEnding(today: string): Promise<number> {
  const days = (await policyFor(today))["agreement.reminderDays"];
  const ending = and(
    eq(agreements.state, "live"),
    isNull(agreements.remindedOn),
    isNotNull(agreements.endsOn),
    gte(agreements.endsOn, today),
    lte(agreements.endsOn, addDays(today, days)),
  );
  const due = await db
    .select({ id: agreements.id, householdCode: agreements.householdCode, endsOn: agreements.endsOn })
    .from(agreements)
    .where(ending)
    .limit(200);
  let reminded = 0;
  for (const { id, householdCode, endsOn } of due)
    reminded += await tx(async (w) => {
      const changed = await w
        .update(agreements)
        .set({ remindedOn: today })
        .where(and(eq(agreements.id, id), ending))
        .returning({ id: agreements.id });
      if (changed.length === 0) return 0;
      // The row in the audit is what the messages are made from.
      await record(w, systemAsker, {
        action: "agreement.ending",
        subject: "agreement",
        subjectId: id,
        householdCode,
        after: { endsOn },
      });
      return 1;
    });
  return reminded;
}
