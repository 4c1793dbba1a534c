import { asked, askedCount } from "@/app/asked";
import { Done } from "@/app/done";
import { EnterpriseSections } from "@/app/enterprise/sections";
import { Silent } from "@/app/enterprise/silent";
import { ToDo } from "@/app/enterprise/to-do";
import { waitingFor } from "@/app/enterprise/waiting";
import { found } from "@/app/found";
import { refusedSentence } from "@/app/refused";
import { Welcome } from "@/app/welcome";
import { PostingProgress } from "@/components/postings/posting-progress";
import { addressOf } from "@/components/ui/address";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination, pageRows } from "@/components/ui/pagination";
import { Stat } from "@/components/ui/stat";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { countByPosting, type StateCounts } from "@/lib/applications/counts";
import { firstDue } from "@/lib/applications/first-due";
import { type Application, listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { getEnterprise } from "@/lib/enterprises/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { industryLabel } from "@/lib/industries/industries";
import { listIndustries } from "@/lib/industries/queries";
import { policyFor } from "@/lib/policy/queries";
import { listPostings, type Posting } from "@/lib/postings/queries";
import { ownProjects } from "@/lib/projects/own";
import { requireAsker } from "@/lib/users/session";

type Search = { done?: string; refused?: string; show?: string; from?: string };
type Props = { searchParams: Promise<Search> };

/** What the enterprise must do now, then how far each posting has come. */
export default async function EnterpriseHome({ searchParams }: Props) {
  const asker = await requireAsker("enterprise");
  const [{ done, refused, show, from }, locale] = await Promise.all([
    searchParams.then(asked),
    currentLocale(),
  ]);
  const own = { enterpriseId: asker.enterpriseId ?? "" };
  const [{ items: postings }, { items: waiting }, projects, industries, enterprise, policy, others] =
    await Promise.all([
      listPostings(asker, { ...own, limit: 200 }),
      listApplications(asker, { status: "applied", limit: 200 }),
      ownProjects(asker),
      listIndustries(),
      found(getEnterprise(asker, own.enterpriseId)),
      policyFor(today()),
      waitingFor(asker, locale),
    ]);
  const isPast = (p: Posting) =>
    p.state === "closed" || (p.state === "published" && (p.closesOn < today() || p.taken >= p.capacity));
  const [past, live] = [postings.filter(isPast), postings.filter((p) => !isPast(p))];
  const list = show === "past" || live.length === 0 ? past : live;
  const first = askedCount(from);
  const shown = list.slice(first, first + pageRows);
  const counts = await countByPosting(
    asker,
    shown.map((p) => p.id),
  );
  const sentence = await refusedSentence(refused);
  const { enterprise: e, enterprises, ui, words } = dictionary(locale);
  const listHref = (of: string | undefined, start?: number) =>
    addressOf("/enterprise", { show: of, ...(start && { from: String(start) }) });
  const { profile: entry } = enterprises;
  const post = <LinkButton href="/enterprise/postings/new">{e.post}</LinkButton>;
  return (
    <Page>
      <PageHeader title={enterprise.name} lead={e.lead} actions={post} />
      <EnterpriseSections current="home" locale={locale} />
      <Done done={done} locale={locale} />
      <Welcome asker={asker} locale={locale} />
      {sentence && <Banner tone="refused">{sentence}</Banner>}
      {enterprise.state !== "verified" && (
        <Banner
          tone={enterprise.state === "draft" || enterprise.state === "submitted" ? "waiting" : "refused"}
        >
          <p>{entry.stands[enterprise.state]}</p>
          <TextLink href="/enterprise/profile" className="target">
            {entry.title}
          </TextLink>
        </Banner>
      )}
      <Silent postings={postings} policy={policy} locale={locale} />
      <div className="mb-6 grid grid-cols-2 gap-4 sm:grid-cols-3">
        {others.stats.map((stat) => (
          <Stat key={stat.href} {...stat} />
        ))}
      </div>
      <ToDo postings={postings} waiting={waiting} others={others.lines} today={today()} locale={locale} />
      <section className="mt-8">
        <h2 className="mb-3 text-lg">{e.postings}</h2>
        {past.length > 0 && (
          <Tabs
            label={e.postings}
            tabs={[
              { label: e.live(live.length), href: listHref(undefined), current: list === live },
              { label: e.past(past.length), href: listHref("past"), current: list === past },
            ]}
          />
        )}
        {list.length === 0 ? (
          <EmptyState title={e.noPostings} action={post}>
            {e.noPostingsNote}
          </EmptyState>
        ) : (
          <Postings list={shown} counts={counts} waiting={waiting} locale={locale} />
        )}
        <Pagination
          label={ui.pages}
          previous={first > 0 ? { href: listHref(show), label: ui.first } : undefined}
          next={
            list.length > first + pageRows
              ? { href: listHref(show, first + pageRows), label: ui.next }
              : undefined
          }
        />
      </section>
      <Card title={e.projects} className="mt-8">
        {projects.length === 0 && <p className="text-ink-soft">{e.noProjects}</p>}
        <ul className="divide-y divide-line">
          {projects.map(({ id, name, industry, term }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
              <TextLink href={`/enterprise/projects/${id}`} className="target font-semibold">
                {name}
              </TextLink>
              <Tag>{industryLabel(industries, locale, industry)}</Tag>
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

type ListProps = {
  list: readonly Posting[];
  counts: Map<string, StateCounts>;
  waiting: readonly Application[];
  locale: Locale;
};

function Postings({ list, counts, waiting, locale }: ListProps) {
  return (
    <ul className="grid gap-3">
      {list.map((posting) => (
        <PostingProgress
          key={posting.id}
          href={`/enterprise/postings/${posting.id}`}
          posting={posting}
          counts={counts.get(posting.id) ?? {}}
          first={firstDue(waiting, posting.id)}
          today={today()}
          locale={locale}
        />
      ))}
    </ul>
  );
}
