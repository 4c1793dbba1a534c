import { notFound } from "next/navigation";
import { type Decision, Decisions } from "@/app/decisions";
import { Done } from "@/app/done";
import { Applicants } from "@/app/enterprise/applicants";
import { moveOwnPosting } from "@/app/enterprise/postings/actions";
import { Silent } from "@/app/enterprise/silent";
import { found } from "@/app/found";
import { PostingFacts } from "@/components/postings/posting-facts";
import { PostingTags } from "@/components/postings/posting-tags";
import { progressSteps } from "@/components/postings/words";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StepsLine } from "@/components/ui/steps-line";
import { countByPosting } from "@/lib/applications/counts";
import { getApplication, listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { policyFor } from "@/lib/policy/queries";
import { changeable, openPostingMoves } from "@/lib/postings/moves";
import { getPosting } from "@/lib/postings/queries";
import { closedForSilence } from "@/lib/postings/silent";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string; contact?: string }> };

/** One posting of one's own: where it stands, who applied, and what can be done. */
export default async function OwnPosting({ params, searchParams }: Props) {
  const asker = await requireAsker("enterprise");
  const [{ id }, { done, contact }, locale] = await Promise.all([params, searchParams, currentLocale()]);
  const posting = await found(getPosting(asker, id));
  if (posting.enterpriseId !== asker.enterpriseId) notFound();
  const [policy, counts, { items, next }] = await Promise.all([
    policyFor(today()),
    countByPosting(asker, [id]),
    listApplications(asker, { posting: id, limit: 100 }),
  ]);
  // One phone at a time, on request: reading it is logged.
  const asked = items.some((a) => a.id === contact) ? await getApplication(asker, contact ?? "") : null;
  const shown = items.map((a) => (a.id === asked?.id ? asked : a));
  const { enterprise: e, postings: p, silent, ui } = dictionary(locale);
  const canChange = (changeable as readonly string[]).includes(posting.state);
  const decisions = openPostingMoves("enterprise", posting.state).map((move): Decision => {
    const { label, question, confirm: confirmLabel } = p.moves[move];
    if (move !== "close") return { move, label, question, confirmLabel };
    return { move, label, question, confirmLabel, tone: "danger", reason: { label: p.reasonFor.close } };
  });
  return (
    <Page>
      <PageHeader
        title={posting.title}
        crumbs={[{ href: "/enterprise", label: e.back }]}
        crumbsLabel={ui.breadcrumb}
        tags={<PostingTags kind={posting.kind} state={posting.state} locale={locale} />}
        actions={
          canChange && (
            <LinkButton tone="plain" href={`/enterprise/postings/${id}/edit`}>
              {e.edit}
            </LinkButton>
          )
        }
      />
      <Done done={done} locale={locale} />
      {posting.stateReason && posting.state !== "published" && (
        <Banner tone="waiting">
          <span className="font-semibold">{e.said} </span>
          {posting.stateReason}
        </Banner>
      )}
      <Silent postings={[posting]} policy={policy} locale={locale} />
      {closedForSilence(posting) && <Banner tone="info">{silent.closed}</Banner>}
      <Card title={p.progress}>
        <StepsLine label={p.progress} steps={progressSteps(locale, posting, counts.get(id) ?? {})} />
      </Card>
      <Applicants posting={posting} items={shown} more={next !== null} today={today()} locale={locale} />
      <div className="mt-8 grid gap-6">
        <Card>
          <PostingFacts posting={posting} locale={locale} />
        </Card>
        <Decisions action={moveOwnPosting} hidden={{ id }} decisions={decisions} pendingLabel={ui.working} />
      </div>
    </Page>
  );
}
