import { BatchForm } from "@/app/officer/applications/approve/form";
import { problemText, warningText } from "@/app/officer/applications/approve/says";
import { Sections } from "@/app/officer/sections";
import { ReplyDue } from "@/components/applications/reply-due";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { type Assessment, assessWaiting, batchLimit } from "@/lib/approvals/assess";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import type { Reason } from "@/lib/matching/reasons";
import { reasonSentence } from "@/lib/matching/sentences";
import { requireAsker } from "@/lib/users/session";

/** Everything that waits for approval: what has a problem, what needs a look, and the rest to approve at once. */
export default async function ApproveTogether() {
  const asker = await requireAsker("county");
  const locale = await currentLocale();
  const day = today();
  const judged = await assessWaiting(asker, day);
  const t = dictionary(locale);
  const { batch: b } = t.cases;
  const count = (list: readonly unknown[]) => formatNumber(locale, list.length);
  const row = (j: Assessment) => {
    const { application: a } = j;
    const score = "score" in a && typeof a.score === "number" ? Math.round(a.score) : null;
    return {
      id: a.id,
      value: `${a.id}:${a.version}`,
      label: b.pick(a.headName, a.postingTitle),
      name: `${a.headName} · ${a.townName} ${a.villageName}`,
      posting: `${a.postingTitle} · ${t.words.postingKind[a.postingKind]} · ${a.enterpriseName}`,
      score: score === null ? "" : formatNumber(locale, score),
      // Frozen as JSON by the command that applied, which wrote these reasons.
      why: reasonSentence(t, locale, a.reasons as readonly Reason[]),
      says: [...(j.problem ? [problemText(t, j)] : []), ...j.warnings.map((w) => warningText(t, w, j))],
      due: <ReplyDue application={a} today={day} locale={locale} ours />,
    };
  };
  const problems = judged.filter((j) => j.problem);
  const looks = judged.filter((j) => !j.problem && j.warnings.length > 0);
  const clean = judged.filter((j) => !j.problem && j.warnings.length === 0);
  return (
    <Page>
      <PageHeader
        title={b.title}
        lead={b.lead}
        crumbs={[
          { href: "/officer", label: t.officer.title },
          { href: "/officer/applications", label: t.officer.applications.back },
        ]}
        crumbsLabel={t.ui.breadcrumb}
      />
      <Sections current="applications" locale={locale} />
      {judged.length === batchLimit && <p className="mb-4 text-ink-soft">{b.more}</p>}
      <BatchForm
        groups={[
          {
            key: "problems",
            title: b.problems(count(problems)),
            note: b.problemsNote,
            rows: problems.map(row),
          },
          { key: "looks", title: b.looks(count(looks)), note: b.looksNote, rows: looks.map(row) },
          { key: "clean", title: b.clean(count(clean)), note: b.cleanNote, rows: clean.map(row) },
        ]}
        empty={judged.length === 0 ? <EmptyState title={b.none}>{b.noneNote}</EmptyState> : null}
        words={{
          approve: b.approve,
          question: b.question,
          confirm: b.confirm,
          working: t.ui.working,
          open: t.officer.open,
          score: t.officer.applications.score,
        }}
      />
    </Page>
  );
}
