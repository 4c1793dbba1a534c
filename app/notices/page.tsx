import type { Metadata } from "next";
import { asked } from "@/app/asked";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { listNotices, type Notice } from "@/lib/notices/queries";
import { currentAsker } from "@/lib/users/session";

export const metadata: Metadata = { robots: { index: false, follow: false } };

type Props = { searchParams: Promise<{ cursor?: string }> };

/** What is on public notice now, masked for everyone. */
export default async function NoticesPage({ searchParams }: Props) {
  const { cursor } = await searchParams.then(asked);
  const [asker, locale] = await Promise.all([currentAsker(), currentLocale()]);
  const { notices: n, ui, words } = dictionary(locale);
  const { items, next } = await listNotices(asker, { today: today(), upOnly: true, limit: 40, cursor });
  return (
    <Page>
      <PageHeader title={n.title} lead={n.lead} />
      {items.length === 0 ? (
        <EmptyState title={n.none}>{n.noneNote}</EmptyState>
      ) : (
        <ResponsiveTable<Notice>
          caption={n.title}
          rows={items}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "household",
              label: n.household,
              look: "lead",
              cell: (row) => <TextLink href={`/notices/${row.id}`}>{row.maskedName}</TextLink>,
            },
            { key: "place", label: n.place, cell: (row) => `${row.townName} ${row.villageName}` },
            {
              key: "posting",
              label: n.posting,
              cell: (row) => `${row.postingTitle} · ${words.postingKind[row.kind]}`,
            },
            { key: "enterprise", label: n.enterprise, cell: (row) => row.enterpriseName },
            { key: "until", label: n.until, cell: (row) => formatDay(locale, row.endsOn) },
            {
              key: "result",
              label: n.result,
              cell: (row) => <Tag tone={row.held ? "waiting" : "good"}>{row.held ? n.held : n.approved}</Tag>,
            },
          ]}
        />
      )}
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: "/notices", label: ui.first } : undefined}
        next={next ? { href: `/notices?cursor=${next}`, label: ui.next } : undefined}
      />
      <p className="mt-6 text-sm text-ink-soft">{n.masked}</p>
    </Page>
  );
}
