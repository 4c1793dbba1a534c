import type { Metadata } from "next";
import { asked } from "@/app/asked";
import { found } from "@/app/found";
import { Effects } from "@/app/policy/[key]/effects";
import { ValueFields } from "@/app/policy/[key]/fields";
import { ProposeForm } from "@/app/policy/[key]/form";
import { Proposals } from "@/app/policy/[key]/proposals";
import { tried } from "@/app/policy/[key]/tried";
import { valueText } from "@/app/policy/value-text";
import { refusedSentence } from "@/app/refused";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { SubmitButton } from "@/components/ui/submit-button";
import { grantOf } from "@/lib/access/table";
import { today } from "@/lib/clock/clock";
import { policyEffects } from "@/lib/county/policy-effects";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { groupOf, parameterKinds, typedValue } from "@/lib/policy/kinds";
import { policyEntry } from "@/lib/policy/queries";
import type { RegisterRow } from "@/lib/policy/register";
import { currentAsker } from "@/lib/users/session";

type Props = { params: Promise<{ key: string }>; searchParams: Promise<Record<string, string>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ key }, locale] = await Promise.all([params, currentLocale()]);
  const { labels, title } = dictionary(locale).policy;
  return { title: (labels as Record<string, string>)[decodeURIComponent(key)] ?? title };
}

/** One parameter: its value, what another would change, proposals, and every value it ever had. */
export default async function ParameterPage({ params, searchParams }: Props) {
  const [{ key }, search, asker, locale] = await Promise.all([
    params,
    searchParams.then(asked),
    currentAsker(),
    currentLocale(),
  ]);
  const { policy: t, ui } = dictionary(locale);
  const entry = await found(policyEntry(asker, decodeURIComponent(key), today()));
  const kind = parameterKinds[entry.key];
  const proposes = grantOf(asker.role, "policy", "write") !== null;
  const decides = grantOf(asker.role, "policy", "decide") !== null;
  const text = (value: unknown) => valueText(locale, t, entry.key, value);
  const trial = proposes || decides ? await tried(entry.key, search) : null;
  const effects = trial?.value !== undefined && (await policyEffects(asker, entry.key, trial.value, today()));
  const values = { ...typedValue(kind, entry.value), ...trial?.typed };
  const fieldWords = {
    value: t.newValue,
    shares: t.shares,
    unit:
      kind.as === "rate"
        ? "%"
        : (kind.as === "number" || kind.as === "money") && kind.unit
          ? t.units[kind.unit]
          : "",
    words: t.words,
  };
  const said = { proposed: t.proposed, applied: t.applied, refused: t.refused }[search.done ?? ""];
  const problem = await refusedSentence(search.refused);
  return (
    <Page>
      <PageHeader
        title={t.labels[entry.key]}
        lead={text(entry.value)}
        crumbs={[{ href: `/policy#${groupOf(entry.key)}`, label: t.title }]}
        crumbsLabel={ui.breadcrumb}
      />
      {said && <Banner>{said}</Banner>}
      {problem && <Banner tone="refused">{problem}</Banner>}
      <div className="grid gap-6">
        {entry.proposed.length > 0 && (
          <Card title={t.waiting}>
            <Proposals entry={entry} decides={decides} locale={locale} />
          </Card>
        )}
        {(proposes || decides) && (
          <Card title={t.ifTitle} id="if">
            <p className="mb-4 max-w-measure text-ink-soft">{proposes ? t.ifLeadPropose : t.ifLead}</p>
            <form action={`/policy/${entry.key}#if`} className="max-w-measure">
              <ValueFields kind={kind} values={values} errors={trial?.errors} words={fieldWords} />
              <SubmitButton tone="plain" pendingLabel={ui.working}>
                {t.ifDo}
              </SubmitButton>
            </form>
            {effects && (
              <div className="mt-5 border-t border-line pt-4" role="status">
                <h3 className="mb-2 font-semibold">{t.ifResult(text(trial?.value))}</h3>
                <Effects effects={effects} locale={locale} />
              </div>
            )}
          </Card>
        )}
        {proposes && trial && effects && (
          <Card title={t.proposeTitle(text(trial.value))}>
            <p className="mb-4 max-w-measure text-ink-soft">{t.proposeLead}</p>
            <ProposeForm
              parameter={entry.key}
              typed={trial.typed}
              words={{
                value: t.newValue,
                startsOn: t.startsOn,
                startsOnHint: t.startsOnHint,
                document: t.document,
                documentHint: t.documentHint,
                submit: t.propose,
                working: ui.working,
                errorsTitle: ui.errorsTitle,
              }}
            />
          </Card>
        )}
        <Card title={t.history}>
          {entry.history.length === 0 ? (
            <p className="text-ink-soft">
              {t.historyNone} {t.builtIn}
            </p>
          ) : (
            <ResponsiveTable<RegisterRow>
              caption={t.history}
              rows={entry.history}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: "since",
                  label: t.startsOn,
                  look: "lead",
                  cell: (row) => formatDayWithYear(locale, row.startsOn),
                },
                { key: "value", label: t.valueThen, cell: (row) => text(row.value) },
                { key: "document", label: t.document, cell: (row) => row.document },
                {
                  key: "state",
                  label: t.decidedBy,
                  cell: (row) =>
                    [t.state[row.state], row.decidedBy, row.refusalReason].filter(Boolean).join(" · "),
                },
                { key: "by", label: t.by, cell: (row) => row.proposedBy },
              ]}
            />
          )}
        </Card>
      </div>
    </Page>
  );
}
