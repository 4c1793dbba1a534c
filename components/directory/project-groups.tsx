import { ProjectTable } from "@/components/directory/project-table";
import type { Locale } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { type IndustryRow, industryLabel } from "@/lib/industries/industries";
import type { DirectoryProject } from "@/lib/projects/queries";

type Props = {
  t: Dictionary;
  locale: Locale;
  projects: readonly DirectoryProject[];
  industries: readonly IndustryRow[];
  /** How many each industry has in all, on whatever page. */
  counts: Record<string, number>;
};

/** A page of the directory, under a heading for each industry. */
export function ProjectGroups({ t, locale, projects, industries, counts }: Props) {
  const codes = [...new Set(projects.map((project) => project.industry))];
  return (
    // Every industry's table has the same columns at the same places.
    <div className="grid gap-8 [&_table]:table-fixed">
      {codes.map((code) => {
        const name = industryLabel(industries, locale, code);
        return (
          <section key={code}>
            <h2 className="mb-3 text-lg">
              {t.directory.group(name, formatNumber(locale, counts[code] ?? 0))}
            </h2>
            <ProjectTable
              t={t}
              locale={locale}
              caption={name}
              projects={projects.filter((project) => project.industry === code)}
            />
          </section>
        );
      })}
    </div>
  );
}
