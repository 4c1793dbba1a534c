import { type Fact, ownFacts } from "@/components/postings/own-facts";
import type { Locale, PostingKind } from "@/db/words";
import type { StateCounts } from "@/lib/applications/counts";
import { dictionary } from "@/lib/i18n/dictionary";
import {
  formatDay,
  formatJin,
  formatKm,
  formatMoney,
  formatMonths,
  formatMu,
  formatNumber,
  formatRate,
} from "@/lib/i18n/format";
import type { Posting } from "@/lib/postings/queries";

/** How a posting is said: short enough for a list, or in full as facts. */

/**
 * A size in its kind's unit: 40 人 · 300 亩 · 1,200 斤.
 * @param size positions, hundredths of a mu, persons, jin, households or plots
 */
export function sizeText(locale: Locale, kind: PostingKind, size: number): string {
  const { postings: p } = dictionary(locale);
  if (kind === "land") return formatMu(locale, size);
  if (kind === "order") return formatJin(locale, size);
  const counted = { job: p.positions, equity: p.persons, membership: p.households, contract: p.plots };
  return counted[kind](formatNumber(locale, size));
}

/** What it pays, in one phrase: 每月 2,600 元 · 每亩每年 400 元 · 保底分红 5% · 保底价 每斤 3 元. */
export function payText(locale: Locale, posting: Posting): string {
  const { postings: p } = dictionary(locale);
  const money = (fen: number) => formatMoney(locale, fen);
  switch (posting.kind) {
    case "job":
      return p.wage[posting.job.wageUnit](money(posting.job.wageFen));
    case "land":
      return p.rentPerMuYear(money(posting.land.rentFenPerMuYear));
    case "equity":
      return `${p.facts.guaranteed} ${formatRate(locale, posting.equity.guaranteedBp)}`;
    case "order":
      return `${p.facts.floorPrice} ${p.perJin(money(posting.order.floorFenPerJin))}`;
    case "membership":
      return p.ofSurplus(formatRate(locale, posting.membership.surplusBp));
    case "contract":
      return `${p.facts.floorPrice} ${p.perJin(money(posting.contract.floorFenPerJin))}`;
  }
}

/** When, or for how long: 3–5月 · 10 年. */
function whenText(locale: Locale, posting: Posting): string | null {
  const { postings: p } = dictionary(locale);
  switch (posting.kind) {
    case "job":
      return formatMonths(locale, posting.job.months);
    case "land":
      return p.years(posting.land.years);
    case "order":
      return formatMonths(locale, posting.order.deliveryMonths);
    case "contract":
      return p.years(posting.contract.years);
    case "equity":
    case "membership":
      return null;
  }
}

/** The need in one line: 40 人 · 3–5月 · 每月 2,600 元. */
export const needLine = (locale: Locale, posting: Posting): string =>
  [sizeText(locale, posting.kind, posting.capacity), whenText(locale, posting), payText(locale, posting)]
    .filter(Boolean)
    .join(" · ");

/** Everything a reader of the posting may know, one fact a line. */
export function postingFacts(locale: Locale, posting: Posting): Fact[] {
  const { postings: p } = dictionary(locale);
  const f = p.facts;
  const left = sizeText(locale, posting.kind, posting.capacity - posting.taken);
  return [
    { term: f.enterprise, value: posting.enterpriseName },
    { term: f.project, value: posting.projectName },
    { term: f.needed[posting.kind], value: sizeText(locale, posting.kind, posting.capacity) },
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
