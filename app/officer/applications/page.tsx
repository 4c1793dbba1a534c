import { asked, oneOf } from "@/app/asked";
import { Sections } from "@/app/officer/sections";
import { ReplyDue } from "@/components/applications/reply-due";
import { addressOf } from "@/components/ui/address";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination, pageRows } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import { applicationStates } from "@/db/words";
import { countByState } from "@/lib/applications/counts";
import { type Application, listApplications } from "@/lib/applications/queries";
import { dayOf, daysBetween, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ status?: string; cursor?: string }> };
const path = "/officer/applications";

/** Applications by state; those that wait for approval unless another state is asked for. */
export default async function Applications({ searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [{ status: wanted, cursor }, locale] = await Promise.all([searchParams.then(asked), currentLocale()]);
  const status = oneOf(wanted, applicationStates) ?? "accepted";
  const [{ items, next }, counts] = await Promise.all([
    listApplications(asker, { status, limit: pageRows, ...(cursor && { cursor }) }),
    countByState(asker),
  ]);
  const { cases, officer: o, ui, words } = dictionary(locale);
  const day = today();
  const w = o.applications;
  const first = ["accepted", "applied", "approved", "held", "returned"] as const;
  const states = [...first, ...applicationStates.filter((s) => !(first as readonly string[]).includes(s))];
  const chips = states
    .filter((state) => state === status || (counts[state] ?? 0) > 0)
    .map((state) => ({
      label: words.applicationState[state],
      href: addressOf(path, { status: state }),
      active: state === status,
      count: formatNumber(locale, counts[state] ?? 0),
    }));
  return (
    <Page>
      <PageHeader title={w.title} lead={asker.role === "town" ? o.readOnly : w.lead} />
      <Sections current="applications" locale={locale} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-4">
        <FilterChips label={w.state} chips={chips} />
        {asker.role === "county" && (counts.accepted ?? 0) > 0 && (
          <LinkButton href={`${path}/approve`}>
            {cases.batch.link(formatNumber(locale, counts.accepted ?? 0))}
          </LinkButton>
        )}
      </div>
      {items.length === 0 ? (
        <EmptyState title={w.none}>{w.noneNote}</EmptyState>
      ) : (
        <ResponsiveTable<Application>
          caption={w.title}
          dense
          rows={items}
          rowKey={(a) => a.id}
          columns={[
            {
              key: "household",
              label: w.household,
              look: "lead",
              cell: (a) => (
                <TextLink href={`${path}/${a.id}`} className="target font-semibold">
                  {a.view === "full" ? `${a.headName} · ${a.townName} ${a.villageName}` : a.townName}
                </TextLink>
              ),
            },
            {
              key: "posting",
              label: w.posting,
              cell: (a) => (
                <>
                  {a.postingTitle}
                  <span className="block text-ink-soft">
                    {words.postingKind[a.postingKind]} · {a.enterpriseName}
                  </span>
                </>
              ),
            },
            {
              key: "score",
              label: w.score,
              look: "number",
              cell: (a) =>
                "score" in a && typeof a.score === "number" ? formatNumber(locale, Math.round(a.score)) : "",
            },
            {
              key: "waited",
              label: w.waited,
              cell: (a) => (
                <>
                  <span className="block">{o.desk.waited(daysBetween(dayOf(a.stateAt), day))}</span>
                  <ReplyDue application={a} today={day} locale={locale} ours={a.state === "accepted"} />
                </>
              ),
            },
            {
              key: "state",
              label: w.state,
              cell: (a) => <StateTag state={a.state} label={words.applicationState[a.state]} />,
            },
          ]}
        />
      )}
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: addressOf(path, { status }), label: ui.first } : null}
        next={next ? { href: addressOf(path, { status, cursor: next }), label: ui.next } : null}
      />
    </Page>
  );
}
