import { type Decision, Decisions } from "@/app/decisions";
import { Done } from "@/app/done";
import { found } from "@/app/found";
import { decideApplication } from "@/app/officer/actions";
import { History, NoticesOfCase } from "@/app/officer/applications/[id]/history";
import { Adds, MatchThen, Turning } from "@/app/officer/applications/[id]/parts";
import { SpentAlready } from "@/app/officer/applications/[id]/spent";
import { HouseholdsWord } from "@/app/officer/applications/[id]/word";
import { ReplyDue } from "@/components/applications/reply-due";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { NoticeSeal, Seal } from "@/components/ui/seal";
import { StateTag } from "@/components/ui/state-tag";
import { MoneyTag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { type Locale, rejectReasons, returnReasons } from "@/db/words";
import { type AskedMove, openMoves } from "@/lib/applications/moves";
import { getApplication, type WholeApplication } from "@/lib/applications/queries";
import { daysBetween, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { refuse } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> };

/** One application: what the case turns on, as it stood then and as it is now, and the decision. */
export default async function DecideApplication({ params, searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [{ id }, { done }, locale] = await Promise.all([params, searchParams, currentLocale()]);
  const whole = getApplication(asker, id).then((a) => (a.view === "full" ? a : refuse("not-found")));
  const application = await found(whole);
  const { applications: w, officer: o, ui } = dictionary(locale);
  const own = "ownCase" in application && application.ownCase === true;
  const open = openMoves(asker.role, application.state);
  // The usual decision first.
  const moves = own ? [] : open.toSorted((a, b) => Number(b === "approve") - Number(a === "approve"));
  return (
    <Page>
      <PageHeader
        title={o.applications.title1(application.headName, application.postingTitle)}
        crumbs={[
          { href: "/officer", label: o.title },
          { href: "/officer/applications", label: o.applications.back },
        ]}
        crumbsLabel={ui.breadcrumb}
        tags={<State application={application} locale={locale} />}
        lead={asker.role === "town" ? o.readOnly : waitsFor(application, locale)}
      />
      <Done done={done} locale={locale} />
      {own && open.length > 0 && <p className="mb-4 font-semibold text-amber">{w.ownCase}</p>}
      <div className="mb-6">
        <Decisions
          action={decideApplication}
          hidden={{ id, version: application.version }}
          decisions={moves.map((move) => decisionOf(move, locale))}
          pendingLabel={ui.working}
        />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <Turning application={application} locale={locale} />
          <HouseholdsWord asker={asker} application={application} locale={locale} />
          <History asker={asker} application={application} locale={locale} />
        </div>
        <div className="grid gap-6">
          <Card title={w.frozen}>
            <MatchThen application={application} locale={locale} />
          </Card>
          <Adds asker={asker} application={application} locale={locale} />
          <SpentAlready asker={asker} application={application} locale={locale} />
          <NoticesOfCase asker={asker} application={application} locale={locale} />
        </div>
      </div>
    </Page>
  );
}

function State({ application: a, locale }: { application: WholeApplication; locale: Locale }) {
  const { ui, words } = dictionary(locale);
  const kind = a.postingKind;
  return (
    <>
      <MoneyTag kind={kind} sign={words.moneySign[kind]} label={words.postingKind[kind]} />
      {a.state === "final" ? (
        <Seal sign={ui.final} label={ui.finalLong} />
      ) : (
        <StateTag state={a.state} label={words.applicationState[a.state]} />
      )}
      <ReplyDue application={a} today={today()} locale={locale} />
      {a.state === "approved" && a.noticeId && a.noticeEndsOn && (
        <TextLink href={`/notices/${a.noticeId}`} className="target">
          <NoticeSeal label={ui.onNotice} left={ui.daysLeft(daysBetween(today(), a.noticeEndsOn))} />
        </TextLink>
      )}
    </>
  );
}

/** What has to happen next, in a sentence. */
function waitsFor(a: WholeApplication, locale: Locale): string | undefined {
  const { waitsFor: says } = dictionary(locale).applications;
  if (a.state === "applied") return says.enterprise;
  if (a.state === "accepted") return says.county;
  if (a.state === "approved") return a.enterpriseSuspended ? says.suspended : says.notice;
  return a.state === "held" ? says.objection : undefined;
}

function decisionOf(move: AskedMove, locale: Locale): Decision {
  const { applications: w } = dictionary(locale);
  const { label, question, confirm: confirmLabel } = w.moves[move];
  const { cases: c, words } = dictionary(locale);
  const codes = move === "return" ? returnReasons : move === "reject" ? rejectReasons : null;
  const asks = codes && {
    choices: {
      label: w.reasonFor[move as "return" | "reject"],
      options: codes.map((value) => ({ value, label: words.reasonCode[value] })),
    },
    reason: { label: c.code.words, hint: c.code.wordsHint, required: false },
  };
  const tone = move === "approve" ? "primary" : move === "reject" ? "danger" : "plain";
  return { move, label, question, confirmLabel, tone, ...asks };
}
