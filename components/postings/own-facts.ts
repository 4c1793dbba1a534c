import type { Locale, PostingKind } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import {
  formatJin,
  formatList,
  formatMoney,
  formatMoneyRounded,
  formatMonths,
  formatMu,
  formatNumber,
  formatRate,
} from "@/lib/i18n/format";
import { plotFen } from "@/lib/matching/yearly";
import type { Posting, PostingOf } from "@/lib/postings/queries";

/** What is particular to a posting's kind, one fact a line; null values are left out. */
export type Fact = { term: string; value: string | null };
type Facts<K extends PostingKind> = (locale: Locale, posting: PostingOf<K>) => Fact[];

const job: Facts<"job"> = (locale, { job }) => {
  const { postings: p, words } = dictionary(locale);
  const f = p.facts;
  const skills = formatList(
    locale,
    job.skills.map((s) => words.skill[s]),
  );
  const wanted = job.skillsRequired ? p.skillsRequired(skills) : p.skillsWanted(skills);
  return [
    { term: f.months, value: formatMonths(locale, job.months) },
    { term: f.wage, value: p.wage[job.wageUnit](formatMoney(locale, job.wageFen)) },
    { term: f.work, value: words.workKind[job.work] },
    { term: f.age, value: p.ages(job.ageMin, job.ageMax) },
    { term: f.skills, value: job.skills.length === 0 ? p.anySkill : wanted },
    { term: f.lodging, value: job.lodging ? p.lodging : p.noLodging },
  ];
};

const land: Facts<"land"> = (locale, { land }) => {
  const { postings: p, words } = dictionary(locale);
  const f = p.facts;
  const kinds = land.parcelKinds.map((kind) => words.parcelKind[kind]);
  return [
    { term: f.kinds, value: formatList(locale, kinds) },
    { term: f.minMu, value: formatMu(locale, land.minMu100) },
    { term: f.fullMu, value: land.fullMu100 === null ? null : formatMu(locale, land.fullMu100) },
    { term: f.rent, value: p.rentPerMuYear(formatMoney(locale, land.rentFenPerMuYear)) },
    { term: f.years, value: p.years(land.years) },
  ];
};

const equity: Facts<"equity"> = (locale, { equity }) => {
  const { postings: p, words } = dictionary(locale);
  const f = p.facts;
  return [
    { term: f.round, value: equity.roundName },
    { term: f.perPerson, value: formatMoney(locale, equity.fenPerPerson) },
    { term: f.guaranteed, value: p.ofShares(formatRate(locale, equity.guaranteedBp)) },
    { term: f.second, value: p.ofProfit(formatRate(locale, equity.secondBp)) },
    { term: f.link, value: words.bindingLink[equity.bindingLink] },
  ];
};

const order: Facts<"order"> = (locale, { order }) => {
  const { postings: p, words } = dictionary(locale);
  const f = p.facts;
  const grows = order.parcelKinds.length > 0;
  const kinds = order.parcelKinds.map((kind) => words.parcelKind[kind]);
  const yields = formatJin(locale, order.yieldJin);
  return [
    { term: f.product, value: order.product },
    { term: f.grade, value: order.grade || p.noGrade },
    { term: f.floorPrice, value: p.perJin(formatMoney(locale, order.floorFenPerJin)) },
    { term: f.growsOn, value: grows ? formatList(locale, kinds) : p.noLand },
    { term: grows ? f.yieldPerMu : f.yieldPerWorker, value: grows ? p.perMu(yields) : yields },
    {
      term: f.perHousehold,
      value: p.fromTo(formatJin(locale, order.minJin), formatJin(locale, order.fullJin)),
    },
    { term: f.delivery, value: formatMonths(locale, order.deliveryMonths) },
    { term: f.payWithin, value: p.withinDays(order.payWithinDays) },
    { term: f.termYears, value: p.years(order.years) },
  ];
};

const membership: Facts<"membership"> = (locale, { membership }) => {
  const { postings: p, words } = dictionary(locale);
  const f = p.facts;
  const services = membership.services.map((service) => words.coopService[service]);
  const { shareFen } = membership;
  return [
    { term: f.shareOfHousehold, value: shareFen === 0 ? p.noShare : formatMoney(locale, shareFen) },
    { term: f.surplus, value: p.ofSurplus(formatRate(locale, membership.surplusBp)) },
    { term: f.services, value: formatList(locale, services) },
    { term: f.members, value: membership.ownVillages ? p.ownVillages : p.anyVillage },
  ];
};

const contract: Facts<"contract"> = (locale, { contract: c }) => {
  const { postings: p, words } = dictionary(locale);
  const f = p.facts;
  const aPlot = (fen: number) => (fen === 0 ? p.noFee : p.perPlotYear(formatMoney(locale, fen)));
  const skills = c.skills.map((s) => words.skill[s]);
  return [
    { term: f.product, value: c.product },
    { term: f.plot, value: formatMu(locale, c.plotMu100) },
    { term: f.maxPlots, value: p.plots(formatNumber(locale, c.maxPlots)) },
    { term: f.months, value: formatMonths(locale, c.months) },
    { term: f.skills, value: skills.length === 0 ? p.anySkill : p.skillsWanted(formatList(locale, skills)) },
    { term: f.fee, value: aPlot(c.feeFenPerPlotYear) },
    { term: f.inputs, value: aPlot(c.inputsFenPerPlotYear) },
    { term: f.yieldPerPlot, value: formatJin(locale, c.yieldJinPerPlot) },
    { term: f.floorPrice, value: p.perJin(formatMoney(locale, c.floorFenPerJin)) },
    { term: f.plotLeaves, value: p.estimated(formatMoneyRounded(locale, plotFen(c))) },
    { term: f.payWithin, value: p.withinDays(c.payWithinDays) },
    { term: f.termYears, value: p.years(c.years) },
  ];
};

const facts: { [K in PostingKind]: Facts<K> } = { job, land, equity, order, membership, contract };

export const ownFacts = (locale: Locale, posting: Posting): Fact[] =>
  // The kind picks the function that takes it.
  (facts[posting.kind] as (locale: Locale, posting: Posting) => Fact[])(locale, posting);
