import { AnnexForm } from "@/app/agreements/[id]/annex/form";
import { fieldsOf } from "@/app/agreements/[id]/annex/reading";
import { found } from "@/app/found";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { openAnnexMoves } from "@/lib/agreements/moves";
import { annexesOf, getAgreement } from "@/lib/agreements/queries";
import { termsOn } from "@/lib/agreements/terms";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { refuse } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }> };

/** Proposing other pay from a day on, or the next period. */
export default async function AnnexPage({ params }: Props) {
  const [{ id }, asker, locale] = await Promise.all([
    params,
    requireAsker("household", "village", "enterprise"),
    currentLocale(),
  ]);
  const agreement = await found(getAgreement(asker, id, today()));
  const annexes = await annexesOf(id);
  const waits = annexes.find((annex) => annex.state === "proposed")?.proposedSide ?? null;
  if (!openAnnexMoves(asker.role, agreement.state, waits).includes("propose"))
    await found(Promise.resolve().then(() => refuse("not-found")));
  const { agreements: t, ui } = dictionary(locale);
  const p = t.propose;
  const renewable = agreement.endsOn !== null && agreement.endCause === null;
  return (
    <Page width={asker.role === "household" ? "household" : "text"}>
      <PageHeader
        title={p.title}
        lead={p.lead}
        crumbs={[
          { href: "/agreements", label: asker.role === "household" ? t.ours : t.title },
          { href: `/agreements/${id}`, label: agreement.number },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <Card>
        <AnnexForm
          id={id}
          kind={agreement.kind}
          kinds={[
            { value: "change", label: p.change, hint: p.changeHint },
            ...(renewable ? [{ value: "renewal", label: p.renewal, hint: p.renewalHint }] : []),
          ]}
          earliest={today()}
          fields={fieldsOf(termsOn(agreement, annexes, today())).map((field) => ({
            ...field,
            label: p.fields[field.name] ?? field.name,
          }))}
          withPaper={asker.role === "village"}
          words={{
            kind: p.kind,
            effectiveOn: p.effectiveOn,
            effectiveOnHint: p.effectiveOnHint,
            years: p.years,
            yearsHint: p.yearsHint,
            reason: p.reason,
            terms: p.terms,
            termsHint: p.termsHint,
            paper: t.sign.paper,
            paperHint: t.sign.paperHint,
            submit: p.submit,
            working: ui.working,
            errorsTitle: ui.errorsTitle,
          }}
        />
      </Card>
    </Page>
  );
}
