import type { Metadata } from "next";
import { asked } from "@/app/asked";
import { whyDecided } from "@/components/notices/words";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination, pageRows } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { SearchBox } from "@/components/ui/search-box";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { today } from "@/lib/clock/clock";
import { villageByCode } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { objectionOfReceipt } from "@/lib/notices/objections";
import { listNotices, type Notice } from "@/lib/notices/queries";
import { currentAsker } from "@/lib/users/session";

export const metadata: Metadata = { robots: { index: false, follow: false } };

type Props = { searchParams: Promise<{ cursor?: string; village?: string; receipt?: string }> };

/** What is on public notice now, masked for everyone. */
export default async function NoticesPage({ searchParams }: Props) {
  const { cursor, village: code = "", receipt = "" } = await searchParams.then(asked);
  const [asker, locale] = await Promise.all([currentAsker(), currentLocale()]);
  const { cases, notices: n, ui, words } = dictionary(locale);
  const village = /^\d{12}$/.test(code) ? await villageByCode(code) : null;
  const { items, next } = await listNotices(asker, {
    today: today(),
    upOnly: true,
    limit: pageRows,
    cursor,
    ...(village && { village: code }),
  });
  const here = village ? `/notices?village=${code}` : "/notices";
  const records = asker.role === "village" || asker.role === "town" || asker.role === "county";
  const lookUp = (
    <section className="my-6 grid gap-3">
      <SearchBox
        action="/notices"
        name="receipt"
        label={n.receipt.label}
        hint={n.receipt.hint}
        buttonLabel={n.receipt.button}
        value={receipt}
      />
      {receipt && <p role="status">{receiptSays(await objectionOfReceipt(receipt), locale)}</p>}
    </section>
  );
  return (
    <Page>
      <PageHeader title={village ? cases.board.title(village.name) : n.title} lead={n.lead} />
      {/* Who asked reads the answer before a page of other people's notices. */}
      {receipt && lookUp}
      <p className="mb-4 flex flex-wrap gap-x-6">
        {village && (
          <>
            <TextLink href={`/notices/board/${code}`} className="target">
              {cases.board.linkOf(village.name)}
            </TextLink>
            <TextLink href="/notices" className="target">
              {ui.all}
            </TextLink>
          </>
        )}
        {records && (
          <TextLink href="/notices/record" className="target">
            {cases.objection.record}
          </TextLink>
        )}
      </p>
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
            {
              key: "place",
              label: n.place,
              cell: (row) => (
                <TextLink href={`/notices?village=${row.villageCode}`} className="target">
                  {row.townName} {row.villageName}
                </TextLink>
              ),
            },
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
        previous={cursor ? { href: here, label: ui.first } : undefined}
        next={next ? { href: `${here}${village ? "&" : "?"}cursor=${next}`, label: ui.next } : undefined}
      />
      {!receipt && lookUp}
      <p className="mt-6 text-sm text-ink-soft">{n.masked}</p>
    </Page>
  );
}

/** What became of an objection, in a sentence or two. */
function receiptSays(found: Awaited<ReturnType<typeof objectionOfReceipt>>, locale: Locale): string {
  const { notices: n, ui, words } = dictionary(locale);
  if (!found) return n.receipt.none;
  const { state, noticeNumber, decidedAt, decisionReason, answerDueOn } = found;
  if (state !== "open")
    return ui.said(
      n.receipt.decided(
        noticeNumber,
        words.objectionState[state],
        decidedAt ? formatInstant(locale, decidedAt) : "",
      ),
      whyDecided(dictionary(locale), state, decisionReason),
    );
  return n.receipt.open(noticeNumber, answerDueOn ? formatDay(locale, answerDueOn) : "");
}
