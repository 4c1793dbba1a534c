import { asked, divisionIn, oneOf } from "@/app/asked";
import { Sections } from "@/app/officer/sections";
import { PostingTags } from "@/components/postings/posting-tags";
import { needLine, progressSteps } from "@/components/postings/words";
import { addressOf } from "@/components/ui/address";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { FilterForm } from "@/components/ui/filter-form";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination, pageRows } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { StepsLine } from "@/components/ui/steps-line";
import { TextLink } from "@/components/ui/text-link";
import { postingKinds, postingStates } from "@/db/words";
import { countByPosting } from "@/lib/applications/counts";
import { listTowns } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { listPostings, type Posting } from "@/lib/postings/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<Partial<Record<"status" | "kind" | "town" | "cursor", string>>> };
const path = "/officer/postings";

/** Every posting in scope, by state, kind and town. */
export default async function Postings({ searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [question, locale] = await Promise.all([searchParams.then(asked), currentLocale()]);
  const status = oneOf(question.status, postingStates);
  const kind = oneOf(question.kind, postingKinds);
  const town = divisionIn(question.town);
  const filter = { ...(status && { status }), ...(kind && { kind }), ...(town && { town }) };
  const [{ items, next }, towns] = await Promise.all([
    listPostings(asker, { ...filter, limit: pageRows, ...(question.cursor && { cursor: question.cursor }) }),
    listTowns(asker, { mine: true }),
  ]);
  const ids = items.map((posting) => posting.id);
  const counts = await countByPosting(asker, ids);
  const { officer: o, postings: p, ui, words } = dictionary(locale);
  const w = o.postings;
  const chip = (state: (typeof postingStates)[number] | undefined) => ({
    label: state ? words.postingState[state] : w.allStates,
    href: addressOf(path, { ...filter, status: state }),
    active: state === status,
  });
  return (
    <Page>
      <PageHeader title={w.title} lead={w.lead} />
      <Sections current="postings" locale={locale} />
      <div className="mb-4 grid gap-4">
        <FilterChips label={w.state} chips={[undefined, ...postingStates].map(chip)} />
        <FilterForm
          action={path}
          title={ui.filter}
          allLabel={ui.all}
          applyLabel={ui.apply}
          keep={{ status }}
          clear={{ href: addressOf(path, { status }), label: ui.clear }}
          filters={[
            {
              name: "kind",
              label: w.kind,
              value: kind ?? "",
              options: postingKinds.map((value) => ({ value, label: words.postingKind[value] })),
            },
            {
              name: "town",
              label: w.town,
              value: town ?? "",
              options: towns.map(({ code, name }) => ({ value: code, label: name })),
            },
          ]}
        />
      </div>
      {items.length === 0 ? (
        <EmptyState title={w.none}>{w.noneNote}</EmptyState>
      ) : (
        <ResponsiveTable<Posting>
          caption={w.title}
          dense
          rows={items}
          rowKey={(posting) => posting.id}
          columns={[
            {
              key: "posting",
              label: w.posting,
              look: "lead",
              cell: (posting) => (
                <span className="flex flex-wrap items-center gap-x-2">
                  <TextLink href={`${path}/${posting.id}`} className="target font-semibold">
                    {posting.title}
                  </TextLink>
                  <PostingTags kind={posting.kind} state={posting.state} locale={locale} />
                </span>
              ),
            },
            {
              key: "need",
              label: w.need,
              cell: (posting) => (
                <>
                  {needLine(locale, posting)}
                  <span className="block text-ink-soft">{posting.enterpriseName}</span>
                </>
              ),
            },
            {
              key: "place",
              label: w.place,
              cell: ({ townName, villageName }) => `${townName} ${villageName}`,
            },
            {
              key: "progress",
              label: w.progress,
              cell: (posting) => (
                <StepsLine
                  label={p.progress}
                  steps={progressSteps(locale, posting, counts.get(posting.id) ?? {})}
                />
              ),
            },
            { key: "closes", label: w.closes, cell: ({ closesOn }) => formatDay(locale, closesOn) },
          ]}
        />
      )}
      <Pagination
        label={ui.pages}
        previous={question.cursor ? { href: addressOf(path, filter), label: ui.first } : null}
        next={next ? { href: addressOf(path, { ...filter, cursor: next }), label: ui.next } : null}
      />
    </Page>
  );
}
