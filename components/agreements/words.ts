import type { AgreementState, BindingState, EndCause, Locale } from "@/db/words";
import { isSigningLate } from "@/lib/agreements/signing";
import { daysBetween } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatNumber } from "@/lib/i18n/format";

/** What the sentences about an agreement turn on. */
export type Standing = {
  state: AgreementState;
  startsOn: string;
  endsOn: string | null;
  endedOn: string | null;
  endCause: EndCause | null;
  enterpriseSignedHow: string | null;
  householdSignedHow: string | null;
  bindingState: BindingState | null;
};

/** From – to, or from when without an end. */
export const daysWords = ({ startsOn, endsOn }: Standing, locale: Locale): string => {
  const { agreements: t } = dictionary(locale);
  const from = formatDayWithYear(locale, startsOn);
  return endsOn ? t.fromTo(from, formatDayWithYear(locale, endsOn)) : t.fromOn(from);
};

/** Whose signature is missing, or null. */
export function waitsForWords(a: Standing, locale: Locale): string | null {
  const { waitsFor } = dictionary(locale).agreements;
  if (a.state !== "unsigned") return null;
  if (a.enterpriseSignedHow === null)
    return a.householdSignedHow === null ? waitsFor.both : waitsFor.enterprise;
  return waitsFor.household;
}

/** That a signature is missing for longer than allowed, or null. */
export function waitsLongWords(
  a: Standing,
  today: string,
  signWithinDays: number,
  locale: Locale,
): string | null {
  if (!isSigningLate(a, { "agreement.signWithinDays": signWithinDays }, today)) return null;
  return dictionary(locale).agreements.waitsLong(formatNumber(locale, daysBetween(a.startsOn, today)));
}

/** That it ended, that it will, or that its last day is near; null when nothing is to be said. */
export function endWords(a: Standing, today: string, reminderDays: number, locale: Locale): string | null {
  const { agreements: t, words } = dictionary(locale);
  if (a.state === "ended" && a.endedOn && a.endCause)
    return t.ended(formatDayWithYear(locale, a.endedOn), words.endCause[a.endCause]);
  if (a.endsOn === null) return null;
  if (a.endCause) return t.endsAhead(formatDayWithYear(locale, a.endsOn), words.endCause[a.endCause]);
  const left = daysBetween(today, a.endsOn);
  return left <= reminderDays && left >= 0 ? t.endsIn(left) : null;
}
