import type { Metadata } from "next";
import { asked } from "@/app/asked";
import { type AuditAddress, auditHref, filterOf } from "@/app/auditor/address";
import { AuditFilterForm } from "@/app/auditor/filter";
import { AuditList } from "@/app/auditor/list";
import { Rooms } from "@/app/auditor/rooms";
import { Welcome } from "@/app/welcome";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { auditActions, auditFor, verifyAuditFor } from "@/lib/audit/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<AuditAddress> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).auditor.title };
}

/** What was done, by whom, and whether the record is whole. */
export default async function AuditorPage({ searchParams }: Props) {
  const asker = await requireAsker("auditor");
  const [address, locale] = await Promise.all([searchParams.then(asked), currentLocale()]);
  const { auditor: a, ui } = dictionary(locale);
  const verdict = address.verify ? await verifyAuditFor(asker) : null;
  const [{ items, next }, actions] = await Promise.all([
    auditFor(asker, filterOf(address)),
    auditActions(asker),
  ]);
  return (
    <Page>
      <PageHeader title={a.title} lead={a.lead} />
      <Rooms locale={locale} />
      <Welcome asker={asker} locale={locale} />
      <Card
        title={a.chainTitle}
        className="mb-6"
        aside={
          <LinkButton tone="plain" href={auditHref(address, { verify: "1" })}>
            {a.verify}
          </LinkButton>
        }
      >
        {verdict && (
          <Banner tone={verdict.firstBad === null ? "good" : "refused"}>
            {verdict.firstBad === null
              ? a.whole(formatNumber(locale, verdict.rows))
              : a.broken(formatNumber(locale, verdict.firstBad))}
          </Banner>
        )}
        <p className="max-w-measure text-ink-soft">{a.chainLead}</p>
      </Card>
      <h2 className="mb-3 text-lg">{a.listTitle}</h2>
      <AuditFilterForm a={a} ui={ui} address={address} actions={actions} />
      <AuditList locale={locale} items={items} />
      <Pagination
        label={ui.pages}
        previous={
          address.before ? { href: auditHref(address, { before: undefined }), label: a.newest } : null
        }
        next={next ? { href: auditHref(address, { before: String(next) }), label: a.older } : null}
      />
    </Page>
  );
}
