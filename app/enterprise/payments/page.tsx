import { asked } from "@/app/asked";
import { Done } from "@/app/done";
import { PaymentItem } from "@/components/moneys/payment-item";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { paymentStates } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { listPayments } from "@/lib/moneys/queries/payments";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ state?: string; cursor?: string; done?: string }> };
const path = "/enterprise/payments";

/** Every payment recorded, newest first, and what households say of it. */
export default async function PaymentsPage({ searchParams }: Props) {
  const [{ state: wanted, cursor, done }, asker, locale] = await Promise.all([
    searchParams.then(asked),
    requireAsker("enterprise"),
    currentLocale(),
  ]);
  const state = paymentStates.find((one) => one === wanted);
  const { items, next } = await listPayments(asker, {
    limit: 50,
    ...(state && { states: [state] }),
    ...(cursor && { cursor }),
  });
  const { moneys, enterprise: e, ui, words } = dictionary(locale);
  const t = moneys.enterprise;
  const chips = [
    { label: moneys.officer.all, href: path, active: !state },
    ...paymentStates.map((one) => ({
      label: words.paymentState[one],
      href: `${path}?state=${one}`,
      active: one === state,
    })),
  ];
  const query = state ? `state=${state}&` : "";
  return (
    <Page>
      <PageHeader
        title={t.payments}
        lead={t.paymentsLead}
        crumbs={[
          { href: "/enterprise", label: e.title },
          { href: "/enterprise/obligations", label: t.title },
        ]}
        crumbsLabel={ui.breadcrumb}
        actions={
          <LinkButton tone="plain" href="/enterprise/payments/sheet">
            {t.sheet}
          </LinkButton>
        }
      />
      <Done done={done} locale={locale} />
      <FilterChips label={t.show} chips={chips} />
      {items.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={t.historyNone} />
        </div>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {items.map((payment) => (
            <PaymentItem
              key={payment.id}
              payment={payment}
              locale={locale}
              own
              whose={
                <TextLink href={`/enterprise/obligations/${payment.dueId}`} className="target">
                  {payment.headName} · {payment.villageName}
                </TextLink>
              }
            />
          ))}
        </ul>
      )}
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: `${path}?${query}`, label: ui.first } : null}
        next={next ? { href: `${path}?${query}cursor=${next}`, label: ui.next } : null}
      />
    </Page>
  );
}
