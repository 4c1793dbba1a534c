import type { Metadata } from "next";
import { cache } from "react";
import { found } from "@/app/found";
import { PostingFacts } from "@/components/postings/posting-facts";
import { PostingTags } from "@/components/postings/posting-tags";
import { needLine } from "@/components/postings/words";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
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
  const [{ id }, locale, asker] = await Promise.all([params, currentLocale(), currentAsker()]);
  const posting = await read(id);
  const { openings: o, postings: p, frame, ui } = dictionary(locale);
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
      />
      {!isOpenOn(posting, today()) && (
        <Banner tone="info">
          {posting.closesOn < today() ? p.closed(formatDay(locale, posting.closesOn)) : o.notOpen}
        </Banner>
      )}
      <Card className="mb-6">
        <PostingFacts posting={posting} locale={locale} />
        <p className="mt-3">
          <TextLink href={`/directory/${posting.projectId}`} className="inline-block py-1">
            {posting.projectName}
          </TextLink>
        </p>
      </Card>
      <Card title={o.howTitle}>
        <p className="mb-4">{o.how}</p>
        {asker.role === "public" && (
          <LinkButton href={`/sign-in?next=${encodeURIComponent("/household")}`}>{o.signIn}</LinkButton>
        )}
        {asker.role === "household" && <LinkButton href="/household">{frame.go.household}</LinkButton>}
        {asker.role === "village" && <LinkButton href="/village">{frame.go.village}</LinkButton>}
      </Card>
    </Page>
  );
}
