import { found } from "@/app/found";
import { apply } from "@/app/household/openings/[posting]/actions";
import { refusedSentence } from "@/app/refused";
import { AlreadyAsked } from "@/components/applications/already-asked";
import { whyOf } from "@/components/applications/why";
import { amountField, bringsText } from "@/components/households/brings";
import { ReadAloud } from "@/components/households/read-aloud";
import { needLine } from "@/components/postings/words";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { NumberField } from "@/components/ui/number-field";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { MoneyTag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { alreadyAsked } from "@/lib/applications/already-asked";
import { isAskedFor, mayApply } from "@/lib/applications/moves";
import { listApplications } from "@/lib/applications/queries";
import { askedAmount } from "@/lib/applications/size";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { matchOf } from "@/lib/matching/match-now";
import { whyNot } from "@/lib/matching/queries/places";
import { changeSentence, leftOutSentence, reasonSentence } from "@/lib/matching/sentences";
import { yearlyFen } from "@/lib/matching/yearly";
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
  const inLots = posting.kind === "land" || posting.kind === "order";
  const limit = inLots ? 50 : posting.capacity;
  const [why, { items }, problem, match] = await Promise.all([
    found(whyNot(asker, id, asker.householdCode ?? "", { today: today(), limit })),
    listApplications(asker),
    refusedSentence(refused),
    found(matchOf(id, asker.householdCode ?? "", today())),
  ]);
  const already = await alreadyAsked(asker, match);
  const fits = "fit" in match.answer ? match.answer.fit : null;
  const amount = fits && askedAmount(fits, match.posting);
  const brings =
    fits && bringsText(locale, posting.kind, yearlyFen(match.posting, match.pay, fits, match.policy));
  const t = dictionary(locale);
  const { household: h, households, ourHome: o, frame, toDo, ui, words } = t;
  const applied = items.some((a) => a.postingId === id && isAskedFor(a));
  // An invitation, or what came back to be mended: its own words, and its own button.
  const ours = items.find((a) => a.postingId === id && mayApply(asker.role, a.state));
  const turn = ours && (ours.state === "returned" ? "returned" : "invited");
  const cameBack = ours && whyOf(t, ours);
  const sentences =
    "leftOut" in why
      ? [leftOutSentence(t, locale, why.leftOut)]
      : [
          reasonSentence(t, locale, why.reasons),
          ...(why.changes[0] ? [h.otherwise + changeSentence(t, locale, why.changes[0])] : []),
        ];
  return (
    <Page width="household">
      <PageHeader
        title={posting.title}
        tags={
          <MoneyTag
            kind={posting.kind}
            sign={words.moneySign[posting.kind]}
            label={words.postingKind[posting.kind]}
          />
        }
        lead={`${posting.enterpriseName} · ${needLine(locale, posting)} · ${households.until(formatDay(locale, posting.closesOn))}`}
        crumbs={[
          { href: "/household", label: frame.go.household },
          { href: "/household/openings", label: h.forUs },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      {!applied && <AlreadyAsked claims={already} locale={locale} />}
      {problem && <Banner tone="refused">{problem}</Banner>}
      <div className="grid gap-4">
        {turn && (
          <Banner tone="waiting">
            <p>{toDo.household.asks[turn]}</p>
            {cameBack && <p>{ui.said(ui.reason, cameBack)}</p>}
          </Banner>
        )}
        {brings && <p className="font-semibold text-tea">{brings}</p>}
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {applied ? (
          <>
            <Banner>{o.already}</Banner>
            <LinkButton wide href="/household/applications">
              {o.seeOurs}
            </LinkButton>
          </>
        ) : (
          <form action={apply}>
            <input type="hidden" name="posting" value={id} />
            <input type="hidden" name="household" value={asker.householdCode ?? ""} />
            {amount && <NumberField {...amountField(locale, amount)} />}
            <SubmitButton wide pendingLabel={ui.working}>
              {turn ? toDo.household.apply[turn] : h.applyHere}
            </SubmitButton>
          </form>
        )}
        <ReadAloud
          label={h.listen}
          stopLabel={o.stop}
          lang={locale === "zh" ? "zh-CN" : "en"}
          says={[
            posting.title,
            posting.enterpriseName,
            ...(brings ? [brings] : []),
            ...sentences,
            h.applyNote,
          ]}
        />
        <section>
          <h2 className="text-lg">{o.steps}</h2>
          <ol className="list-decimal pl-7 text-base">
            {o.stepsList.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
        <TextLink href={`/postings/${id}`} className="target">
          {o.details}
        </TextLink>
      </div>
    </Page>
  );
}
