import { found } from "@/app/found";
import type { Locale, Role } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import type { Said } from "@/lib/households/field-text";
import { getForm, type HouseholdForm } from "@/lib/households/form";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { listIndustries } from "@/lib/industries/queries";
import { requireAsker } from "@/lib/users/session";

export type OpenRecord = { asker: Asker; locale: Locale; said: Said; form: HouseholdForm; day: string };

/** What every page of a household's record begins with: who asks, in which language, and the record. */
export async function openRecord(code: string, ...roles: Role[]): Promise<OpenRecord> {
  const [asker, locale, industries] = await Promise.all([
    requireAsker(...roles),
    currentLocale(),
    listIndustries(),
  ]);
  const day = today();
  const form = await found(getForm(asker, code, day));
  return { asker, locale, said: { t: dictionary(locale), locale, industries }, form, day };
}

/** The way to a page below a household's. */
export const wayTo = ({ form, said }: OpenRecord) => [
  { href: "/village", label: said.t.village.title },
  { href: `/village/households/${form.code}`, label: form.household.headName ?? form.code },
];
