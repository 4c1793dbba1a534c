import { EndForm } from "@/app/agreements/[id]/end/form";
import { found } from "@/app/found";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { causesFor, earliestEnd } from "@/lib/agreements/end";
import { openAgreementMoves } from "@/lib/agreements/moves";
import { getAgreement } from "@/lib/agreements/queries";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { policyFor } from "@/lib/policy/queries";
import { refuse } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }> };

/** Ending an agreement before its last day: why, and from when. */
export default async function EndPage({ params }: Props) {
  const [{ id }, asker, locale, policy] = await Promise.all([
    params,
    requireAsker("household", "village", "enterprise", "county"),
    currentLocale(),
    policyFor(today()),
  ]);
  const agreement = await found(
    getAgreement(asker, id, today()).then((a) =>
      openAgreementMoves(asker.role, a.state, a).includes("end") && a.endCause === null
        ? a
        : refuse("not-found"),
    ),
  );
  const { agreements: t, ui, words } = dictionary(locale);
  const days = agreement.state === "unsigned" ? 0 : policy["agreement.noticeDays"];
  const first = earliestEnd(asker.role, today(), days);
  const earliest = agreement.startsOn > first ? agreement.startsOn : first;
  return (
    <Page width={asker.role === "household" ? "household" : "text"}>
      <PageHeader
        title={t.end.title}
        lead={
          asker.role === "enterprise" && days > 0
            ? t.end.leadEnterprise(formatNumber(locale, days))
            : t.end.lead
        }
        crumbs={[
          { href: "/agreements", label: asker.role === "household" ? t.ours : t.title },
          { href: `/agreements/${id}`, label: agreement.number },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <Card>
        <EndForm
          id={id}
          earliest={earliest}
          latest={agreement.endsOn}
          causes={causesFor(asker.role, agreement, policy, today()).map((cause) => ({
            value: cause,
            label: words.endCause[cause],
          }))}
          withPaper={asker.role === "village"}
          words={{
            paper: t.end.paper,
            paperHint: t.sign.paperHint,
            cause: t.end.cause,
            endsOn: t.end.endsOn,
            endsOnHint: earliest > today() ? "" : t.end.endsOnHint,
            reason: t.end.reason,
            submit: t.end.submit,
            working: ui.working,
            errorsTitle: ui.errorsTitle,
          }}
        />
      </Card>
    </Page>
  );
}
