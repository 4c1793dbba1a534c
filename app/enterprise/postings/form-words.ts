import type { Locale } from "@/db/words";
import {
  type BindingLink,
  bindingLinks,
  coopServices,
  type ParcelKind,
  parcelKinds,
  skills,
  workKinds,
} from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney, formatRate } from "@/lib/i18n/format";
import type { Policy } from "@/lib/policy/policy";

/** A round of share allotment one can post for, with what its fund has left. */
type OpenRound = { id: string; name: string; leftFen: number };

/** Everything the posting form says, as plain strings: what goes to the browser is only this. */
export function postingFormWords(locale: Locale, policy: Policy, rounds: readonly OpenRound[] = []) {
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
    surplusHint: p.formWith.surplusHint(formatRate(locale, policy["membership.surplusBp"])),
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
    serviceOptions: coopServices.map((value) => ({ value, label: words.coopService[value] })),
    roundOptions: rounds.map(({ id, name, leftFen }) => ({
      value: id,
      label: p.formWith.roundLeft(name, money(leftFen)),
    })),
    linkOptions: bindingLinks.map((value) => ({ value, label: words.bindingLink[value], ...hinted(value) })),
  };
}
export type PostingFormWords = ReturnType<typeof postingFormWords>;
