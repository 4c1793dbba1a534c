import { Done } from "@/app/done";
import { ConfirmForm } from "@/app/village/money/form";
import { LineItem } from "@/components/moneys/line-item";
import { PaymentItem } from "@/components/moneys/payment-item";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { weekFrom } from "@/lib/moneys/queries/arrears";
import { type Line, listDues } from "@/lib/moneys/queries/lines";
import { type Dispute, listDisputes, listPayments, type Payment } from "@/lib/moneys/queries/payments";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };
const accountOf = (code: string | null) => `/village/money/${encodeURIComponent(code ?? "")}`;

/** Whom to tell what this week; for whom to say that it came; what is late. */
export default async function VillageMoney({ searchParams }: Props) {
  const [{ done }, asker, locale] = await Promise.all([
    searchParams,
    requireAsker("village"),
    currentLocale(),
  ]);
  const [week, late, recorded, disputes] = await Promise.all([
    listDues(asker, { show: "unpaid", ...weekFrom(today()), limit: 200 }, today()),
    listDues(asker, { show: "late", limit: 100 }, today()),
    listPayments(asker, { states: ["recorded"], limit: 100 }),
    listDisputes(asker, { states: ["open", "answered"] }),
  ]);
  const { village: v, ui, moneys } = dictionary(locale);
  const t = moneys.village;
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={t.lead}
        crumbs={[{ href: "/village", label: v.title }]}
        crumbsLabel={ui.breadcrumb}
      />
      <Done done={done} locale={locale} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t.week}>
          {week.items.length > 0 && <p className="text-ink-soft">{t.weekNote}</p>}
          <Lines lines={week.items} locale={locale} none={t.weekNone} note={t.weekNoneNote} />
        </Card>
        <Card title={t.confirm}>
          <Confirm payments={recorded.items} locale={locale} />
        </Card>
        {disputes.length > 0 && (
          <Card title={t.disputes}>
            <Disputes disputes={disputes} locale={locale} />
          </Card>
        )}
        <Card title={t.late}>
          <Lines lines={late.items} locale={locale} none={t.lateNone} note={t.lateNoneNote} />
        </Card>
      </div>
    </Page>
  );
}

type LinesProps = { lines: readonly Line[]; locale: Locale; none: string; note: string };

function Lines({ lines, locale, none, note }: LinesProps) {
  if (lines.length === 0) return <EmptyState title={none}>{note}</EmptyState>;
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <LineItem
          key={line.id}
          line={line}
          locale={locale}
          today={today()}
          whose={
            <TextLink className="target" href={accountOf(line.householdCode)}>
              {line.headName}
            </TextLink>
          }
        />
      ))}
    </ul>
  );
}

function Confirm({ payments, locale }: { payments: readonly Payment[]; locale: Locale }) {
  const { moneys, ui } = dictionary(locale);
  const t = moneys.village;
  // Nobody confirms what they recorded.
  const list = payments.filter((payment) => !payment.own);
  if (list.length === 0) return <EmptyState title={t.confirmNone}>{t.confirmNoneNote}</EmptyState>;
  const words = {
    pick: t.pick,
    how: t.how,
    howHint: t.howHint,
    send: t.confirmThem,
    working: ui.working,
    errorsTitle: ui.errorsTitle,
  };
  return (
    <ConfirmForm words={words}>
      <p className="mb-2">{t.pick}</p>
      <ul className="divide-y divide-line">
        {list.map((payment) => (
          <PaymentItem
            key={payment.id}
            payment={payment}
            locale={locale}
            whose={
              <label className="flex min-h-11 items-center gap-3">
                <input type="checkbox" name="payments" value={payment.id} className="size-6 accent-tea" />
                {payment.headName}
              </label>
            }
          />
        ))}
      </ul>
    </ConfirmForm>
  );
}

function Disputes({ disputes, locale }: { disputes: readonly Dispute[]; locale: Locale }) {
  const { moneys, words } = dictionary(locale);
  return (
    <ul className="divide-y divide-line">
      {disputes.map((one) => (
        <li key={one.id} className="grid gap-1 py-3">
          <TextLink href={accountOf(one.householdCode)} className="target font-semibold">
            {one.headName} · {one.enterpriseName}
          </TextLink>
          <p>
            {words.disputeState[one.state]}
            {one.answer && ` · ${moneys.household.answered(one.answer)}`}
          </p>
          {one.state === "answered" && <p className="text-ink-soft">{moneys.village.answeredTell}</p>}
        </li>
      ))}
    </ul>
  );
}
