import { and, eq, inArray, sql } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { isConstraintError } from "@/db/errors";
import { applications, households } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { isInside } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { type ApplyInput, applyInput } from "@/lib/applications/input";
import { moves } from "@/lib/applications/moves";
import { bringParcels, frozen, insertApplication } from "@/lib/applications/row";
import { bringOf } from "@/lib/applications/size";
import { record } from "@/lib/audit/commands";
import { matchNow } from "@/lib/matching/match-now";
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
  const now = await matchNow(w, input.posting, input.household, today);
  if (!now.posting.open) refuse("posting-closed");
  if ("leftOut" in now.answer) return refuse("not-eligible", { rule: now.answer.leftOut.rule });
  const bring = bringOf(now.answer.fit, now.posting, now.policy, input);
  const row = {
    state: moves.apply.to,
    memberId: bring.memberId,
    size: bring.size,
    appliedBy: asker.userId,
    onBehalfBy: asker.role === "household" ? null : asker.userId,
    consentHow: input.consent.how,
    consentEvidence: input.consent.evidence ?? null,
    match: frozen(now, now.answer, today),
    stateAt: new Date(),
  };
  const id =
    (await answerInvitation(w, input, row)) ??
    (await insertApplication(w, input.posting, input.household, row));
  await bringParcels(w, id, bring);
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

/** An invitation, or an application returned to be mended, becomes the application. */
async function answerInvitation(
  w: Writer,
  input: ApplyInput,
  row: Partial<typeof applications.$inferInsert>,
): Promise<string | null> {
  const [open] = await w
    .update(applications)
    .set({ ...row, answeredBy: null, stateReason: null, version: sql`${applications.version} + 1` })
    .where(
      and(
        eq(applications.postingId, input.posting),
        eq(applications.householdCode, input.household),
        inArray(applications.state, [...moves.apply.from]),
      ),
    )
    .returning({ id: applications.id });
  return open?.id ?? null;
}
