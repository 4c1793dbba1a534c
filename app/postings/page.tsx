import type { Metadata } from "next";
import { PostingTable } from "@/components/postings/posting-table";
import { addressOf } from "@/components/ui/address";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { FilterForm } from "@/components/ui/filter-form";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination, pageRows } from "@/components/ui/pagination";
import { postingKinds } from "@/db/words";
import { publicAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { listTowns, listVillages } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { listPostings } from "@/lib/postings/queries";
import { placeOf } from "@/lib/projects/filter";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).openings.title };
}

/** The postings one can apply to today: the same for everyone, so it asks as the public. */
export default async function PostingsPage({ searchParams }: Props) {
  const params = await searchParams;
  const kind = postingKinds.find((k) => k === params.kind);
  const { town, village } = placeOf(params);
  const cursor = typeof params.cursor === "string" ? params.cursor : undefined;
  const address = (change: Record<string, string | undefined>) =>
    addressOf("/postings", { kind, town, village, ...change });
  const [locale, towns, villages, { items, next }] = await Promise.all([
    currentLocale(),
    listTowns(publicAsker),
    town ? listVillages(publicAsker, { town }) : [],
    listPostings(publicAsker, { kind, town, village, openOn: today(), limit: pageRows, cursor }),
  ]);
  const t = dictionary(locale);
  const { openings: o, ui, words, directory } = t;
  return (
    <Page>
      <PageHeader title={o.title} lead={o.lead} />
      <div className="mb-6 grid gap-4">
        <FilterChips
          label={o.kinds}
          chips={[
            { label: ui.all, href: address({ kind: undefined }), active: !kind },
            ...postingKinds.map((k) => ({
              label: `${words.postingKind[k]} · ${words.moneyOf[k]}`,
              href: address({ kind: k }),
              active: k === kind,
            })),
          ]}
        />
        <FilterForm
          action="/postings"
          title={ui.filter}
          allLabel={ui.all}
          applyLabel={ui.apply}
          keep={{ kind }}
          clear={{ href: address({ town: undefined, village: undefined }), label: ui.clear }}
          filters={[
            {
              name: "town",
              label: directory.filters.town,
              value: town ?? "",
              options: towns.map(({ code, name }) => ({ value: code, label: name })),
            },
            ...(town
              ? [
                  {
                    name: "village",
                    label: directory.filters.village,
                    value: village ?? "",
                    options: villages.map(({ code, name }) => ({ value: code, label: name })),
                  },
                ]
              : []),
          ]}
        />
      </div>
      {items.length === 0 ? (
        <EmptyState title={o.none} action={<LinkButton href="/postings">{o.seeAll}</LinkButton>}>
          {o.noneNote}
        </EmptyState>
      ) : (
        <PostingTable t={t} locale={locale} postings={items} caption={o.title} />
      )}
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: address({}), label: ui.first } : null}
        next={next ? { href: address({ cursor: next }), label: ui.next } : null}
      />
    </Page>
  );
}
