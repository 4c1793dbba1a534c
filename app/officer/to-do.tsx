import { moreQueues } from "@/app/officer/more-queues";
import { Queue, type QueueLine } from "@/app/officer/queue";
import { ReplyDue } from "@/components/applications/reply-due";
import { needLine } from "@/components/postings/words";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { untilChangedFor } from "@/lib/access/queries";
import { countByState } from "@/lib/applications/counts";
import { listApplications } from "@/lib/applications/queries";
import { dayOf, daysBetween, today } from "@/lib/clock/clock";
import { listEnterprises } from "@/lib/enterprises/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatMoneyRounded, formatNumber } from "@/lib/i18n/format";
import { arrearsByEnterprise } from "@/lib/moneys/queries/arrears";
import { listOpenObjections } from "@/lib/notices/queries";
import { listPostings } from "@/lib/postings/queries";

const most = 200;

/** What waits for an officer, each kind with its number and the most urgent few; kinds without any in one line. */
export async function ToDo({ asker, locale }: { asker: Asker; locale: Locale }) {
  const { officer: o, words } = dictionary(locale);
  const { desk } = o;
  const [review, approve, states, objections, arrears, enterprises, more] = await Promise.all([
    listPostings(asker, { status: "submitted", limit: most }),
    listApplications(asker, { status: "accepted", limit: most }),
    countByState(asker, ["accepted"]),
    listOpenObjections(asker),
    untilChangedFor(asker, "arrears", today(), () => arrearsByEnterprise(asker, today())),
    listEnterprises(asker, { state: "submitted", limit: most }),
    moreQueues(asker, locale),
  ]);
  const waited = (since: Date) => desk.waited(daysBetween(dayOf(since), today()));
  const n = (value: number) => formatNumber(locale, value);
  const toApprove = approve.items
    .toSorted((a, b) => (a.replyDueOn ?? "9").localeCompare(b.replyDueOn ?? "9"))
    .map(
      (a): QueueLine => ({
        key: a.id,
        href: `/officer/applications/${a.id}`,
        title: a.view === "full" ? `${a.headName} · ${a.townName} ${a.villageName}` : a.townName,
        says: `${a.postingTitle} · ${a.enterpriseName}`,
        when: <ReplyDue application={a} today={today()} locale={locale} ours={asker.role === "county"} />,
      }),
    );
  const toDecide = objections.map(
    (x): QueueLine => ({
      key: x.id,
      href: `/officer/objections#${x.id}`,
      title: o.objections.notice(x.noticeNumber),
      says: `${x.postingTitle} · ${[...x.body].slice(0, 40).join("")}`,
      when: waited(x.createdAt),
    }),
  );
  const toReview = review.items.toReversed().map(
    (p): QueueLine => ({
      key: p.id,
      href: `/officer/postings/${p.id}`,
      title: p.title,
      says: `${words.postingKind[p.kind]} · ${needLine(locale, p)} · ${p.enterpriseName}`,
      when: waited(p.updatedAt),
    }),
  );
  const late = arrears.map(
    (one): QueueLine => ({
      key: one.id,
      href: `/officer/arrears?enterprise=${one.id}#names`,
      title: one.name,
      says: desk.owes(formatMoneyRounded(locale, one.lateFen), n(one.households)),
      when: desk.since(formatDay(locale, one.oldestOn)),
    }),
  );
  const toVerify = enterprises.items.map(
    (e): QueueLine => ({
      key: e.id,
      href: `/officer/enterprises/${e.id}`,
      title: e.name,
      says: `${words.enterpriseKind[e.kind]} · ${e.townName} ${e.villageName}`,
      when: waited(e.stateAt),
    }),
  );
  const inOneGo =
    asker.role === "county" && (states.accepted ?? 0) > 1 ? (
      <TextLink href="/officer/applications/approve" className="target">
        {desk.together}
      </TextLink>
    ) : null;
  const queues = [
    { key: "objections", lines: toDecide, count: n(toDecide.length), href: "/officer/objections" },
    {
      key: "approve",
      lines: toApprove,
      count: n(states.accepted ?? 0),
      href: "/officer/applications",
      more: inOneGo,
    },
    {
      key: "review",
      lines: toReview,
      count: `${n(toReview.length)}${review.next ? "+" : ""}`,
      href: "/officer/postings?status=submitted",
    },
    {
      key: "verify",
      lines: toVerify,
      count: n(enterprises.states.submitted ?? 0),
      href: "/officer/enterprises?state=submitted",
    },
    { key: "arrears", lines: late, count: n(late.length), href: "/officer/arrears" },
  ] as const;
  const idle = queues.filter(({ lines }) => lines.length === 0).map(({ key }) => desk.none[key]);
  return (
    <Card title={asker.role === "county" ? desk.toDo : desk.waitsForCounty}>
      {idle.length === queues.length && more.length === 0 ? (
        <EmptyState title={desk.nothing}>{desk.nothingNote}</EmptyState>
      ) : (
        queues
          .filter(({ lines }) => lines.length > 0)
          .map(({ key, href, ...queue }) => (
            <Queue
              key={key}
              title={desk.queues[key]}
              all={{ href, label: o.all }}
              locale={locale}
              {...queue}
            />
          ))
      )}
      {more.map(({ href, ...queue }) => (
        <Queue key={queue.title} all={{ href, label: o.all }} locale={locale} {...queue} />
      ))}
      {idle.length > 0 && idle.length < queues.length + more.length && (
        <p className="border-t border-line pt-3 text-ink-soft">{idle.join(desk.between)}</p>
      )}
    </Card>
  );
}
