import { ManyForm } from "@/app/village/applications/new/form";
import { needLine } from "@/components/postings/words";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { askedFor } from "@/lib/applications/moves";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { namesOf } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { rankingFor } from "@/lib/matching/queries";
import { reasonSentence } from "@/lib/matching/sentences";
import { listPostings } from "@/lib/postings/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ posting?: string }> };

/** One opening, and those of our village who fit and agreed. */
export default async function ApplyForMany({ searchParams }: Props) {
  const [{ posting }, asker, locale] = await Promise.all([
    searchParams,
    requireAsker("village"),
    currentLocale(),
  ]);
  const { items } = await listPostings(asker, { openOn: today(), limit: 200 });
  const chosen = items.find((p) => p.id === posting);
  const { cases, households, ui, village, words } = dictionary(locale);
  const a = cases.apply;
  return (
    <Page>
      <PageHeader
        title={a.manyTitle}
        lead={a.manyLead}
        crumbs={[
          { href: "/village", label: village.title },
          { href: "/village/applications", label: households.applications },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <form action="/village/applications/new">
        <Select
          name="posting"
          label={a.manyPosting}
          placeholder={a.manyPick}
          defaultValue={chosen?.id}
          options={items.map((p) => ({
            value: p.id,
            label: `${p.title} · ${words.postingKind[p.kind]} · ${needLine(locale, p)} · ${p.townName}`,
          }))}
        />
        <Button type="submit">{a.manySee}</Button>
      </form>
      {chosen && <Fitting asker={asker} posting={chosen.id} locale={locale} />}
    </Page>
  );
}

/** Who fits and has not applied yet, best first. */
async function Fitting({ asker, posting, locale }: { asker: Asker; posting: string; locale: Locale }) {
  const [{ rows }, applied] = await Promise.all([
    rankingFor(asker, posting, { today: today(), limit: 100 }),
    listApplications(asker, { posting, status: askedFor, limit: 200 }),
  ]);
  const asked = applied.items.flatMap((one) => (one.view === "full" && !one.over ? [one.householdCode] : []));
  const free = rows.filter((row) => !asked.includes(row.household));
  const names = await namesOf(
    asker,
    free.map((row) => row.household),
  );
  const t = dictionary(locale);
  const { apply: a } = t.cases;
  if (free.length === 0) return <EmptyState title={a.manyNone}>{a.manyNoneNote}</EmptyState>;
  const heads = (code: string) => names.get(code)?.headName ?? code;
  return (
    <ManyForm
      key={posting}
      posting={posting}
      rows={free.map((row) => ({
        household: row.household,
        name: heads(row.household),
        label: a.manyFor(heads(row.household)),
        score: formatNumber(locale, Math.round(row.score)),
        why: reasonSentence(t, locale, row.reasons),
      }))}
      words={{
        how: a.manyHow,
        slip: t.village.ways.slip,
        code: t.village.ways.code,
        evidence: a.manyEvidence,
        send: a.manySend,
        working: t.ui.working,
        score: t.officer.applications.score,
      }}
    />
  );
}
