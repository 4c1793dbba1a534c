import { RoundForm } from "@/app/officer/allotments/new/form";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/** Preparing a round: name, document, fund, days. */
export default async function NewRoundPage() {
  const [locale] = await Promise.all([currentLocale(), requireAsker("county")]);
  const { allotments: t, officer: o, ui } = dictionary(locale);
  return (
    <Page width="text">
      <PageHeader
        title={t.newTitle}
        lead={t.newLead}
        crumbs={[
          { href: "/officer", label: o.title },
          { href: "/officer/allotments", label: t.title },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <Card>
        <RoundForm
          from={today()}
          to={`${today().slice(0, 4)}-12-31`}
          words={{
            name: t.name,
            document: t.document,
            documentHint: t.documentHint,
            fund: t.fundYuan,
            startsOn: t.startsOn,
            closesOn: t.closesOn,
            save: t.save,
            working: ui.working,
            errorsTitle: ui.errorsTitle,
          }}
        />
      </Card>
    </Page>
  );
}
