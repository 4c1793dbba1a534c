import { found } from "@/app/found";
import { apply } from "@/app/household/openings/[posting]/actions";
import { refusedSentence } from "@/app/refused";
import { Banner } from "@/components/ui/banner";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { whyNot } from "@/lib/matching/queries/places";
import { changeSentence, leftOutSentence, reasonSentence } from "@/lib/matching/sentences";
import { getPosting } from "@/lib/postings/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ posting: string }>; searchParams: Promise<{ refused?: string }> };

/** One opening, why it fits us, and the one button. */
export default async function OpeningPage({ params, searchParams }: Props) {
  const [{ posting: id }, { refused }, asker, locale] = await Promise.all([
    params,
    searchParams,
    requireAsker("household"),
    currentLocale(),
  ]);
  const posting = await found(getPosting(asker, id));
  // As many as the posting takes: the change named is the one that would bring the household among them.
  const limit = posting.kind === "job" ? posting.capacity : 50;
  const why = await found(whyNot(asker, id, asker.householdCode ?? "", { today: today(), limit }));
  const t = dictionary(locale);
  const { household: h, frame, ui } = t;
  const problem = await refusedSentence(refused);
  return (
    <Page width="text">
      <PageHeader
        title={posting.title}
        lead={h.applyLead(posting.title)}
        crumbs={[
          { href: "/household", label: frame.go.household },
          { href: "/household/openings", label: h.forUs },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      {problem && <Banner tone="refused">{problem}</Banner>}
      <div className="grid gap-4 text-lg">
        {"leftOut" in why ? (
          <p>{leftOutSentence(t, locale, why.leftOut)}</p>
        ) : (
          <>
            <p>{reasonSentence(t, locale, why.reasons)}</p>
            {why.changes.length > 0 && (
              <p>
                {h.otherwise}
                {changeSentence(t, locale, why.changes[0] ?? null)}
              </p>
            )}
          </>
        )}
        <p className="text-ink-soft">{h.applyNote}</p>
        <form action={apply}>
          <input type="hidden" name="posting" value={id} />
          <SubmitButton wide pendingLabel={ui.working}>
            {h.send}
          </SubmitButton>
        </form>
      </div>
    </Page>
  );
}
