import type { Locale, PostingKind } from "@/db/words";
import type { StateCounts } from "@/lib/applications/counts";
import { dictionary } from "@/lib/i18n/dictionary";
import {
  formatDay,
  formatKm,
  formatList,
  formatMoney,
  formatMonths,
  formatMu,
  formatNumber,
  formatRate,
} from "@/lib/i18n/format";
import type { Posting } from "@/lib/postings/queries";

/** How a posting is said: short enough for a list, or in full as facts. */

/** A size in its kind's unit: 40 人 · 300 亩. @param size positions, hundredths of a mu, or persons */
export function sizeText(locale: Locale, kind: PostingKind, size: number): string {
  const { postings: p } = dictionary(locale);
  if (kind === "land") return formatMu(locale, size);
  return kind === "job" ? p.positions(formatNumber(locale, size)) : p.persons(formatNumber(locale, size));
}

/** What it pays, in one phrase: 每月 2,600 元 · 每亩每年 400 元 · 保底分红 5%. */
export function payText(locale: Locale, posting: Posting): string {
  const { postings: p } = dictionary(locale);
  if (posting.kind === "job") return p.wage[posting.job.wageUnit](formatMoney(locale, posting.job.wageFen));
  if (posting.kind === "land") return p.rentPerMuYear(formatMoney(locale, posting.land.rentFenPerMuYear));
  return `${p.facts.guaranteed} ${formatRate(locale, posting.equity.guaranteedBp)}`;
}

/** The need in one line: 40 人 · 3–5月 · 每月 2,600 元. */
export function needLine(locale: Locale, posting: Posting): string {
  const { postings: p } = dictionary(locale);
  const size = sizeText(locale, posting.kind, posting.capacity);
  const when =
    posting.kind === "job"
      ? formatMonths(locale, posting.job.months)
      : posting.kind === "land"
        ? p.years(posting.land.years)
        : null;
  return [size, when, payText(locale, posting)].filter(Boolean).join(" · ");
}

type Fact = { term: string; value: string | null };

const ownFacts = (locale: Locale, posting: Posting): Fact[] => {
  const { postings: p, words } = dictionary(locale);
  const f = p.facts;
  if (posting.kind === "job") {
    const { job } = posting;
    const skills = formatList(
      locale,
      job.skills.map((s) => words.skill[s]),
    );
    const wanted = job.skillsRequired ? p.skillsRequired(skills) : p.skillsWanted(skills);
    return [
      { term: f.months, value: formatMonths(locale, job.months) },
      { term: f.wage, value: payText(locale, posting) },
      { term: f.work, value: words.workKind[job.work] },
      { term: f.age, value: p.ages(job.ageMin, job.ageMax) },
      { term: f.skills, value: job.skills.length === 0 ? p.anySkill : wanted },
      { term: f.lodging, value: job.lodging ? p.lodging : p.noLodging },
    ];
  }
  if (posting.kind === "land") {
    const { land } = posting;
    const kinds = land.parcelKinds.map((kind) => words.parcelKind[kind]);
    return [
      { term: f.kinds, value: formatList(locale, kinds) },
      { term: f.minMu, value: formatMu(locale, land.minMu100) },
      { term: f.fullMu, value: land.fullMu100 === null ? null : formatMu(locale, land.fullMu100) },
      { term: f.rent, value: payText(locale, posting) },
      { term: f.years, value: p.years(land.years) },
    ];
  }
  const { equity } = posting;
  return [
    { term: f.perPerson, value: formatMoney(locale, equity.fenPerPerson) },
    { term: f.guaranteed, value: p.ofShares(formatRate(locale, equity.guaranteedBp)) },
    { term: f.second, value: p.ofProfit(formatRate(locale, equity.secondBp)) },
    { term: f.link, value: words.bindingLink[equity.bindingLink] },
  ];
};

/** Everything a reader of the posting may know, one fact a line. */
export function postingFacts(locale: Locale, posting: Posting): Fact[] {
  const { postings: p } = dictionary(locale);
  const f = p.facts;
  const left = sizeText(locale, posting.kind, posting.capacity - posting.taken);
  return [
    { term: f.enterprise, value: posting.enterpriseName },
    { term: f.project, value: posting.projectName },
    { term: f.needed, value: sizeText(locale, posting.kind, posting.capacity) },
    { term: f.left, value: posting.taken > 0 ? left : null },
    ...ownFacts(locale, posting),
    { term: f.place, value: `${posting.townName} ${posting.villageName}` },
    {
      term: f.radius,
      value: posting.radiusKm === null ? p.everywhere : p.within(formatKm(locale, posting.radiusKm)),
    },
    { term: f.closes, value: formatDay(locale, posting.closesOn) },
    { term: f.reach, value: posting.reachBand ? p.reach[posting.reachBand] : null },
    { term: f.summary, value: posting.summary || null },
  ];
}

/** States an application has been through at least that far; a later refusal does not undo having applied. */
const reached = {
  applied: ["applied", "accepted", "declined", "returned", "approved", "held", "rejected", "final"],
  accepted: ["accepted", "approved", "held", "final"],
  approved: ["approved", "held", "final"],
  final: ["final"],
} as const;

/** 需要 ▸ 申请 ▸ 接受 ▸ 批准 ▸ 确定: the need in its own unit, the others in households. */
export function progressSteps(locale: Locale, posting: Posting, counts: StateCounts) {
  const { ui } = dictionary(locale);
  const of = (step: keyof typeof reached) =>
    reached[step].reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return [
    { label: ui.steps.needed, value: sizeText(locale, posting.kind, posting.capacity) },
    ...(["applied", "accepted", "approved", "final"] as const).map((step) => ({
      label: ui.steps[step],
      value: formatNumber(locale, of(step)),
      strong: step === "final" && of(step) > 0,
    })),
  ];
}
