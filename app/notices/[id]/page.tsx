import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ObjectionForm } from "@/app/notices/[id]/form";
import { NoticeFacts } from "@/components/notices/notice-facts";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { getNotice, type Notice } from "@/lib/notices/queries";
import { readReceipt } from "@/lib/notices/receipt";
import { isRefusal } from "@/lib/refusal/refusal";
import { currentAsker } from "@/lib/users/session";

export const metadata: Metadata = { robots: { index: false, follow: false } };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ sent?: string }> };

/** The notice, or null when it was public and no longer is. */
async function noticeOrNull(id: string): Promise<Notice | null> {
  try {
    return await getNotice(await currentAsker(), id, today());
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.code === "notice-over") return null;
    return notFound();
  }
}

export default async function NoticePage({ params, searchParams }: Props) {
  const [{ id }, { sent }, locale] = await Promise.all([params, searchParams, currentLocale()]);
  const notice = await noticeOrNull(id);
  const { notices: n, ui } = dictionary(locale);
  const crumbs = [{ href: "/notices", label: n.title }];
  if (!notice)
    return (
      <Page width="text">
        <PageHeader title={n.over} crumbs={crumbs} crumbsLabel={ui.breadcrumb} />
        <EmptyState title={n.over}>{n.overNote}</EmptyState>
      </Page>
    );
  const up = notice.state === "open" && notice.endsOn >= today();
  return (
    <Page width="text">
      <PageHeader title={n.one(notice.number)} crumbs={crumbs} crumbsLabel={ui.breadcrumb} />
      {sent && readReceipt(sent) && <Banner>{n.sent(sent)}</Banner>}
      <Card>
        <NoticeFacts notice={notice} locale={locale} />
      </Card>
      <p className="my-4 text-sm text-ink-soft">{n.masked}</p>
      {up && !sent && (
        <Card
          title={n.objectTitle}
          aside={<span className="text-ink-soft">{n.upTo(formatDay(locale, notice.endsOn))}</span>}
        >
          <p className="mb-4">{n.objectLead}</p>
          <ObjectionForm
            notice={notice.id}
            words={{
              body: n.body,
              bodyHint: n.bodyHint,
              contact: n.contact,
              contactHint: n.contactHint,
              optional: ui.optional,
              send: n.send,
              working: ui.working,
              errorsTitle: ui.errorsTitle,
            }}
          />
        </Card>
      )}
    </Page>
  );
}
