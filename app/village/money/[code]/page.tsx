import { Done } from "@/app/done";
import { found } from "@/app/found";
import { LineButtons, PaymentButtons } from "@/app/money-buttons";
import { refusedSentence } from "@/app/refused";
import { cameForThem, didNotComeToThem, insistForThem, settleForThem } from "@/app/village/money/actions";
import { HouseholdLedger } from "@/components/moneys/household-ledger";
import { Banner } from "@/components/ui/banner";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { householdLedger } from "@/lib/moneys/queries/household";
import { requireAsker } from "@/lib/users/session";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ done?: string; refused?: string }>;
};

/** A household's 明白账 as its village reads it to them, or prints it. */
export default async function HouseholdMoneyPage({ params, searchParams }: Props) {
  const [{ code }, { done, refused }, asker, locale] = await Promise.all([
    params,
    searchParams,
    requireAsker("village"),
    currentLocale(),
  ]);
  const ledger = await found(householdLedger(asker, code, today()));
  const { moneys: t, ui } = dictionary(locale);
  const problem = await refusedSentence(refused);
  const shared = {
    ...{ asker, ledger, locale },
    hidden: { household: code },
    actions: {
      came: cameForThem,
      didNotCome: didNotComeToThem,
      insist: insistForThem,
      settle: settleForThem,
    },
    how: { label: t.village.how, hint: t.village.howHint },
  };
  return (
    <Page width="text">
      <PageHeader
        title={t.household.ofHousehold(ledger.headName)}
        crumbs={[{ href: "/village/money", label: t.village.title }]}
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
