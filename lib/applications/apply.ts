import { and, eq, inArray } from "drizzle-orm";
import { db, tx, type Writer } from "@/db/client";
import { isConstraintError } from "@/db/errors";
import { newId } from "@/db/ids";
import { applications, households, postings } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { isInside } from "@/lib/access/asker";
import { permit, type Source } from "@/lib/access/scope";
import { type ApplyInput, applyInput } from "@/lib/applications/input";
import { moves } from "@/lib/applications/moves";
import { clockOf } from "@/lib/applications/reply";
import { bringParcels, frozen, insertApplication } from "@/lib/applications/row";
import { bringOf } from "@/lib/applications/size";
import { keepWord, proveWord, type Word } from "@/lib/applications/word";
import { record } from "@/lib/audit/commands";
import { keepFile } from "@/lib/files/commands";
import type { AcceptedFile } from "@/lib/files/files";
import { matchNow } from "@/lib/matching/match-now";
import { getPosting } from "@/lib/postings/queries";
import { parse } from "@/lib/refusal/parse";
import { refuse } from "@/lib/refusal/refusal";

async function checkScope(from: Source, asker: Asker, code: string): Promise<void> {
  const [household] = await from
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
 * parts and reasons are frozen into the application as they stand now; the enterprise's days to answer begin.
 * @param photo of the signed slip, kept sealed with the application. @returns the application's id.
 * @throws Refusal input, not-found, posting-closed, not-eligible (with the rule), full, already-applied.
 */
export async function applyTo(
  asker: Asker,
  raw: unknown,
  today: string,
  photo: AcceptedFile | null = null,
): Promise<{ id: string }> {
  permit(asker, "application", "write");
  const input = parse(applyInput, raw);
  // A code of somebody else's household must not even be tried.
  await checkScope(db, asker, input.household);
  const word = await proveWord(asker, input.household, input.consent, photo !== null);
  try {
    return await tx((w) => applyIn(w, asker, input, word, photo, today));
  } catch (error) {
    if (isConstraintError(error) && error.kind === "unique" && error.table === "applications")
      refuse("already-applied");
    throw error;
  }
}

async function applyIn(
  w: Writer,
  asker: Asker,
  input: ApplyInput,
  word: Word,
  photo: AcceptedFile | null,
  today: string,
): Promise<{ id: string }> {
  await checkScope(w, asker, input.household);
  await getPosting(asker, input.posting, w);
  const now = await matchNow(w, input.posting, input.household, today);
  if (!now.posting.open) refuse("posting-closed");
  if ("leftOut" in now.answer) return refuse("not-eligible", { rule: now.answer.leftOut.rule });
  const bring = bringOf(now.answer.fit, now.posting, now.policy, input);
  const before = await toAnswer(w, input);
  const id = before?.id ?? newId();
  const row = {
    state: moves.apply.to,
    memberId: bring.memberId,
    size: bring.size,
    // Who applied first stays: a second hand mends, and stands beside it as who recorded the word.
    appliedBy: before?.appliedBy ?? asker.userId,
    onBehalfBy: asker.role === "household" ? null : asker.userId,
    ...(await keepWord(w, asker, id, word)),
    match: frozen(now, now.answer, today),
    termsVersion: await termsVersionOf(w, input.posting),
    stateAt: new Date(),
    ...clockOf(moves.apply.to, today, now.policy),
  };
  if (before) await becomeApplication(w, before, row);
  else await insertApplication(w, { id, postingId: input.posting, householdCode: input.household, ...row });
  await bringParcels(w, id, bring);
  const about = { subject: "application", subjectId: id, householdCode: input.household } as const;
  if (photo) await keepFile(w, asker, about, photo);
  await record(w, asker, {
    action: "application.apply",
    subject: "application",
    subjectId: id,
    householdCode: input.household,
    before: before && { state: before.state },
    after: {
      state: moves.apply.to,
      posting: input.posting,
      size: bring.size,
      consent: input.consent.how,
      onBehalf: asker.role !== "household",
    },
  });
  return { id };
}

/** The terms the household gives its word to; others are another case (same-terms). */
async function termsVersionOf(w: Writer, id: string): Promise<number> {
  const [posting] = await w
    .select({ terms: postings.termsVersion })
    .from(postings)
    .where(eq(postings.id, id));
  return posting?.terms ?? refuse("not-found");
}

/** An invitation, or an application returned to be mended, that this one answers. */
async function toAnswer(w: Writer, input: ApplyInput) {
  const [open] = await w
    .select({
      id: applications.id,
      state: applications.state,
      version: applications.version,
      appliedBy: applications.appliedBy,
    })
    .from(applications)
    .where(
      and(
        eq(applications.postingId, input.posting),
        eq(applications.householdCode, input.household),
        inArray(applications.state, [...moves.apply.from]),
      ),
    );
  return open ?? null;
}

async function becomeApplication(
  w: Writer,
  before: NonNullable<Awaited<ReturnType<typeof toAnswer>>>,
  row: Partial<typeof applications.$inferInsert>,
): Promise<void> {
  const changed = await w
    .update(applications)
    .set({ ...row, answeredBy: null, stateReason: null, reasonCode: null, version: before.version + 1 })
    .where(and(eq(applications.id, before.id), eq(applications.version, before.version)))
    .returning({ id: applications.id });
  if (changed.length === 0) refuse("already-applied");
}
