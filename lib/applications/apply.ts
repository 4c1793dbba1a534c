import { eq } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { isConstraintError } from "@/db/errors";
import { newId } from "@/db/ids";
import { applicationParcels, applications, households } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { isInside } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { type ApplyInput, applyInput } from "@/lib/applications/input";
import { bringOf } from "@/lib/applications/size";
import { record } from "@/lib/audit/commands";
import { cardBands } from "@/lib/matching/bands";
import { matchNow } from "@/lib/matching/match-now";
import { reasonsOf } from "@/lib/matching/reasons";
import { tierOf } from "@/lib/matching/tier";
import { getPosting } from "@/lib/postings/queries";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** The household itself speaks on its own account; its village records how it gave its word. */
function checkWord(asker: Asker, { consent }: ApplyInput): void {
  if ((asker.role === "household") !== (consent.how === "own-account"))
    refuseFields({ "consent.how": { code: "not-in-list" } });
  if (asker.role !== "household" && !consent.evidence)
    refuseFields({ "consent.evidence": { code: "missing" } });
}

async function checkScope(w: Writer, asker: Asker, code: string): Promise<void> {
  const [household] = await w
    .select({ villageCode: households.villageCode })
    .from(households)
    .where(eq(households.code, code));
  const own =
    asker.role === "household"
      ? asker.householdCode === code
      : isInside(asker.divisionScope, household?.villageCode ?? "");
  if (!household || !own) refuse("not-found");
}

/**
 * A household applies to a posting, or its village for it with the household's word. The ranking's score,
 * parts and reasons are frozen into the application as they stand now.
 * @returns the application's id. @throws Refusal input, not-found, posting-closed, not-eligible (with the rule),
 * full, already-applied.
 */
export async function applyTo(asker: Asker, raw: unknown, today: string): Promise<{ id: string }> {
  permit(asker, "application", "write");
  const input = parse(applyInput, raw);
  checkWord(asker, input);
  try {
    return await tx((w) => applyIn(w, asker, input, today));
  } catch (error) {
    if (isConstraintError(error) && error.kind === "unique" && error.table === "applications")
      refuse("already-applied");
    throw error;
  }
}

async function applyIn(w: Writer, asker: Asker, input: ApplyInput, today: string): Promise<{ id: string }> {
  await checkScope(w, asker, input.household);
  await getPosting(asker, input.posting, w);
  const { household, posting, policy, answer } = await matchNow(w, input.posting, input.household, today);
  if (!posting.open) refuse("posting-closed");
  if ("leftOut" in answer) return refuse("not-eligible", { rule: answer.leftOut.rule });
  const bring = bringOf(answer.fit, posting, policy, input);
  const id = newId();
  await w.insert(applications).values({
    id,
    postingId: input.posting,
    householdCode: input.household,
    state: "applied",
    memberId: bring.memberId,
    size: bring.size,
    cardToken: newId().slice(10),
    appliedBy: asker.userId,
    onBehalfBy: asker.role === "household" ? null : asker.userId,
    consentHow: input.consent.how,
    consentEvidence: input.consent.evidence ?? null,
    match: {
      score: answer.score,
      parts: answer.parts,
      reasons: reasonsOf(household, posting, answer, policy, today),
      tier: tierOf(answer.score, policy),
      bands: cardBands(household, answer.distanceKm, policy, today),
      policyOn: today,
    },
  });
  if (bring.parcels.length > 0)
    await w.insert(applicationParcels).values(bring.parcels.map((p) => ({ ...p, applicationId: id })));
  await record(w, asker, {
    action: "application.apply",
    subject: "application",
    subjectId: id,
    householdCode: input.household,
    after: {
      posting: input.posting,
      size: bring.size,
      consent: input.consent.how,
      onBehalf: asker.role !== "household",
    },
  });
  return { id };
}
