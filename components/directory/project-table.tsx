import { type Column, ResponsiveTable } from "@/components/ui/responsive-table";
import { MoneyTag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { type Locale, postingKinds } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatList } from "@/lib/i18n/format";
import type { DirectoryProject } from "@/lib/projects/queries";

type Props = {
  t: Dictionary;
  locale: Locale;
  caption: string;
  projects: readonly DirectoryProject[];
  /** On the enterprise's own page its name need not stand in every row. */
  ofOne?: boolean;
};

const namesShown = 2;

/** Projects of one industry: what, whose, where, how a household takes part, what is open. */
export function ProjectTable({ t, locale, caption, projects, ofOne }: Props) {
  const { directory: d, words } = t;
  const columns: Column<DirectoryProject>[] = [
    {
      key: "project",
      label: d.project,
      look: "lead",
      cell: (project) => (
        <>
          <TextLink href={`/directory/${project.id}`} className="target sm:-my-1">
            {project.name}
          </TextLink>
          <span className="block text-sm font-normal text-ink-soft">{words.term[project.term]}</span>
        </>
      ),
    },
    {
      key: "enterprise",
      label: d.enterprise,
      cell: (project) => (
        <>
          <TextLink href={`/directory/enterprises/${project.enterpriseId}`} className="target sm:-my-1">
            {project.enterpriseName}
          </TextLink>
          <span className="block text-sm text-ink-soft">{words.enterpriseKind[project.enterpriseKind]}</span>
        </>
      ),
    },
    { key: "where", label: d.where, cell: (project) => whereLine(t, locale, project.villages) },
    {
      key: "links",
      label: d.links,
      cell: ({ links }) =>
        formatList(
          locale,
          links.map((link) => words.linkKind[link]),
        ),
    },
    { key: "open", label: d.openNow, cell: ({ open }) => openTags(t, open) },
  ];
  return (
    <ResponsiveTable
      caption={caption}
      columns={ofOne ? columns.filter(({ key }) => key !== "enterprise") : columns}
      rows={projects}
      rowKey={(project) => project.id}
    />
  );
}

/** What is open, by the money it brings: 薪 用工 2. Nothing for nothing. */
function openTags({ directory: d, words }: Dictionary, open: DirectoryProject["open"]) {
  const kinds = postingKinds.filter((kind) => open[kind]);
  if (kinds.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-1">
      {kinds.map((kind) => (
        <MoneyTag
          key={kind}
          kind={kind}
          sign={words.moneySign[kind]}
          label={d.openCount(words.postingKind[kind], open[kind] ?? 0)}
        />
      ))}
    </span>
  );
}

/** 桑园镇 桑园村、回龙村等 5 个村 */
function whereLine(t: Dictionary, locale: Locale, villages: DirectoryProject["villages"]): string {
  const names = villages.slice(0, namesShown).map((village) => `${village.townName} ${village.name}`);
  const list = formatList(locale, names);
  return villages.length > namesShown ? t.directory.moreVillages(list, villages.length) : list;
}
