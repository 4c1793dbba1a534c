import { asked } from "@/app/asked";
import { Done } from "@/app/done";
import { AskForm } from "@/app/officer/exports/form";
import { Requests } from "@/app/officer/exports/requests";
import { refusedSentence } from "@/app/refused";
import { Banner } from "@/components/ui/banner";
import { buttonLook } from "@/components/ui/button-look";
import { Card } from "@/components/ui/card";
import { controlLook } from "@/components/ui/control";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { grantOf } from "@/lib/access/table";
import { listTowns } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { listFullExports } from "@/lib/imports/full-exports";
import { requireAsker } from "@/lib/users/session";

type Search = { done?: string; refused?: string };

/** The form filled: masked for whoever reads it anyway, whole for a reason that a colleague found good. */
export default async function ExportsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [search, asker, locale] = await Promise.all([
    searchParams.then(asked),
    requireAsker("county", "town"),
    currentLocale(),
  ]);
  const t = dictionary(locale);
  const { exports: e, ui } = t;
  const mayReveal = grantOf(asker.role, "export", "reveal") !== null;
  const [towns, requests, problem] = await Promise.all([
    listTowns(asker, { mine: true }),
    mayReveal ? listFullExports(asker) : [],
    refusedSentence(search.refused),
  ]);
  const whole = { value: (asker.divisionScope ?? "").padEnd(12, "0"), label: e.wholeArea };
  const divisions = [whole, ...towns.map(({ code, name }) => ({ value: code, label: name }))];
  return (
    <Page>
      <PageHeader
        title={e.title}
        lead={e.lead}
        crumbs={[{ href: "/officer/imports", label: t.imports.title }]}
        crumbsLabel={ui.breadcrumb}
      />
      <Done done={search.done} locale={locale} />
      {problem && <Banner tone="refused">{problem}</Banner>}
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title={e.masked}>
          <p className="mb-4 text-ink-soft">{e.maskedNote}</p>
          <form action="/exports/masked" className="grid gap-4">
            {/* The form beside it asks for a division too: this label holds its field, two may not share an id. */}
            <label className="grid gap-1">
              <span className="font-semibold">{e.division}</span>
              <select name="division" className={controlLook(false)}>
                {divisions.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <div>
              <button type="submit" className={buttonLook()}>
                {e.download}
              </button>
            </div>
          </form>
        </Card>
        {mayReveal && (
          <Card title={e.full}>
            <p className="mb-4 text-ink-soft">{e.fullNote}</p>
            <AskForm
              divisions={divisions}
              words={{
                ...{ division: e.division, reason: e.reason, reasonHint: e.reasonHint, ask: e.ask },
                ...{ working: ui.working, errorsTitle: ui.errorsTitle },
              }}
            />
          </Card>
        )}
      </div>
      {mayReveal && (
        <Card title={e.asked} className="mt-6">
          <Requests rows={requests} asker={asker} locale={locale} />
        </Card>
      )}
    </Page>
  );
}
