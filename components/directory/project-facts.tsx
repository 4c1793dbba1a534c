import { DefinitionList } from "@/components/ui/definition-list";
import { Tag } from "@/components/ui/tag";
import type { Locale } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatList, formatNumber } from "@/lib/i18n/format";
import type { ProjectPage } from "@/lib/projects/queries";

type Props = { t: Dictionary; locale: Locale; project: ProjectPage };

/** What is public of a project. */
export function ProjectFacts({ t, locale, project }: Props) {
  const { directory: d, words } = t;
  const villages = project.villages.map((village) => `${village.townName} ${village.name}`);
  return (
    <DefinitionList
      items={[
        {
          term: d.links,
          value: project.links.length > 0 && (
            <span className="flex flex-wrap gap-1">
              {project.links.map((link) => (
                <Tag key={link}>{words.linkKind[link]}</Tag>
              ))}
            </span>
          ),
        },
        { term: d.capacity, value: project.capacity },
        {
          term: d.households,
          value: project.households && d.householdCount(formatNumber(locale, project.households)),
        },
        { term: d.period, value: periodOf(t, locale, project) },
        { term: d.sector, value: words.sector[project.sector] },
        { term: d.villages, value: formatList(locale, villages) },
        {
          term: d.documents,
          value: project.documents.length > 0 && (
            <Documents t={t} locale={locale} files={project.documents} />
          ),
        },
      ]}
    />
  );
}

function periodOf({ directory: d }: Dictionary, locale: Locale, { startsOn, endsOn }: ProjectPage) {
  const say = (day: string) => formatDayWithYear(locale, day);
  if (startsOn && endsOn) return d.fromUntil(say(startsOn), say(endsOn));
  return startsOn ? d.from(say(startsOn)) : endsOn ? d.until(say(endsOn)) : null;
}

type Files = { t: Dictionary; locale: Locale; files: ProjectPage["documents"] };

function Documents({ t, locale, files }: Files) {
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          <a
            rel="external"
            href={`/files/${file.id}`}
            className="target text-tea underline underline-offset-4"
          >
            {t.directory.fileSize(file.name, sizeOf(locale, file.size))}
          </a>
        </li>
      ))}
    </ul>
  );
}

const sizeOf = (locale: Locale, bytes: number): string =>
  bytes < 1024 * 1024
    ? `${formatNumber(locale, Math.max(1, Math.round(bytes / 1024)))} KB`
    : `${formatNumber(locale, bytes / 1024 / 1024, 1)} MB`;
