import { type Column, ResponsiveTable } from "@/components/ui/responsive-table";
import { MoneyTag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { type Locale, postingKinds } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatList } from "@/lib/i18n/format";
import type { DirectoryProject } from "@/lib/projects/queries";

type Props = { t: Dictionary; locale: Locale; projects: readonly DirectoryProject[] };

const namesShown = 2;

/** The directory's rows: project, enterprise, industry, where, what is open. */
export function ProjectTable({ t, locale, projects }: Props) {
  const { directory: d, words } = t;
  const columns: Column<DirectoryProject>[] = [
    {
      key: "project",
      label: d.project,
      look: "lead",
      cell: (project) => (
        <TextLink href={`/directory/${project.id}`} className="-my-1 inline-block py-1">
          {project.name}
        </TextLink>
      ),
    },
    {
      key: "enterprise",
      label: d.enterprise,
      cell: (project) => (
        <>
          {project.enterpriseName}
          <span className="block text-sm text-ink-soft">{words.enterpriseKind[project.enterpriseKind]}</span>
        </>
      ),
    },
    {
      key: "industry",
      label: d.industry,
      cell: (project) => `${words.industry[project.industry]} · ${words.term[project.term]}`,
    },
    { key: "where", label: d.where, cell: (project) => whereLine(t, locale, project.villages) },
    {
      key: "open",
      label: d.openNow,
      cell: ({ open }) =>
        Object.keys(open).length === 0 ? null : (
          <span className="flex flex-wrap gap-1">
            {postingKinds.map((kind) => {
              const count = open[kind];
              const label = count && d.openCount(words.postingKind[kind], count);
              return label && <MoneyTag key={kind} kind={kind} sign={words.moneySign[kind]} label={label} />;
            })}
          </span>
        ),
    },
  ];
  return (
    <ResponsiveTable caption={d.title} columns={columns} rows={projects} rowKey={(project) => project.id} />
  );
}

/** 桑园镇 桑园村、回龙村等 5 个村 */
function whereLine(t: Dictionary, locale: Locale, villages: DirectoryProject["villages"]): string {
  const names = villages.slice(0, namesShown).map((village) => `${village.townName} ${village.name}`);
  const list = formatList(locale, names);
  return villages.length > namesShown ? t.directory.moreVillages(list, villages.length) : list;
}
