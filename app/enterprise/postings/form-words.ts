import type { Locale } from "@/db/words";
import { type BindingLink, bindingLinks, type ParcelKind, parcelKinds, skills, workKinds } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney, formatRate } from "@/lib/i18n/format";
import type { Policy } from "@/lib/policy/policy";

/** Everything the posting form says, as plain strings: what goes to the browser is only this. */
export function postingFormWords(locale: Locale, policy: Policy) {
  const { postings: p, ui, words } = dictionary(locale);
  const money = (fen: number) => formatMoney(locale, fen);
  const hinted = (link: BindingLink) => ({ hint: p.form.linkHints[link] });
  const { title: _, ...form } = { ...p.form };
  return {
    ...form,
    name: p.form.title,
    wageHint: p.formWith.wageHint(money(policy["wage.floorMonthFen"]), money(policy["wage.floorDayFen"])),
    perPersonNote: p.formWith.perPersonNote(money(policy["equity.fenPerPerson"])),
    guaranteedHint: p.formWith.guaranteedHint(formatRate(locale, policy["equity.guaranteedBp"])),
    secondHint: p.formWith.secondHint(formatRate(locale, policy["equity.secondBp"])),
    monthNames: ui.monthNames,
    optional: ui.optional,
    choose: ui.choose,
    findVillage: ui.findVillage,
    nothingFound: ui.nothingFound,
    working: ui.working,
    errorsTitle: ui.errorsTitle,
    workOptions: workKinds.map((value) => ({
      value,
      label: words.workKind[value],
      hint: p.form.workHints[value],
    })),
    skillOptions: skills.map((value) => ({ value, label: words.skill[value] })),
    parcelOptions: parcelKinds.map((value: ParcelKind) => ({ value, label: words.parcelKind[value] })),
    linkOptions: bindingLinks.map((value) => ({ value, label: words.bindingLink[value], ...hinted(value) })),
  };
}
export type PostingFormWords = ReturnType<typeof postingFormWords>;
