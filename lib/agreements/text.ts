import type { AgreementTerms } from "@/db/agreement-terms";
import type { CoopService, EndCause, Locale, PostingKind } from "@/db/words";
import { type TermsChange, termsPeriods } from "@/lib/agreements/terms";
import { dayOf } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import {
  formatDay,
  formatDayWithYear,
  formatList,
  formatMoney,
  formatMonths,
  formatMu,
  formatNumber,
  formatRate,
} from "@/lib/i18n/format";

/** What fills the text: who, and the terms with what was changed since. ID numbers whole or masked, as given. */
export type PaperFacts = {
  number: string;
  kind: PostingKind;
  title: string;
  terms: AgreementTerms;
  startsOn: string;
  endsOn: string | null;
  endedOn: string | null;
  endCause: EndCause | null;
  renewedFromNumber: string | null;
  enterprise: { name: string; creditCode: string; legalPerson: string; phone: string | null };
  household: { headName: string; idNumber: string; place: string; village: string; phone: string | null };
  /** Who works or holds the shares: names by member id. */
  names: Record<string, string>;
  /** The worker's own ID number, when the worker is not the head. */
  workerIdNumber: string | null;
  annexes: (TermsChange & { number: number })[];
  noticeDays: number;
  signed: Record<
    "enterprise" | "household",
    { how: "screen" | "paper"; name: string; at: Date; slipBy?: string } | null
  >;
};

export type Paper = {
  title: string;
  number: string;
  notes: string[];
  parties: { heading: string; name: string; lines: string[] }[];
  lead: string;
  clauses: { heading: string; body: string }[];
  signs: { heading: string; line: string | null; blank: string }[];
  foot: string;
};

const say = (locale: Locale) => ({
  t: dictionary(locale).agreementText,
  money: (fen: number) => formatMoney(locale, fen),
  number: (n: number) => formatNumber(locale, n),
  rate: (bp: number) => formatRate(locale, bp),
  yearly: (monthDay: string) => formatDay(locale, `2000-${monthDay}`),
});

type BodyFacts = Pick<PaperFacts, "terms" | "names" | "title" | "workerIdNumber">;

/** What is paid and when, as the paper says it, without anybody's name. */
export const payWords = (terms: AgreementTerms, locale: Locale): string =>
  body({ terms, names: {}, title: "", workerIdNumber: null }, locale).pay;

/** What it is about, what is paid and what each side does, by kind. */
function body(facts: BodyFacts, locale: Locale): { what: string; pay: string; duty: string } {
  const { t, money, number, rate, yearly } = say(locale);
  const { terms, names } = facts;
  const { words } = dictionary(locale);
  const join = (...parts: (string | false)[]) => parts.filter(Boolean).join(locale === "zh" ? "" : " ");
  switch (terms.kind) {
    case "job": {
      const name = names[terms.memberId] ?? "";
      const who = facts.workerIdNumber ? t.job.worker(name, facts.workerIdNumber) : name;
      const what = t.job.what(who, facts.title, formatMonths(locale, terms.months));
      const day = String(terms.payDay);
      return {
        what: join(what, terms.lodging && t.job.lodging),
        pay:
          terms.wageUnit === "month"
            ? t.job.byMonth(money(terms.wageFen), day)
            : t.job.byDay(money(terms.wageFen), number(terms.daysPerMonth ?? 0), day),
        duty: t.job.duty,
      };
    }
    case "land": {
      const parcels = terms.parcels.map((p) =>
        t.land.parcel(words.parcelKind[p.kind], formatMu(locale, p.mu100)),
      );
      const perYear = Math.round((terms.mu100 * terms.rentFenPerMuYear) / 100);
      return {
        what: t.land.what(formatList(locale, parcels), formatMu(locale, terms.mu100)),
        pay: t.land.pay(money(terms.rentFenPerMuYear), money(perYear), yearly(terms.payMonthDay)),
        duty: t.land.duty,
      };
    }
    case "equity": {
      const total = terms.persons * terms.fenPerPerson;
      const part = (bp: number) => money(Math.round((total * bp) / 10_000));
      const whose = formatList(
        locale,
        terms.memberIds.map((id) => names[id] ?? ""),
      );
      const { guaranteedBp, secondBp } = terms;
      return {
        what: t.equity.what(number(terms.persons), whose, money(terms.fenPerPerson), money(total)),
        pay: join(
          t.equity.guaranteed(rate(guaranteedBp), part(guaranteedBp), yearly(terms.payMonthDay)),
          terms.secondBase === "profit"
            ? t.equity.secondProfit(rate(secondBp))
            : t.equity.secondPrincipal(rate(secondBp), part(secondBp)),
        ),
        duty: t.equity.duty,
      };
    }
    case "order": {
      const unit = t.units[terms.unit];
      const quantity = `${number(terms.quantity)} ${unit}`;
      return {
        what: t.order.what(terms.product, terms.grade, quantity, formatMonths(locale, terms.deliveryMonths)),
        pay: t.order.pay(money(terms.floorPriceFen), unit, number(terms.payWithinDays)),
        duty: t.order.duty,
      };
    }
    case "membership": {
      const share = terms.shareFen > 0 ? t.membership.paysIn(money(terms.shareFen)) : t.membership.noShare;
      const services = formatList(
        locale,
        terms.services.map((one) => words.coopService[one as CoopService] ?? one),
      );
      return {
        what: join(t.membership.what(share), services !== "" && t.membership.services(services)),
        pay: t.membership.pay(rate(terms.returnBp), yearly(terms.payMonthDay)),
        duty: t.membership.duty,
      };
    }
    case "contract": {
      const { plots, feeFenPerPlotYear: fee, inputsFenPerPlotYear: inputs } = terms;
      return {
        what: t.contract.what(number(plots), formatMu(locale, terms.plotMu100), terms.product),
        pay: join(
          fee > 0 ? t.contract.fee(money(fee * plots), yearly(terms.payMonthDay)) : t.contract.noFee,
          inputs > 0 && t.contract.inputs(money(inputs * plots)),
          t.contract.buyback(money(terms.floorPriceFen), t.units[terms.unit], number(terms.payWithinDays)),
        ),
        duty: t.contract.duty,
      };
    }
  }
}

