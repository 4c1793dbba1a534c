import { FilterForm } from "@/components/ui/filter-form";
import { enterpriseKinds, industries, terms } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import type { DirectoryQuestion } from "@/lib/projects/filter";

type Props = { t: Dictionary; question: DirectoryQuestion; towns: readonly { code: string; name: string }[] };

const labelled = <W extends string>(list: readonly W[], labels: Record<W, string>) =>
  list.map((value) => ({ value, label: labels[value] }));

/** Town, industry, kind of enterprise, term. */
export function DirectoryFilters({ t, question, towns }: Props) {
  const { filters } = t.directory;
  return (
    <FilterForm
      action="/directory"
      title={filters.title}
      allLabel={t.ui.all}
      applyLabel={t.ui.apply}
      keep={{ q: question.q }}
      clear={{ href: "/directory", label: t.directory.clear }}
      filters={[
        {
          name: "town",
          label: filters.town,
          value: question.town ?? "",
          options: towns.map(({ code, name }) => ({ value: code, label: name })),
        },
        {
          name: "industry",
          label: filters.industry,
          value: question.industry ?? "",
          options: labelled(industries, t.words.industry),
        },
        {
          name: "kind",
          label: filters.kind,
          value: question.kind ?? "",
          options: labelled(enterpriseKinds, t.words.enterpriseKind),
        },
        {
          name: "term",
          label: filters.term,
          value: question.term ?? "",
          options: labelled(terms, t.words.term),
        },
      ]}
    />
  );
}
