import { db, tx } from "@/db/client";
import type { ConsentWay } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { isDeclineReason, type MoveInput } from "@/lib/applications/input";
import { moves } from "@/lib/applications/moves";
import { clockOf } from "@/lib/applications/reply";
import { asSeen, guard, loadApplication, takeStep } from "@/lib/applications/step";
import { proveWord, type Word } from "@/lib/applications/word";
import { keepFile } from "@/lib/files/commands";
import type { AcceptedFile } from "@/lib/files/files";
import { policyFor } from "@/lib/policy/queries";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { spendCode } from "@/lib/users/one-time-codes";

/** The enterprise takes the household. @throws Refusal as the move table says. */
export const acceptApplication = (asker: Asker, id: string, today: string, seen?: number): Promise<void> =>
  tx(async (w) => {
    const loaded = await loadApplication(w, asker, id);
    guard(asker, loaded, "accept", "");
    asSeen(loaded, seen);
    // From now on the county's days count.
    const clock = clockOf(moves.accept.to, today, await policyFor(today, w));
    await takeStep(w, asker, loaded, "accept", { answeredBy: asker.userId, ...clock });
  });

/**
 * The enterprise declines, with a coded reason that the household is shown in plain words, and the enterprise's
 * own beside it; another reason is none without them.
 */
export const declineApplication = (
  asker: Asker,
  id: string,
  { reason, words = "", version: seen }: Pick<MoveInput, "reason" | "words" | "version">,
): Promise<void> =>
  tx(async (w) => {
    const loaded = await loadApplication(w, asker, id);
    guard(asker, loaded, "decline", reason ?? "");
    asSeen(loaded, seen);
    if (!isDeclineReason(reason))
      return refuseFields({ reason: { code: reason ? "not-in-list" : "missing" } });
    const stateReason = words.trim() || null;
    if (reason === "other" && !stateReason) refuseFields({ words: { code: "missing" } });
    await takeStep(w, asker, loaded, "decline", {
      answeredBy: asker.userId,
      declineReason: reason,
      stateReason,
    });
  });

/** What a village may bring as the household's word for taking back: what can be looked at again. */
const behalfWays: readonly ConsentWay[] = ["code", "slip"];

/** Asked before the transaction, since every try of a code counts; the table's other conditions come first. */
async function wordOnBehalf(
  asker: Asker,
  id: string,
  consent: MoveInput["consent"],
  hasPhoto: boolean,
): Promise<Word | null> {
  if (asker.role !== "village") return null;
  const loaded = await loadApplication(db, asker, id);
  guard(asker, loaded, "withdraw", "");
  if (!consent) return refuse("word-missing");
  if (!behalfWays.includes(consent.how)) refuseFields({ "consent.how": { code: "not-in-list" } });
  return proveWord(asker, loaded.application.householdCode, consent, hasPhoto);
}

/**
 * The household, or its village with its word for it, takes the application back; a place it held is free again.
 * @param photo of the slip the household signed for this. @throws Refusal as the move table says; word-missing,
 * input (the village's word), too-many-tries.
 */
export async function withdrawApplication(
  asker: Asker,
  id: string,
  { reason = "", version, consent }: Pick<MoveInput, "reason" | "version" | "consent">,
  photo: AcceptedFile | null = null,
): Promise<void> {
  const word = await wordOnBehalf(asker, id, consent, photo !== null);
  await tx(async (w) => {
    const loaded = await loadApplication(w, asker, id);
    guard(asker, loaded, "withdraw", reason);
    asSeen(loaded, version);
    const { householdCode } = loaded.application;
    if (word?.codeId) await spendCode(w, asker, word.codeId);
    if (word && photo)
      await keepFile(w, asker, { subject: "application", subjectId: id, householdCode }, photo);
    const { how, evidence } = word?.consent ?? {};
    const said = word ? { consent: how, evidence: how === "slip" ? (evidence ?? null) : null } : {};
    await takeStep(w, asker, loaded, "withdraw", { stateReason: reason.trim() || null }, said);
  });
}
