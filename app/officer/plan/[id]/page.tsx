import { asked } from "@/app/asked";
import { Done } from "@/app/done";
import { found } from "@/app/found";
import { FinishedPlan } from "@/app/officer/plan/[id]/finished";
import { UnkeptOrders } from "@/app/officer/plan/[id]/unkept";
import { cancel } from "@/app/officer/plan/actions";
import { RuleForm } from "@/app/officer/plan/form";
import { refusedSentence } from "@/app/refused";
import { Waiting } from "@/app/waiting";
import { RunningPlan } from "@/components/plans/running-plan";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StateTag } from "@/components/ui/state-tag";
import { grantOf } from "@/lib/access/table";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { isAccepting } from "@/lib/plans/accept";
import { orderText } from "@/lib/plans/orders";
import { getPlan, namedPostings } from "@/lib/plans/queries";
import { runningPlan } from "@/lib/plans/runner";
import { ruleWords } from "@/lib/plans/words";
import { requireAsker } from "@/lib/users/session";

export type PlanSearch = {
  done?: string;
  refused?: string;
  village?: string;
  posting?: string;
  cursor?: string;
  with?: string;
};
type Props = { params: Promise<{ id: string }>; searchParams: Promise<PlanSearch> };

/** One plan: while it runs how far it is, then who would go where. */
export default async function PlanPage({ params, searchParams }: Props) {
  const [{ id }, search, asker, locale] = await Promise.all([
    params,
    searchParams.then(asked),
    requireAsker("county", "town", "auditor"),
    currentLocale(),
  ]);
  const plan = await found(getPlan(asker, id));
  const t = dictionary(locale);
  const { plans: p, ui } = t;
  const running = plan.state === "running" ? runningPlan(id) : null;
  const problem = await refusedSentence(search.refused);
  const failures: Record<string, string> = p.failures;
  // Whose rows are hidden from the auditor is not named to it either.
  const isOfficer = asker.role !== "auditor";
  const mayWrite = grantOf(asker.role, "plan", "write") !== null;
  const named = await namedPostings(asker);
  const failedAt = plan.failure?.posting && named.nameOf(String(plan.failure.posting));
  return (
    <Page>
      <PageHeader
        title={`${p.title} · ${formatInstant(locale, plan.createdAt, true)}`}
        tags={<StateTag state={plan.state} label={t.words.planState[plan.state]} />}
        crumbs={[
          isOfficer
            ? { href: "/officer", label: t.officer.title }
            : { href: "/auditor", label: t.auditor.title },
          { href: "/officer/plan", label: p.title },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <Done done={search.done} locale={locale} />
      {problem && <Banner tone="refused">{problem}</Banner>}
      {plan.state === "failed" && (
        <Banner tone="refused">
          {failures[plan.failure?.code ?? ""] ?? failures.other}{" "}
          {[isOfficer && plan.failure?.household, failedAt].filter(Boolean).join(" · ")}
        </Banner>
      )}
      {plan.state === "running" && (
        <div className="grid gap-4">
          <Waiting everyMs={1000} />
          <RunningPlan
            running={running ?? { progress: null, startedAt: plan.createdAt.getTime() }}
            locale={locale}
            now={Date.now()}
          />
          {mayWrite && (
            <ConfirmButton
              label={p.cancel}
              tone="plain"
              question={p.cancelQuestion}
              confirmLabel={p.cancel}
              pendingLabel={ui.working}
              action={cancel}
              hidden={{ id }}
            />
          )}
        </div>
      )}
      {isAccepting(id) && (
        <Banner>
          <Waiting everyMs={2000} />
          {p.accepting}
        </Banner>
      )}
      {plan.summary && mayWrite && <UnkeptOrders summary={plan.summary} named={named} locale={locale} />}
      {plan.summary && (
        <FinishedPlan asker={asker} plan={plan} summary={plan.summary} search={search} locale={locale} />
      )}
      {mayWrite && plan.state !== "running" && (
        <Card title={p.again} className="mt-6">
          <RuleForm
            words={ruleWords(t, p.again)}
            {...(plan.state === "done" && { from: id })}
            rules={orderText(plan.rules, named, p)}
          />
        </Card>
      )}
    </Page>
  );
}
