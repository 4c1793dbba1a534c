import { askedCount } from "@/app/asked";
import { type Decision, Decisions } from "@/app/decisions";
import { Done } from "@/app/done";
import { found } from "@/app/found";
import { decidePosting } from "@/app/officer/actions";
import { Compare } from "@/app/officer/postings/[id]/compare";
import { RankingList } from "@/app/officer/postings/[id]/ranking";
import { Refused } from "@/app/officer/postings/[id]/refused";
import { Told } from "@/app/officer/postings/[id]/told";
import { keptOf, type RankingSearch, several, trialShares } from "@/app/officer/postings/[id]/trial";
import { Why } from "@/app/officer/postings/[id]/why";
import { PostingFacts } from "@/components/postings/posting-facts";
import { PostingTags } from "@/components/postings/posting-tags";
import { progressSteps } from "@/components/postings/words";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { pageRows } from "@/components/ui/pagination";
import { StepsLine } from "@/components/ui/steps-line";
import type { Locale } from "@/db/words";
import { countByPosting } from "@/lib/applications/counts";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { rankingFor } from "@/lib/matching/queries";
import { weightsOf, withWeights } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";
import { openPostingMoves } from "@/lib/postings/moves";
import { getPosting, type Posting } from "@/lib/postings/queries";
import { closedForSilence } from "@/lib/postings/silent";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RankingSearch> };
/** Rows at first, and at most: longer lists are not read but searched. */
const step = pageRows;
const most = 200;

/** A posting to review, and the households that fit it, best first. */
export default async function ReviewPosting({ params, searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [{ id }, query, locale] = await Promise.all([params, searchParams, currentLocale()]);
  const posting = await found(getPosting(asker, id));
  const limit = Math.min(most, Math.max(step, askedCount(query.show)));
  const shares = trialShares(query);
  const kept = keptOf(query);
  const policy = await policyFor(today());
  const trial = shares && withWeights(policy, posting.kind, shares);
  const [ranking, counts] = await Promise.all([
    rankingFor(asker, id, { today: today(), limit, ...(trial && { policy: trial }) }),
    countByPosting(asker, [id]),
  ]);
  const [one, other] = several(query.pick, 2);
  const [why] = several(query.why, 1);
  const { officer: o, postings: p, silent, ui } = dictionary(locale);
  return (
    <Page>
      <PageHeader
        title={posting.title}
        crumbs={[
          { href: "/officer", label: o.title },
          { href: "/officer/postings", label: o.postings.title },
        ]}
        crumbsLabel={ui.breadcrumb}
        tags={<PostingTags kind={posting.kind} state={posting.state} locale={locale} />}
        lead={asker.role === "town" ? o.readOnly : undefined}
      />
      <Done done={query.done} locale={locale} />
      {posting.stateReason && posting.state !== "published" && (
        <Banner tone="waiting">{ui.said(o.review.said, posting.stateReason)}</Banner>
      )}
      {closedForSilence(posting) && <Banner tone="info">{silent.closed}</Banner>}
      <div className="mb-6">
        <Decisions
          action={decidePosting}
          hidden={{ id, version: posting.version }}
          decisions={openPostingMoves(asker.role, posting.state).map((move) => decisionOf(move, locale))}
          pendingLabel={ui.working}
        />
      </div>
      <Facts posting={posting} locale={locale} />
      {posting.state !== "draft" && posting.state !== "submitted" && (
        <Card title={p.progress} className="mt-6">
          <StepsLine label={p.progress} steps={progressSteps(locale, posting, counts.get(id) ?? {})} />
        </Card>
      )}
      <Told asker={asker} invited={query.invited} skipped={query.skipped} locale={locale} />
      {one === "none" && <Banner tone="waiting">{o.ranking.pickFirst}</Banner>}
      {one && other && (
        <Compare
          asker={asker}
          posting={id}
          pair={[one, other]}
          weights={weightsOf(trial ?? policy, posting.kind)}
          locale={locale}
        />
      )}
      {why && <Why asker={asker} posting={ranking.posting} household={why} locale={locale} />}
      <RankingList
        asker={asker}
        ranking={ranking}
        trial={trial}
        limit={limit}
        step={step}
        most={most}
        kept={kept}
        locale={locale}
      />
      <Refused asker={asker} ranking={ranking} rule={query.refused} kept={kept} locale={locale} />
    </Page>
  );
}

/** Open while it is to be judged; one tap away once the ranking is what one comes for. */
function Facts({ posting, locale }: { posting: Posting; locale: Locale }) {
  const { officer: o } = dictionary(locale);
  const open = posting.state === "submitted";
  return (
    <details open={open} className="group rounded border border-line bg-surface p-4">
      <summary className="flex min-h-11 list-none items-center justify-between text-lg font-semibold">
        {o.review.what}
        <span aria-hidden className="text-ink-soft group-open:rotate-180">
          ▾
        </span>
      </summary>
      <PostingFacts posting={posting} locale={locale} />
    </details>
  );
}

function decisionOf(move: "submit" | "publish" | "return" | "close", locale: Locale): Decision {
  const { postings: p } = dictionary(locale);
  const { label, question, confirm: confirmLabel } = p.moves[move];
  const asks = move === "return" || move === "close" ? { reason: { label: p.reasonFor[move] } } : {};
  const tone = move === "publish" ? "primary" : move === "close" ? "danger" : "plain";
  return { move, label, question, confirmLabel, tone, ...asks };
}
