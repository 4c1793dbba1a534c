import { SignForm } from "@/app/agreements/[id]/sign/form";
import { found } from "@/app/found";
import { PaperSheet } from "@/components/agreements/paper-sheet";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { openAgreementMoves } from "@/lib/agreements/moves";
import { paperFacts } from "@/lib/agreements/paper";
import { getAgreement } from "@/lib/agreements/queries";
import { paperOf } from "@/lib/agreements/text";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { refuse } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }> };

/** The whole text, then the one thing to do: sign it, or bring the paper the household signed. */
export default async function SignPage({ params }: Props) {
  const [{ id }, asker, locale] = await Promise.all([
    params,
    requireAsker("household", "village", "enterprise"),
    currentLocale(),
  ]);
  const agreement = await found(
    getAgreement(asker, id, today()).then((a) =>
      openAgreementMoves(asker.role, a.state, a).some((move) => move.startsWith("sign-"))
        ? a
        : refuse("not-found"),
    ),
  );
  const facts = await found(paperFacts(asker, id, today(), { whole: false }));
  const { agreements: t, ui } = dictionary(locale);
  const village = asker.role === "village";
  const lead = {
    household: t.sign.leadHousehold,
    village: t.sign.leadVillage,
    enterprise: t.sign.leadEnterprise,
  };
  return (
    <Page width={asker.role === "household" ? "household" : "text"}>
      <PageHeader
        title={t.sign.title}
        lead={lead[asker.role as keyof typeof lead]}
        crumbs={[
          { href: "/agreements", label: asker.role === "household" ? t.ours : t.title },
          { href: `/agreements/${id}`, label: agreement.number },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      {village && (
        <p className="mb-4">
          <LinkButton tone="plain" href={`/agreements/${id}/paper`}>
            {t.print}
          </LinkButton>
        </p>
      )}
      <PaperSheet paper={paperOf(facts, "zh")} lang="zh-CN" />
      {locale === "en" && (
        <div className="mt-4">
          <p className="mb-2 text-ink-soft">{t.gloss}</p>
          <PaperSheet paper={paperOf(facts, "en")} lang="en" />
        </div>
      )}
      <Card title={t.sign.title} className="mt-6">
        <SignForm
          id={id}
          paper={village ? "needed" : asker.role === "enterprise" ? "welcome" : "none"}
          words={{
            read: village ? t.sign.readVillage : t.sign.read,
            paper: village ? t.sign.paper : t.sign.paperOptional,
            paperHint: t.sign.paperHint,
            optional: ui.optional,
            submit: village ? t.sign.submitVillage : t.sign.submit,
            working: ui.working,
            errorsTitle: ui.errorsTitle,
          }}
        />
      </Card>
    </Page>
  );
}
