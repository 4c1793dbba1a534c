import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { households } from "@/db/schema";
import { type Asker, isInside } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { wrotePhone } from "@/lib/households/phone";
import { dictionary } from "@/lib/i18n/dictionary";
import { configuredChannels, SendFailure, send } from "@/lib/messages/channels";
import { refuse } from "@/lib/refusal/refusal";
import { unseal } from "@/lib/sealing/sealing";
import { issueCode } from "@/lib/users/one-time-codes";

/** For so long a number is not asked for a household's word by who wrote it into the record. */
const phoneDays = 7;

/**
 * Six digits a household takes on its own account and reads to its village worker: nobody else can have them
 * made, and not in a session opened with a sign-in slip, whose giver could have entered just as well.
 * @throws Refusal forbidden, slip-session, too-many-tries.
 */
export async function ownConsentCode(asker: Asker): Promise<{ code: string; expiresAt: Date }> {
  permit(asker, "application", "write");
  if (asker.role !== "household" || !asker.householdCode) return refuse("forbidden");
  if (asker.slipBy) refuse("slip-session");
  return issueCode(asker, { household: asker.householdCode, purpose: "consent" });
}

/** Whether a code can be sent to a household's phone: only where the county has configured SMS. */
export const canSendCode = (): boolean => configuredChannels().includes("sms");

/**
 * Sends a code to the phone on the household's record, at its village's wish; the village worker does not see it,
 * and has not written that number into the record in the last days.
 * @throws Refusal forbidden, not-found, phone-changed, not-sent (not configured, no phone, or the gateway failed), too-many-tries.
 */
export async function sendConsentCode(asker: Asker, household: string, now = new Date()): Promise<void> {
  permit(asker, "application", "write");
  if (asker.role !== "village") refuse("forbidden");
  const [home] = await db
    .select({ village: households.villageCode, phoneSealed: households.phoneSealed })
    .from(households)
    .where(eq(households.code, household));
  if (!home || !isInside(asker.divisionScope, home.village)) return refuse("not-found");
  if (!canSendCode() || !home.phoneSealed) return refuse("not-sent");
  const since = new Date(now.getTime() - phoneDays * 86_400_000);
  if (await wrotePhone(db, { userId: asker.userId ?? "", household, since }))
    refuse("phone-changed", { days: phoneDays });
  const phone = unseal(home.phoneSealed, { table: "households", row: household, column: "phone" });
  const { code } = await issueCode(asker, { household, purpose: "consent", unseen: true });
  try {
    await send("sms", phone, { subject: "", text: dictionary("zh").cases.ownCode.sms(code) });
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    refuse("not-sent");
  }
}
