import { Done } from "@/app/done";
import { ToDo } from "@/app/enterprise/to-do";
import { PostingProgress } from "@/components/postings/posting-progress";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import type { Locale } from "@/db/words";
import { countByPosting, type StateCounts } from "@/lib/applications/counts";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { listPostings, type Posting } from "@/lib/postings/queries";
import { ownProjects } from "@/lib/projects/own";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** What the enterprise must do now, then how far each posting has come. */
export default async function EnterpriseHome({ searchParams }: Props) {
  const asker = await requireAsker("enterprise");
  const [{ done }, locale] = await Promise.all([searchParams, currentLocale()]);
  const own = { enterpriseId: asker.enterpriseId ?? "" };
  const [{ items: postings }, { items: waiting }, projects] = await Promise.all([
    listPostings(asker, { ...own, limit: 200 }),
    listApplications(asker, { status: "applied", limit: 200 }),
    ownProjects(asker),
  ]);
  const counts = await countByPosting(
    asker,
    postings.map((p) => p.id),
  );
  const isPast = (p: Posting) =>
    p.state === "closed" || (p.state === "published" && (p.closesOn < today() || p.taken >= p.capacity));
  const [past, live] = [postings.filter(isPast), postings.filter((p) => !isPast(p))];
  const { enterprise: e, words } = dictionary(locale);
  const post = <LinkButton href="/enterprise/postings/new">{e.post}</LinkButton>;
  return (
    <Page>
      <PageHeader title={postings[0]?.enterpriseName ?? e.title} lead={e.lead} actions={post} />
      <Done done={done} locale={locale} />
      <ToDo postings={postings} waiting={waiting} today={today()} locale={locale} />
      <section className="mt-8">
        <h2 className="mb-3 text-lg">{e.postings}</h2>
        {postings.length === 0 ? (
          <EmptyState title={e.noPostings} action={post}>
            {e.noPostingsNote}
          </EmptyState>
        ) : (
          <Postings list={live} counts={counts} locale={locale} />
        )}
        {past.length > 0 && (
          <details className="mt-4">
            <summary className="inline-flex min-h-11 items-center text-tea underline underline-offset-4">
              {e.past(past.length)}
            </summary>
            <Postings list={past} counts={counts} locale={locale} />
          </details>
        )}
      </section>
      <Card title={e.projects} className="mt-8">
        {projects.length === 0 && <p className="text-ink-soft">{e.noProjects}</p>}
        <ul className="divide-y divide-line">
          {projects.map(({ id, name, industry, term }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
              <span className="font-semibold">{name}</span>
              <Tag>{words.industry[industry]}</Tag>
              <Tag>{words.term[term]}</Tag>
              <span className="text-ink-soft">
                {e.projectPostings(postings.filter((p) => p.projectId === id).length)}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}

type ListProps = { list: readonly Posting[]; counts: Map<string, StateCounts>; locale: Locale };

function Postings({ list, counts, locale }: ListProps) {
  return (
    <ul className="grid gap-3">
      {list.map((posting) => (
        <PostingProgress
          key={posting.id}
          href={`/enterprise/postings/${posting.id}`}
          posting={posting}
          counts={counts.get(posting.id) ?? {}}
          today={today()}
          locale={locale}
        />
      ))}
    </ul>
  );
}
