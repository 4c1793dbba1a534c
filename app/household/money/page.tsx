import { Done } from "@/app/done";
import { found } from "@/app/found";
import { came, didNotCome, insist, settle } from "@/app/household/money/actions";
import { LineButtons, PaymentButtons } from "@/app/money-buttons";
import { refusedSentence } from "@/app/refused";
import { HouseholdLedger } from "@/components/moneys/household-ledger";
import { Banner } from "@/components/ui/banner";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { householdLedger } from "@/lib/moneys/queries/household";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string; refused?: string }> };

/** 明白账: the household's one page of money. */
export default async function MoneyPage({ searchParams }: Props) {
  const [{ done, refused }, asker, locale] = await Promise.all([
    searchParams,
    requireAsker("household"),
    currentLocale(),
  ]);
  const ledger = await found(householdLedger(asker, asker.householdCode ?? "", today()));
  const { moneys: t, frame, ui } = dictionary(locale);
  const problem = await refusedSentence(refused);
  const actions = { came, didNotCome, insist, settle };
  const shared = { asker, ledger, locale, actions };
  return (
    <Page width="household">
      <PageHeader
        title={t.household.title}
        lead={t.household.lead}
        crumbs={[{ href: "/household", label: frame.go.household }]}
        crumbsLabel={ui.breadcrumb}
      />
      <Done done={done} locale={locale} />
      {problem && <Banner tone="refused">{problem}</Banner>}
      <HouseholdLedger
        ledger={ledger}
        locale={locale}
        today={today()}
        lineAction={(line) => <LineButtons line={line} {...shared} />}
        paymentAction={(payment) => <PaymentButtons payment={payment} {...shared} />}
      />
    </Page>
  );
}
