import type { Locale } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import {
  formatJin,
  formatKm,
  formatList,
  formatMonths,
  formatMu,
  formatNumber,
  formatShare,
} from "@/lib/i18n/format";
import type { CardBands } from "@/lib/matching/bands";
import type { Change } from "@/lib/matching/change";
import type { RefusalRule } from "@/lib/matching/county";
import type { LeftOut } from "@/lib/matching/eligibility";
import type { Reason } from "@/lib/matching/reasons";

/** Reasons, refusals and changes as sentences short enough to be read out in the village. */

type Part = Pick<Dictionary, "matching" | "words">;

/** "离基地 3.2 公里;有 1 名普通劳动力,采茶季空闲;家里还没有产业项目。" */
export function reasonSentence(t: Part, locale: Locale, reasons: readonly Reason[]): string {
  const said = reasons.map((reason) => sayReason(t, locale, reason));
  const sentence = said.join(t.matching.between) + t.matching.end;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** One reason without its full stop, for a list of points. */
export function sayReason(t: Part, locale: Locale, reason: Reason): string {
  const say = t.matching.reason;
  const number = (n: number) => formatNumber(locale, n, 1);
  switch (reason.code) {
    case "distance":
      if (reason.km === 0) return reason.lodging ? say.hereLodging : say.here;
      return (reason.lodging ? say.lodging : say.distance)(formatKm(locale, reason.km));
    case "workers": {
      const whole = reason.tea && reason.months === reason.ofMonths;
      const when = whole ? say.teaSeason : formatMonths(locale, reason.months);
      return say.workers(number(reason.count), t.words.laborClass[reason.laborClass], when);
    }
    case "skills":
      return say.skills(skillList(t, locale, reason.skills));
    case "land-offered":
      return say.landOffered(formatMu(locale, reason.mu100), kindList(t, locale, reason.kinds));
    case "little-labor":
      return reason.units === 0 ? say.noLabor : say.littleLabor(number(reason.persons), number(reason.units));
    case "mu-per-person":
      return say.muPerPerson(formatMu(locale, reason.mu * 100));
    case "unallotted":
      return say.unallotted(number(reason.persons));
    case "can-grow":
      return say.canGrow(
        formatMu(locale, reason.mu100),
        kindList(t, locale, reason.kinds),
        formatJin(locale, reason.jin),
      );
    case "can-raise":
      return say.canRaise(formatJin(locale, reason.jin));
    case "own-land":
      return say.ownLand(formatMu(locale, reason.mu100));
    case "hands":
      return reason.units === 0 ? say.noLabor : say.hands(number(reason.units));
    case "uncovered":
      return say.uncovered;
    case "has-projects":
      return say.hasProjects(number(reason.projects));
    case "below-line":
      return say.belowLine(formatShare(locale, reason.percent / 100));
  }
}

const skillList = (t: Part, locale: Locale, skills: readonly (keyof Part["words"]["skill"])[]) =>
  formatList(
    locale,
    skills.map((s) => t.words.skill[s]),
  );
const kindList = (t: Part, locale: Locale, kinds: readonly (keyof Part["words"]["parcelKind"])[]) =>
  formatList(
    locale,
    kinds.map((k) => t.words.parcelKind[k]),
  );

/** The rule that refused a household, with its numbers. */
export function leftOutSentence(t: Part, locale: Locale, leftOut: LeftOut): string {
  return sayLeftOut(t, locale, leftOut) + t.matching.end;
}

function sayLeftOut(t: Part, locale: Locale, leftOut: LeftOut): string {
  const say = t.matching.leftOut;
  const years = (n: number) => formatNumber(locale, n);
  switch (leftOut.rule) {
    case "not-listed":
      return say.notListed;
    case "posting-closed":
      return say.postingClosed;
    case "no-capacity":
      return say.noCapacity;
    case "outside-radius":
      return say.outsideRadius(formatKm(locale, leftOut.distanceKm), formatKm(locale, leftOut.radiusKm));
    case "outside-villages":
      return say.outsideVillages;
    case "no-growing-land":
      return say.noGrowingLand(kindList(t, locale, leftOut.kinds));
    case "too-little-to-deliver":
      return say.tooLittleToDeliver(formatJin(locale, leftOut.jin), formatJin(locale, leftOut.minJin));
    case "nothing-to-bring":
      return say.nothingToBring;
    case "no-labor":
      return say.noLabor;
    case "at-school-or-too-young":
      return say.tooYoung(years(leftOut.workingAge));
    case "outside-age-limits": {
      const { ageMin, ageMax } = leftOut;
      if (ageMin !== null && ageMax !== null) return say.ageBetween(years(ageMin), years(ageMax));
      return ageMin !== null ? say.ageAtLeast(years(ageMin)) : say.ageAtMost(years(ageMax ?? 0));
    }
    case "labor-class":
      return say.laborClass[leftOut.work];
    case "skill-missing":
      return say.skillMissing(skillList(t, locale, leftOut.skills));
    case "not-free-in-season":
      return say.notFree(formatMonths(locale, leftOut.months));
    case "no-offered-land":
      return say.noOfferedLand(kindList(t, locale, leftOut.kinds));
    case "too-little-land":
      return say.tooLittleLand(formatMu(locale, leftOut.offeredMu100), formatMu(locale, leftOut.minMu100));
    case "no-unallotted-persons":
      return say.allAllotted;
    case "no-binding-link":
      return say.noBindingLink[leftOut.link];
  }
}

/** The smallest single change that would bring a household in; null says that none alone would. */
export function changeSentence(t: Part, locale: Locale, change: Change | null): string {
  const say = t.matching.change;
  if (change === null) return say.none + t.matching.end;
  if (change.unit === "months") return say.months(formatNumber(locale, change.by)) + t.matching.end;
  if (change.unit === "mu") return say.mu(formatMu(locale, change.byMu100)) + t.matching.end;
  return say.km(formatKm(locale, change.byKm)) + t.matching.end;
}

/** The short name of a rule, for counts and filters. */
export const ruleLabel = (t: Part, rule: RefusalRule): string => t.matching.rule[rule];

/** What an enterprise's card says of a household, in bands. */
export const bandLabels = (t: Part, bands: CardBands) => ({
  labor: t.matching.band.labor[bands.labor],
  land: t.matching.band.land[bands.land],
  distance: t.matching.band.distance[bands.distance],
});
