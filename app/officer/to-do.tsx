import type { ReactNode } from "react";
import { needLine } from "@/components/postings/words";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { countByState } from "@/lib/applications/counts";
import { listApplications } from "@/lib/applications/queries";
import { dayOf, daysBetween, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { listOpenObjections } from "@/lib/notices/queries";
import { listPostings } from "@/lib/postings/queries";

const shown = 5;
type Line = { key: string; href: string; title: string; says: string; since: Date };

/** The three things that wait for an officer, each with its number and the first few. */
export async function ToDo({ asker, locale }: { asker: Asker; locale: Locale }) {
  const { officer: o, words } = dictionary(locale);
  const [review, approve, states, objections] = await Promise.all([
    listPostings(asker, { status: "submitted", limit: 200 }),
    listApplications(asker, { status: "accepted", limit: 200 }),
    countByState(asker),
    listOpenObjections(asker),
  ]);
  const toReview = [...review.items].reverse().map((p) => ({
    key: p.id,
    href: `/officer/postings/${p.id}`,
    title: p.title,
    says: `${words.postingKind[p.kind]} · ${needLine(locale, p)} · ${p.enterpriseName}`,
    since: p.updatedAt,
  }));
  const toApprove = [...approve.items].reverse().map((a) => ({
    key: a.id,
    href: `/officer/applications/${a.id}`,
    title: a.view === "full" ? `${a.headName} · ${a.townName} ${a.villageName}` : a.townName,
    says: `${a.postingTitle} · ${a.enterpriseName}`,
    since: a.stateAt,
  }));
  const toDecide = objections.map((x) => ({
    key: x.id,
    href: `/officer/objections#${x.id}`,
    title: o.objections.notice(x.noticeNumber),
    says: `${x.postingTitle} · ${[...x.body].slice(0, 40).join("")}`,
    since: x.createdAt,
  }));
  const { desk } = o;
  const count = (n: number, more: string | null) => `${formatNumber(locale, n)}${more ? "+" : ""}`;
  return (
    <Card title={asker.role === "county" ? desk.toDo : desk.waitsForCounty}>
      <Queue
        title={desk.approve}
        count={count(states.accepted ?? 0, null)}
        all={{ href: "/officer/applications", label: o.all }}
        lines={toApprove}
        none={desk.noneToApprove}
        locale={locale}
      />
      <Queue
        title={desk.review}
        count={count(toReview.length, review.next)}
        all={{ href: "/officer/postings?status=submitted", label: o.all }}
        lines={toReview}
        none={desk.noneToReview}
        locale={locale}
      />
      <Queue
        title={desk.objections}
        count={count(toDecide.length, null)}
        all={{ href: "/officer/objections", label: o.all }}
        lines={toDecide}
        none={desk.noneToDecide}
        locale={locale}
      />
    </Card>
  );
}

type QueueProps = {
  title: string;
  count: string;
  all: { href: string; label: string };
  lines: readonly Line[];
  none: string;
  locale: Locale;
};

function Queue({ title, count, all, lines, none, locale }: QueueProps) {
  const { officer: o } = dictionary(locale);
  const waits = lines.length > 0;
  const head: ReactNode = (
    <>
      {title} <Tag tone={waits ? "waiting" : "plain"}>{count}</Tag>
    </>
  );
  return (
    <section className="border-t border-line py-3 first-of-type:border-t-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-base">{head}</h3>
        {waits && (
          <TextLink href={all.href} className="inline-block py-2">
            {all.label}
          </TextLink>
        )}
      </div>
      {!waits && <p className="text-ink-soft">{none}</p>}
      <ul className="divide-y divide-line">
        {lines.slice(0, shown).map((line) => (
          <li key={line.key} className="flex items-center justify-between gap-4 py-2">
            <div className="min-w-0">
              <p className="font-semibold">{line.title}</p>
              <p className="text-sm text-ink-soft">
                {line.says} · {o.desk.waited(daysBetween(dayOf(line.since), today()))}
              </p>
            </div>
            <LinkButton tone="plain" href={line.href} className="shrink-0">
              {o.open}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
