import type { Metadata } from "next";
import { cache } from "react";
import { found } from "@/app/found";
import { hereOf } from "@/app/here";
import { ScanHere } from "@/components/directory/scan-here";
import { PostingFacts } from "@/components/postings/posting-facts";
import { PostingTags } from "@/components/postings/posting-tags";
import { needLine } from "@/components/postings/words";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { TextLink } from "@/components/ui/text-link";
import { publicAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { getPosting, isOpenOn } from "@/lib/postings/queries";
import { currentAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => found(getPosting(publicAsker, id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).id)).title };
}

/** One published posting, as anyone may read it. */
export default async function PostingPage({ params }: Props) {
  const { id } = await params;
  const [locale, asker, here] = await Promise.all([
    currentLocale(),
    currentAsker(),
    hereOf(`/postings/${id}`),
  ]);
  const posting = await read(id);
  const { directory: d, openings: o, postings: p, frame, ui } = dictionary(locale);
  return (
    <Page width="text">
      <PageHeader
        title={posting.title}
        crumbsLabel={ui.breadcrumb}
        crumbs={[
          { href: "/", label: frame.go.start },
          { href: "/postings", label: frame.go.postings },
        ]}
        tags={<PostingTags kind={posting.kind} locale={locale} />}
        lead={needLine(locale, posting)}
        actions={<PrintButton label={d.sheet.print} />}
      />
      {!isOpenOn(posting, today()) && (
        <Banner tone="info">
          {posting.closesOn < today() ? p.closed(formatDay(locale, posting.closesOn)) : o.notOpen}
        </Banner>
      )}
      <Card className="mb-6">
        <PostingFacts posting={posting} locale={locale} />
        <p className="no-print mt-3">
          <TextLink href={`/directory/${posting.projectId}`} className="target">
            {posting.projectName}
          </TextLink>
        </p>
      </Card>
      <Card title={o.howTitle}>
        <div className="mb-4 flex flex-wrap items-start justify-between gap-4">
          <p className="min-w-0 flex-1 basis-60">{o.how}</p>
          <ScanHere address={here} label={d.qr} large={{ open: d.qrLarge, close: ui.close }} />
        </div>
        <div className="no-print">
          {asker.role === "public" && (
            <LinkButton href={`/sign-in?next=${encodeURIComponent(`/postings/${id}`)}`}>
              {o.signIn}
            </LinkButton>
          )}
          {asker.role === "household" && (
            <LinkButton href={`/household/openings/${id}`}>{o.forUs}</LinkButton>
          )}
          {asker.role === "village" && (
            <LinkButton href={`/village/applications/new?posting=${id}`}>{o.forMany}</LinkButton>
          )}
          {asker.role === "county" || asker.role === "town" ? (
            <LinkButton tone="plain" href={`/officer/postings/${id}`}>
              {o.asOfficer}
            </LinkButton>
          ) : null}
          {asker.role === "enterprise" && asker.enterpriseId === posting.enterpriseId && (
            <LinkButton tone="plain" href={`/enterprise/postings/${id}`}>
              {o.asOwner}
            </LinkButton>
          )}
        </div>
      </Card>
    </Page>
  );
}
