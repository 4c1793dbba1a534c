import type { Locale } from "@/db/words";
import { paymentMethods } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

/** What the form of payments says, for several lines or for one. */
export function payWords(locale: Locale, one: boolean) {
  const { moneys, ui } = dictionary(locale);
  const t = moneys.enterprise;
  return {
    title: one ? t.recordOne : t.recordTitle,
    lead: t.recordLead,
    amount: t.amountField,
    yuan: t.yuan,
    paidOn: t.paidOn,
    method: t.method,
    reference: t.reference,
    referenceHint: t.referenceHint,
    optional: moneys.household.optional,
    send: t.record,
    working: ui.working,
    errorsTitle: ui.errorsTitle,
  };
}

export const methodOptions = (locale: Locale) =>
  paymentMethods.map((value) => ({ value, label: dictionary(locale).words.paymentMethod[value] }));
