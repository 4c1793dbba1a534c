import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatList } from "@/lib/i18n/format";
import { addressOf } from "@/lib/projects/filter";
import type { ProjectPage } from "@/lib/projects/queries";

/** What is public of a project and its enterprise. */
export function ProjectFacts({
  t,
  locale,
  project,
}: {
  t: Dictionary;
  locale: Locale;
  project: ProjectPage;
}) {
  const { directory: d, words } = t;
  const villages = project.villages.map((village) => `${village.townName} ${village.name}`);
  return (
    <>
      <DefinitionList
        items={[
          { term: d.kind, value: words.enterpriseKind[project.enterpriseKind] },
          { term: d.creditCode, value: project.creditCode },
          { term: d.seat, value: `${project.seatTownName} ${project.seatName}` },
          { term: d.sector, value: words.sector[project.sector] },
          { term: d.villages, value: formatList(locale, villages) },
          { term: d.aboutEnterprise, value: project.enterpriseSummary },
        ]}
      />
      <p className="mt-3">
        <TextLink href={addressOf("/directory", { q: project.enterpriseName })} className="inline-block py-1">
          {d.allOf(project.enterpriseName)}
        </TextLink>
      </p>
    </>
  );
}
