import { askedCount } from "@/app/asked";
import { importsOf } from "@/app/imports/address";
import { ColumnsForm } from "@/app/imports/columns-form";
import { Notes } from "@/app/imports/notes";
import { Progress } from "@/app/imports/progress";
import { StagedRows } from "@/app/imports/staged-rows";
import { Steps } from "@/app/imports/steps";
import { refusedSentence } from "@/app/refused";
import { Banner } from "@/components/ui/banner";
import { FilterChips } from "@/components/ui/filter-chips";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { StateTag } from "@/components/ui/state-tag";
import { type ImportOutcome, importOutcomes, type Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { getImport, type ImportRow, listStaged } from "@/lib/imports/queries";
import { progressOf, waitsItsTurn } from "@/lib/imports/runner";
import { listIndustries } from "@/lib/industries/queries";

export type ImportSearch = { refused?: string; outcome?: string; after?: string };
type Props = { asker: Asker; locale: Locale; id: string; search: ImportSearch };

const shows = ["staged", "committing", "committed", "undone"];

/** One file: how far it is, what each row would do, and what can be done with it. */
export async function ImportFrame({ asker, locale, id, search }: Props) {
  const batch = await getImport(asker, id);
  const t = dictionary(locale);
  const i = t.imports;
  const problem = await refusedSentence(search.refused);
  const share = progressOf(id);
  const running = share !== null || batch.state === "reading" || batch.state === "committing";
  const reading = waitsItsTurn(id) ? i.waitsItsTurn : i.progress;
  const titles: Record<string, string> = { reading, committing: i.committing };
  return (
    <>
      <PageHeader
        title={batch.fileName}
        named
        tags={<StateTag state={batch.state} label={t.words.importState[batch.state]} />}
        crumbs={[{ href: importsOf(asker), label: i.title }]}
        crumbsLabel={t.ui.breadcrumb}
        lead={[t.words.importKind[batch.kind], batch.scopeName, batch.document].filter(Boolean).join(" · ")}
      />
      {problem && <Banner tone="refused">{problem}</Banner>}
      {batch.failure && !running && <Banner tone="refused">{failureOf(batch, locale)}</Banner>}
      <div className="grid gap-6">
        {running && <Progress title={titles[batch.state] ?? i.undoing} share={share ?? 0} locale={locale} />}
        {batch.state === "columns" && <ColumnsForm batch={batch} locale={locale} />}
        {shows.includes(batch.state) && (
          <>
            <Steps batch={batch} asker={asker} locale={locale} running={running} />
            <Notes batch={batch} locale={locale} />
            <Rows asker={asker} locale={locale} batch={batch} search={search} />
          </>
        )}
        {!running && !shows.includes(batch.state) && batch.state !== "columns" && (
          <div>
            <LinkButton href={importsOf(asker)}>{i.again}</LinkButton>
          </div>
        )}
      </div>
    </>
  );
}

/** Why it did not come about, in words. */
function failureOf({ failure, state }: ImportRow, locale: Locale): string {
  const t = dictionary(locale);
  const words: Record<string, string> = t.imports.failures;
  const { code = "", problem } = failure ?? { code: "" };
  if (code === "file") return t.refusal.file({ problem: String(problem) });
  if (code === "changed" && state === "committed") return t.imports.failures["changed-undo"];
  return words[code] ?? t.imports.failures.other;
}

async function Rows({
  asker,
  locale,
  batch,
  search,
}: {
  asker: Asker;
  locale: Locale;
  batch: ImportRow;
  search: ImportSearch;
}) {
  const t = dictionary(locale);
  const i = t.imports;
  const outcome = (importOutcomes as readonly string[]).includes(search.outcome ?? "")
    ? (search.outcome as ImportOutcome)
    : undefined;
  const after = askedCount(search.after);
  const [{ items, next }, industries] = await Promise.all([
    listStaged(asker, batch.id, { after, ...(outcome && { outcome }) }),
    listIndustries(),
  ]);
  const here = `${importsOf(asker)}/${batch.id}`;
  const chips = importOutcomes.map((one) => ({
    label: t.words.importOutcome[one],
    href: `${here}?outcome=${one}`,
    active: outcome === one,
    count: formatNumber(locale, batch.counts?.[one] ?? 0),
  }));
  const all = {
    label: i.allRows,
    href: here,
    active: outcome === undefined,
    count: formatNumber(locale, batch.counts?.read ?? 0),
  };
  return (
    <section className="grid gap-4" aria-label={i.rows}>
      <FilterChips label={i.rows} chips={[all, ...chips]} />
      <StagedRows rows={items} kind={batch.kind} said={{ t, locale, industries }} />
      <Pagination
        label={i.rows}
        previous={
          after > 0 ? { href: outcome ? `${here}?outcome=${outcome}` : here, label: t.ui.first } : null
        }
        next={
          next !== null
            ? {
                href: `${here}?${new URLSearchParams({ ...(outcome && { outcome }), after: String(next) })}`,
                label: t.ui.next,
              }
            : null
        }
      />
    </section>
  );
}