/** What an annex changed against the terms before it, in words. */
export function changeWords(before: AgreementTerms, after: AgreementTerms, locale: Locale): string {
  const { t, money, number, rate, yearly } = say(locale);
  const shown = (key: string, value: unknown): string => {
    if (key.includes("Fen")) return money(Number(value));
    if (key.endsWith("Bp")) return rate(Number(value));
    return key === "payMonthDay" ? yearly(String(value)) : number(Number(value));
  };
  const old = new Map<string, unknown>(Object.entries(before));
  const changes = Object.entries(after).flatMap(([key, value]) => {
    if (!Object.hasOwn(t.changes, key) || value === old.get(key)) return [];
    return [t.changes[key as keyof typeof t.changes](shown(key, value))];
  });
  return changes.join(t.and);
}

function changedClause(facts: PaperFacts, locale: Locale): { heading: string; body: string }[] {
  const { t } = say(locale);
  const periods = termsPeriods(facts, facts.annexes);
  const lines = periods.slice(1).map(({ from, terms }, i) => {
    const annex = facts.annexes.find((a) => a.effectiveOn === from && a.terms === terms);
    const what = changeWords(periods[i]?.terms ?? facts.terms, terms, locale);
    return t.changed(String(annex?.number ?? ""), formatDayWithYear(locale, from), what);
  });
  return lines.length > 0 ? [{ heading: t.headings.changed, body: lines.join("") }] : [];
}

/**
 * The whole agreement as it is read and printed: parties, numbered clauses, signatures. Pure: the same facts
 * give the same text.
 */
export function paperOf(facts: PaperFacts, locale: Locale): Paper {
  const { t, number } = say(locale);
  const { enterprise, household } = facts;
  const { what, pay, duty } = body(facts, locale);
  const from = formatDayWithYear(locale, facts.startsOn);
  const term = facts.endsOn ? t.term.fixed(from, formatDayWithYear(locale, facts.endsOn)) : t.term.open(from);
  const space = locale === "zh" ? "" : " ";
  const late = `${t.late}${space}${facts.kind === "equity" ? t.lateDividend : t.lateOther}`;
  const clauses = [
    { heading: t.headings.what, body: what },
    { heading: t.headings.pay, body: pay },
    { heading: t.headings.term, body: term },
    { heading: t.headings.duty, body: duty },
    { heading: t.headings.late, body: late },
    { heading: t.headings.end, body: t.end(number(facts.noticeDays)) },
    { heading: t.headings.change, body: t.change },
    { heading: t.headings.complain, body: t.complain(household.village) },
    ...changedClause(facts, locale),
  ];
  const signOf = (side: "enterprise" | "household", heading: string) => {
    const signed = facts.signed[side];
    const at = signed ? formatDayWithYear(locale, dayOf(signed.at)) : "";
    const onScreen = (name: string, slipBy?: string) =>
      slipBy ? t.signedSlip(name, at, slipBy) : t.signedScreen(name, at);
    const line =
      signed && (signed.how === "screen" ? onScreen(signed.name, signed.slipBy) : t.signedPaper(at));
    return { heading, line, blank: t.signedBlank };
  };
  const { endedOn, endCause } = facts;
  return {
    title: t.titles[facts.kind],
    number: t.number(facts.number),
    notes: [
      ...(facts.renewedFromNumber ? [t.renewed(facts.renewedFromNumber)] : []),
      ...(endedOn && endCause
        ? [t.ended(formatDayWithYear(locale, endedOn), dictionary(locale).words.endCause[endCause])]
        : []),
    ],
    parties: [
      {
        heading: t.partyA,
        name: enterprise.name,
        lines: [
          t.party.creditCode(enterprise.creditCode),
          t.party.legalPerson(enterprise.legalPerson),
          ...(enterprise.phone ? [t.party.phone(enterprise.phone)] : []),
        ],
      },
      {
        heading: t.partyB,
        name: t.party.head(household.headName),
        lines: [
          t.party.idNumber(household.idNumber),
          t.party.place(household.place),
          ...(household.phone ? [t.party.phone(household.phone)] : []),
        ],
      },
    ],
    lead: t.lead,
    clauses: clauses.map(({ heading, body }, i) => ({ heading: t.clause(i + 1, heading), body })),
    signs: [signOf("enterprise", t.signA), signOf("household", t.signB)],
    foot: t.foot,
  };
}
