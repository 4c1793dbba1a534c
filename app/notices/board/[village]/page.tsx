import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { QrCode } from "@/components/ui/qr-code";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { today } from "@/lib/clock/clock";
import { villageByCode } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatDayWithYear } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { listNotices, type Notice } from "@/lib/notices/queries";
import { currentAsker } from "@/lib/users/session";

export const metadata: Metadata = { robots: { index: false, follow: false } };

type Props = { params: Promise<{ village: string }> };

/** One village's notices as a sheet for its board: the public's whitelist, and how to object. */
export default async function BoardPage({ params }: Props) {
  const [{ village: code }, asker, locale, head] = await Promise.all([
    params,
    currentAsker(),
    currentLocale(),
    headers(),
  ]);
  const village = /^\d{12}$/.test(code) ? await villageByCode(code) : null;
  if (!village) notFound();
  const day = today();
  const { items } = await listNotices(asker, { today: day, upOnly: true, village: code, limit: 200 });
  const { cases, notices: n, ui, words } = dictionary(locale);
  const b = cases.board;
  const origin = `${head.get("x-forwarded-proto") ?? "http"}://${head.get("host")}`;
  return (
    <Page>
      <PageHeader
        title={b.title(`${village.townName} ${village.name}`)}
        lead={<span className="no-print">{b.lead}</span>}
        crumbs={[{ href: "/notices", label: n.title }]}
        crumbsLabel={ui.breadcrumb}
      />
      {items.length === 0 ? (
        <EmptyState title={b.none}>{b.noneNote}</EmptyState>
      ) : (
        <>
          <div className="mb-4">
            <PrintButton label={b.print} />
          </div>
          <ResponsiveTable<Notice>
            caption={b.title(village.name)}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { key: "household", label: n.household, look: "lead", cell: (row) => row.maskedName },
              {
                key: "number",
                label: n.number,
                cell: (row) => <span className="whitespace-nowrap">{row.number}</span>,
              },
              {
                key: "posting",
                label: n.posting,
                cell: (row) => `${row.postingTitle} · ${words.postingKind[row.kind]}`,
              },
              { key: "enterprise", label: n.enterprise, cell: (row) => row.enterpriseName },
              { key: "result", label: n.result, cell: (row) => (row.held ? n.held : n.approved) },
              { key: "until", label: n.until, cell: (row) => formatDay(locale, row.endsOn) },
            ]}
          />
          <section className="mt-6 flex break-inside-avoid flex-col gap-6 sm:flex-row sm:items-center">
            <QrCode text={`${origin}/notices?village=${code}`} label={b.scan} className="size-32 shrink-0" />
            <div className="grid gap-2">
              <p className="font-semibold">{b.scan}</p>
              <p>{b.how}</p>
              <p className="text-sm text-ink-soft">
                {n.masked} {b.printed(formatDayWithYear(locale, day))}
              </p>
            </div>
          </section>
        </>
      )}
    </Page>
  );
}
