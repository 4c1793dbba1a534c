import { RuleForm } from "@/app/officer/plan/form";
import { Sections } from "@/app/officer/sections";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import { grantOf } from "@/lib/access/table";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant, formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { listPlans, type PlanRow } from "@/lib/plans/queries";
import { gapSentence, ruleWords } from "@/lib/plans/words";
import { requireAsker } from "@/lib/users/session";

/** The county's plans, newest first, and the button that makes one. */
export default async function PlansPage() {
  const [asker, locale] = await Promise.all([requireAsker("county", "town", "auditor"), currentLocale()]);
  const plans = await listPlans(asker);
  const t = dictionary(locale);
  const p = t.plans;
  const result = ({ summary }: PlanRow) =>
    summary && (
      <>
        {p.covers(
          formatNumber(locale, summary.households.coveredBefore),
          formatNumber(locale, summary.households.coveredAfter),
        )}
        <span className="block text-ink-soft">{gapSentence(t, locale, summary)}</span>
      </>
    );
  return (
    <Page>
      <PageHeader title={p.title} lead={p.lead} />
      {asker.role !== "auditor" && <Sections current="plan" locale={locale} />}
      <div className="grid gap-6">
        {grantOf(asker.role, "plan", "write") && (
          <Card>
            <RuleForm words={ruleWords(t, p.start)} />
          </Card>
        )}
        {plans.length === 0 ? (
          <EmptyState title={p.none}>{p.noneNote}</EmptyState>
        ) : (
          <ResponsiveTable<PlanRow>
            caption={p.title}
            rows={plans}
            rowKey={(plan) => plan.id}
            columns={[
              {
                key: "made",
                label: p.made,
                look: "lead",
                cell: (plan) => (
                  <TextLink className="target" href={`/officer/plan/${plan.id}`}>
                    {formatInstant(locale, plan.createdAt, true)}
                  </TextLink>
                ),
              },
              {
                key: "state",
                label: p.state,
                cell: (plan) => <StateTag state={plan.state} label={t.words.planState[plan.state]} />,
              },
              { key: "result", label: p.result, cell: result },
            ]}
          />
        )}
      </div>
    </Page>
  );
}
