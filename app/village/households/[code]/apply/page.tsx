import { found } from "@/app/found";
import { ApplyForm } from "@/app/village/households/[code]/apply/form";
import { SendCode } from "@/app/village/households/[code]/apply/send-code";
import { wordFieldWords } from "@/app/village/households/[code]/apply/word-words";
import { AlreadyAsked } from "@/components/applications/already-asked";
import { amountField } from "@/components/households/brings";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { consentWays } from "@/db/words";
import { alreadyAsked } from "@/lib/applications/already-asked";
import { canSendCode } from "@/lib/applications/consent-code";
import { askedAmount } from "@/lib/applications/size";
import { today } from "@/lib/clock/clock";
import { getHousehold } from "@/lib/households/record";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { matchOf } from "@/lib/matching/match-now";
import { reasonsOf } from "@/lib/matching/reasons";
import { reasonSentence } from "@/lib/matching/sentences";
import { getPosting } from "@/lib/postings/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ posting?: string }> };

/** One thing: how did the household give its word. */
export default async function ApplyPage({ params, searchParams }: Props) {
  const [{ code }, { posting: id = "" }, asker, locale] = await Promise.all([
    params,
    searchParams,
    requireAsker("village"),
    currentLocale(),
  ]);
  const [household, posting, match] = await Promise.all([
    found(getHousehold(asker, code)),
    found(getPosting(asker, id)),
    found(matchOf(id, code, today())),
  ]);
  const already = await alreadyAsked(asker, match);
  const t = dictionary(locale);
  const { village: v, ui } = t;
  const fits = "fit" in match.answer ? match.answer : null;
  const workers = fits && "workers" in fits.fit ? fits.fit.workers.map((m) => m.id) : [];
  const amount = fits && askedAmount(fits.fit, match.posting);
  const names = household.members
    .filter((m) => workers.includes(m.id))
    .map((m) => ({ value: m.id, label: m.name }));
  const ways = consentWays.filter((way) => way !== "own-account");
  return (
    <Page width="text">
      <PageHeader
        title={v.applyTitle}
        lead={v.applyLead(household.headName, posting.title)}
        crumbs={[
          { href: "/village", label: v.title },
          { href: `/village/households/${code}`, label: household.headName },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      {fits && (
        <p className="mb-6">
          {reasonSentence(t, locale, reasonsOf(match.household, match.posting, fits, match.policy, today()))}
        </p>
      )}
      <AlreadyAsked claims={already} locale={locale} />
      {canSendCode() && (
        <SendCode
          household={code}
          words={{ send: t.cases.ownCode.send, sent: t.cases.ownCode.sent, working: ui.working }}
        />
      )}
      <ApplyForm
        household={code}
        posting={id}
        ways={ways.map((way) => ({ value: way, label: v.ways[way], hint: v.wayHints[way] }))}
        members={names}
        {...(amount && { amount: amountField(locale, amount) })}
        words={{
          word: v.word,
          wordHint: v.wordHint,
          ...wordFieldWords(locale),
          member: v.member,
          send: v.send,
          working: ui.working,
          errorsTitle: ui.errorsTitle,
        }}
      />
    </Page>
  );
}
