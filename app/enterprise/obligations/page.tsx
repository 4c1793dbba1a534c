import { asked } from "@/app/asked";
import { Done } from "@/app/done";
import { AnswerList } from "@/app/enterprise/obligations/answer-list";
import { PayForm } from "@/app/enterprise/obligations/form";
import { DueTable } from "@/app/enterprise/obligations/table";
import { methodOptions, payWords } from "@/app/enterprise/obligations/words";
import { EnterpriseSections } from "@/app/enterprise/sections";
import { MoneyStrip } from "@/components/moneys/money-strip";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import type { Locale } from "@/db/words";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import type { Sums } from "@/lib/moneys/late";
import { monthsFrom } from "@/lib/moneys/months";
import { type DueFilter, listDues, sumByMonth, sumDues } from "@/lib/moneys/queries/lines";
import { listDisputes } from "@/lib/moneys/queries/payments";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ show?: string; cursor?: string; done?: string }> };

/** A month ahead is what an enterprise plans its cash for. */
const shows = {
  late: () => ({ show: "late" }),
  soon: () => ({ show: "unpaid", from: today(), to: addDays(today(), 31) }),
  unpaid: () => ({ show: "unpaid" }),
  paid: () => ({ show: "paid" }),
} as const satisfies Record<string, () => DueFilter>;
type Show = keyof typeof shows;
const showNames = Object.keys(shows) as Show[];

/** What the enterprise owes: the year ahead, what is late, what to answer; and where it records what it paid. */
export default async function Obligations({ searchParams }: Props) {
  const [{ show: wanted, cursor, done }, asker, locale] = await Promise.all([
    searchParams.then(asked),
    requireAsker("enterprise"),
    currentLocale(),
  ]);
  const months = monthsFrom(today());
  const [late, sums, parts, disputes] = await Promise.all([
    sumDues(asker, { show: "late" }, today()),
    sumDues(asker, { from: `${today().slice(0, 4)}-01-01`, to: `${today().slice(0, 4)}-12-31` }, today()),
    sumByMonth(asker, { from: `${months[0]}-01`, to: `${months[11]}-31` }, today()),
    listDisputes(asker, { states: ["open"] }),
  ]);
  const show = showNames.find((name) => name === wanted) ?? (late.dueFen > 0 ? "late" : "soon");
  const { items, next } = await listDues(
    asker,
    { ...shows[show](), limit: 100, ...(cursor && { cursor }) },
    today(),
  );
  const { moneys, enterprise: e, ui } = dictionary(locale);
  const t = moneys.enterprise;
  const chips = showNames.map((name) => ({
    label: t[name],
    href: `/enterprise/obligations?show=${name}`,
    active: name === show,
  }));
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={t.lead}
        crumbs={[{ href: "/enterprise", label: e.title }]}
        crumbsLabel={ui.breadcrumb}
        actions={<Doors locale={locale} />}
      />
      <EnterpriseSections current="obligations" locale={locale} />
      <Done done={done} locale={locale} />
      <div className="mb-6 grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Card title={t.calendar}>
          <MoneyStrip parts={parts} months={months} locale={locale} />
        </Card>
        <Card title={moneys.household.yearTitle(today().slice(0, 4))}>
          <SumList sums={sums} locale={locale} />
        </Card>
      </div>
      {disputes.length > 0 && (
        <Card id="disputes" title={t.disputes} className="mb-6">
          <AnswerList disputes={disputes} locale={locale} />
        </Card>
      )}
      <div className="mb-4">
        <FilterChips label={t.show} chips={chips} />
      </div>
      {items.length === 0 ? (
        <EmptyState title={t.none}>{t.noneNote}</EmptyState>
      ) : show === "paid" ? (
        <DueTable lines={items} locale={locale} />
      ) : (
        <PayForm
          methods={methodOptions(locale)}
          today={today()}
          query={`show=${show}`}
          words={payWords(locale, false)}
        >
          <DueTable lines={items} locale={locale} pick />
        </PayForm>
      )}
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: `/enterprise/obligations?show=${show}`, label: ui.first } : null}
        next={next ? { href: `/enterprise/obligations?show=${show}&cursor=${next}`, label: ui.next } : null}
      />
    </Page>
  );
}

function Doors({ locale }: { locale: Locale }) {
  const { enterprise: t } = dictionary(locale).moneys;
  return (
    <>
      <LinkButton tone="plain" href="/enterprise/payments">
        {t.payments}
      </LinkButton>
      <LinkButton tone="plain" href="/enterprise/obligations/record">
        {t.deliveries} · {t.profit}
      </LinkButton>
    </>
  );
}

/** due = paid + late + not due yet, said as such. */
function SumList({ sums, locale }: { sums: Sums; locale: Locale }) {
  const { moneys } = dictionary(locale);
  return (
    <>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] gap-x-6 gap-y-2">
        {(["due", "paid", "late", "open"] as const).map((name) => (
          <div key={name} className="flex flex-wrap items-baseline justify-between gap-x-4 sm:block">
            <dt className="text-ink-soft">{moneys.sums[name]}</dt>
            <dd className="text-lg font-semibold whitespace-nowrap">
              {formatMoney(locale, sums[`${name}Fen`])}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-ink-soft">{moneys.sumsNote}</p>
    </>
  );
}
