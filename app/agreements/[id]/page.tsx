import { AnnexList } from "@/app/agreements/[id]/annexes";
import { Deliveries } from "@/app/agreements/[id]/deliveries";
import { BindingCard, Facts } from "@/app/agreements/[id]/facts";
import { Done } from "@/app/done";
import { found } from "@/app/found";
import { Card } from "@/components/ui/card";
import { join } from "@/components/ui/join";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StateTag } from "@/components/ui/state-tag";
import { MoneyTag } from "@/components/ui/tag";
import { openAgreementMoves, openAnnexMoves } from "@/lib/agreements/moves";
import { annexesOf, getAgreement, renewalOf } from "@/lib/agreements/queries";
import { termsOn } from "@/lib/agreements/terms";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> };

/** One agreement: where it stands, what can be done with it, what was changed since. */
export default async function AgreementPage({ params, searchParams }: Props) {
  const [{ id }, { done }, asker, locale] = await Promise.all([
    params,
    searchParams,
    requireAsker("household", "village", "town", "county", "enterprise", "auditor"),
    currentLocale(),
  ]);
  const agreement = await found(getAgreement(asker, id, today()));
  const [annexes, renewal] = await Promise.all([annexesOf(id), renewalOf(id)]);
  const { agreements: t, ui, words } = dictionary(locale);
  const open = openAgreementMoves(asker.role, agreement.state, agreement);
  const waiting = annexes.find((annex) => annex.state === "proposed");
  const annexMoves = openAnnexMoves(asker.role, agreement.state, waiting?.proposedSide ?? null);
  const here = `/agreements/${id}`;
  const signs = open.some((move) => move.startsWith("sign-"));
  return (
    <Page width={asker.role === "household" ? "household" : "page"}>
      <PageHeader
        title={`${agreement.title} · ${agreement.number}`}
        crumbs={[{ href: "/agreements", label: asker.role === "household" ? t.ours : t.title }]}
        crumbsLabel={ui.breadcrumb}
        tags={
          <>
            <MoneyTag
              kind={agreement.kind}
              sign={words.moneySign[agreement.kind]}
              label={words.postingKind[agreement.kind]}
            />
            <StateTag state={agreement.state} label={words.agreementState[agreement.state]} />
          </>
        }
      />
      <Done done={done} locale={locale} />
      <div className="mb-6 flex flex-wrap gap-3">
        {signs && (
          <LinkButton href={`${here}/sign`}>
            {asker.role === "village" ? t.sign.buttonVillage : t.sign.button}
          </LinkButton>
        )}
        {agreement.paper && (
          <LinkButton tone="plain" href={`${here}/paper`}>
            {t.whole}
          </LinkButton>
        )}
        {annexMoves.includes("propose") && (
          <LinkButton tone="plain" href={`${here}/annex`}>
            {t.propose.button}
          </LinkButton>
        )}
        {open.includes("end") && agreement.endCause === null && (
          <LinkButton tone="plain" href={`${here}/end`}>
            {t.end.button}
          </LinkButton>
        )}
      </div>
      <div className={join("grid items-start gap-6", asker.role !== "household" && "lg:grid-cols-2")}>
        <Card>
          <Facts
            asker={asker}
            agreement={agreement}
            terms={termsOn(agreement, annexes, today())}
            renewal={renewal}
            locale={locale}
          />
        </Card>
        <div className="grid gap-6">
          {agreement.bindingState && agreement.state !== "ended" && (
            <BindingCard agreement={agreement} locale={locale} />
          )}
          <Deliveries asker={asker} id={id} terms={agreement.terms} locale={locale} />
          {(agreement.state !== "unsigned" || annexes.length > 0) && (
            <Card title={t.annexes}>
              <AnnexList
                agreement={agreement}
                annexes={annexes}
                moves={annexMoves}
                byVillage={asker.role === "village"}
                locale={locale}
              />
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}
