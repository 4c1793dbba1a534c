import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import type { Locale } from "@/db/words";
import { type Figure, kindFields } from "@/lib/enterprises/kinds";
import type { PublicEnterprise } from "@/lib/enterprises/queries";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatMoneyRounded, formatMu, formatNumber } from "@/lib/i18n/format";

type Props = { t: Dictionary; locale: Locale; enterprise: PublicEnterprise; industry: string };

/** What is public of an enterprise: who it is, where, and the figures its kind is asked for. */
export function EnterpriseFacts({ t, locale, enterprise: e, industry }: Props) {
  const { directory: d, words } = t;
  const p = d.enterprisePage;
  return (
    <DefinitionList
      items={[
        { term: d.kind, value: words.enterpriseKind[e.kind] },
        { term: d.creditCode, value: e.creditCode },
        { term: p.legalPerson, value: e.legalPerson },
        { term: p.industry, value: industry },
        { term: d.seat, value: [e.townName, e.villageName, e.address].filter(Boolean).join(" ") },
        ...figureFacts(t, locale, e),
        { term: p.paired, value: e.pairedVillageName },
      ]}
    />
  );
}

/** The figures that are public; output is its own and the officers' business. */
export function figureFacts(t: Dictionary, locale: Locale, e: PublicEnterprise): Definition[] {
  const p = t.directory.enterprisePage;
  const said = <V extends string | number>(value: V | null, say: (value: V) => string) =>
    value === null ? null : say(value);
  const number = (n: number) => formatNumber(locale, n);
  const facts: Partial<Record<Figure, Definition>> = {
    level: { term: p.level, value: said(e.level, (level) => t.words.enterpriseLevel[level]) },
    capitalFen: { term: p.capital, value: said(e.capitalFen, (fen) => formatMoneyRounded(locale, fen)) },
    baseMu100: { term: p.base, value: said(e.baseMu100, (mu100) => formatMu(locale, mu100)) },
    workers: { term: p.workers, value: said(e.workers, (n) => p.people(number(n))) },
    memberHouseholds: {
      term: p.members,
      value: said(e.memberHouseholds, (n) => t.directory.householdCount(number(n))),
    },
    tenants: { term: p.tenants, value: said(e.tenants, (n) => p.count(number(n))) },
    floorM2: { term: p.floor, value: said(e.floorM2, (n) => p.squareMetres(number(n))) },
  };
  return kindFields[e.kind].flatMap((figure) => facts[figure] ?? []);
}
