import type { ReactNode } from "react";
import { ScanHere } from "@/components/directory/scan-here";
import { needLine, sizeText } from "@/components/postings/words";
import type { Locale } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatDayWithYear, formatList, formatNumber } from "@/lib/i18n/format";
import type { Posting } from "@/lib/postings/queries";
import type { DirectoryProject } from "@/lib/projects/queries";

type Props = {
  t: Dictionary;
  locale: Locale;
  place: string;
  today: string;
  /** Where the code on the sheet leads. */
  address: string;
  projects: readonly DirectoryProject[];
  total: number;
  needs: readonly Posting[];
  allNeeds: number;
};

/** The sheet for a board, read from a step away: what is here, what is wanted, whom to ask. */
export function BoardSheet({ t, locale, place, today, address, projects, total, needs, allNeeds }: Props) {
  const { sheet } = t.directory;
  const number = (n: number) => formatNumber(locale, n);
  return (
    <article className="rounded border border-line bg-surface p-4 sm:p-8 print:border-0 print:p-0">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="text-xl">{sheet.title(place)}</h2>
          <p className="mt-1 text-ink-soft">{sheet.date(formatDayWithYear(locale, today))}</p>
          <p className="mt-2 max-w-measure">{sheet.how}</p>
        </div>
        <ScanHere address={address} label={t.frame.product} />
      </div>
      <Part title={sheet.needs(number(allNeeds))} empty={needs.length === 0 && sheet.noNeeds}>
        {needs.map((posting) => (
          <Line key={posting.id} name={posting.title} aside={left(t, locale, posting)}>
            {needLine(locale, posting)} · {posting.townName} {posting.villageName} · {posting.enterpriseName}
          </Line>
        ))}
      </Part>
      <More text={allNeeds > needs.length && sheet.more(number(allNeeds - needs.length))} />
      <Part title={sheet.projects(number(total))} empty={projects.length === 0 && sheet.noProjects}>
        {projects.map((project) => (
          <Line key={project.id} name={project.name} aside={t.words.term[project.term]}>
            {project.enterpriseName} ·{" "}
            {formatList(
              locale,
              project.links.map((link) => t.words.linkKind[link]),
            )}
          </Line>
        ))}
      </Part>
      <More text={total > projects.length && sheet.more(number(total - projects.length))} />
    </article>
  );
}

/** 还剩 12 人 · 3月31日截止 */
const left = ({ openings, postings }: Dictionary, locale: Locale, posting: Posting) =>
  `${openings.leftOf(sizeText(locale, posting.kind, posting.capacity - posting.taken))} · ${postings.closesOn(
    formatDay(locale, posting.closesOn),
  )}`;

function Part({ title, empty, children }: { title: string; empty: string | false; children: ReactNode }) {
  return (
    <section className="mt-6">
      <h3 className="border-b-2 border-ink pb-1 text-lg">{title}</h3>
      {empty ? (
        <p className="py-3 text-ink-soft">{empty}</p>
      ) : (
        <ul className="divide-y divide-line">{children}</ul>
      )}
    </section>
  );
}

function Line({ name, aside, children }: { name: string; aside: string; children: ReactNode }) {
  return (
    <li className="break-inside-avoid py-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{name}</span>
        <span>{aside}</span>
      </div>
      <p className="text-ink-soft">{children}</p>
    </li>
  );
}

const More = ({ text }: { text: string | false }) =>
  text ? <p className="mt-1 text-ink-soft">{text}</p> : null;
