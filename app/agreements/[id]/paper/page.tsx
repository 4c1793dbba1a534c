import { headers } from "next/headers";
import { addressOf } from "@/app/agreements/[id]/address";
import { found } from "@/app/found";
import { PaperSheet } from "@/components/agreements/paper-sheet";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { QrCode } from "@/components/ui/qr-code";
import { paperFacts } from "@/lib/agreements/paper";
import { paperOf } from "@/lib/agreements/text";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }> };

/** The agreement itself, as it is printed: the only place with whole ID numbers; who opens it is written down. */
export default async function PaperPage({ params }: Props) {
  const [{ id }, asker, locale, head] = await Promise.all([
    params,
    requireAsker("household", "village", "town", "county", "enterprise"),
    currentLocale(),
    headers(),
  ]);
  const facts = await found(paperFacts(asker, id, today(), { whole: true }));
  const { agreements: t, ui } = dictionary(locale);
  const qr = <QrCode text={addressOf(head, id)} label={t.scan} className="size-20 shrink-0" />;
  return (
    <Page width="text">
      <div className="no-print">
        <PageHeader
          title={t.whole}
          crumbs={[
            { href: "/agreements", label: asker.role === "household" ? t.ours : t.title },
            { href: `/agreements/${id}`, label: facts.number },
          ]}
          crumbsLabel={ui.breadcrumb}
          actions={
            <>
              <PrintButton label={t.print} />
              <LinkButton tone="plain" rel="external" href={`/agreements/${id}/pdf`}>
                {t.pdf}
              </LinkButton>
            </>
          }
        />
      </div>
      <PaperSheet paper={paperOf(facts, "zh")} lang="zh-CN" qr={qr} />
      {locale === "en" && (
        <div className="no-print mt-4">
          <p className="mb-2 text-ink-soft">{t.gloss}</p>
          <PaperSheet paper={paperOf(facts, "en")} lang="en" />
        </div>
      )}
    </Page>
  );
}
