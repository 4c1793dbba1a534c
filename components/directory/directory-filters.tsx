import { FilterForm } from "@/components/ui/filter-form";
import type { Option } from "@/components/ui/select";
import { enterpriseKinds, type Locale, linkKinds, terms } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import type { Facet, FacetCounts } from "@/lib/projects/directory";
import type { DirectoryQuestion } from "@/lib/projects/filter";

type Props = {
  t: Dictionary;
  locale: Locale;
  question: DirectoryQuestion;
  counts: FacetCounts;
  towns: readonly { code: string; name: string }[];
  /** Of the town that is on; none is on, none to choose. */
  villages: readonly { code: string; name: string }[];
  industries: readonly Option[];
  /** What stays in the address: the words searched for, list or map. */
  keep: Record<string, string | undefined>;
};

const labelled = <W extends string>(list: readonly W[], labels: Record<W, string>) =>
  list.map((value) => ({ value, label: labels[value] }));

/** Town and in it village, industry, kind of enterprise, term and link, each choice with how many projects it would find. */
export function DirectoryFilters({ t, locale, question, counts, towns, villages, industries, keep }: Props) {
  const { filters } = t.directory;
  const options: Record<Facet, readonly Option[]> = {
    town: towns.map(({ code, name }) => ({ value: code, label: name })),
    village: villages.map(({ code, name }) => ({ value: code, label: name })),
    industry: industries,
    kind: labelled(enterpriseKinds, t.words.enterpriseKind),
    term: labelled(terms, t.words.term),
    link: labelled(linkKinds, t.words.linkKind),
  };
  const counted = (facet: Facet) =>
    options[facet].flatMap(({ value, label }) => {
      const n = counts[facet][value] ?? 0;
      // A choice that would find nothing is left out, unless it is the one that is on.
      if (n === 0 && question[facet] !== value) return [];
      return [{ value, label: t.directory.counted(label, formatNumber(locale, n)) }];
    });
  const shown: Facet[] = [
    ...(question.town ? (["town", "village"] as const) : (["town"] as const)),
    ...(["industry", "kind", "term", "link"] as const),
  ];
  return (
    <FilterForm
      action="/directory"
      title={filters.title}
      allLabel={t.ui.all}
      applyLabel={t.ui.apply}
      keep={keep}
      clear={{ href: "/directory", label: t.directory.clear }}
      filters={shown.map((facet) => ({
        name: facet,
        label: filters[facet],
        value: question[facet] ?? "",
        options: counted(facet),
      }))}
    />
  );
}
