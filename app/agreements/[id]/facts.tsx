import type { ReactNode } from "react";
import { daysWords, endWords, waitsForWords } from "@/components/agreements/words";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale, SignatureWay } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import type { Agreement } from "@/lib/agreements/queries";
import type { AgreementTerms } from "@/lib/agreements/terms";
import { payWords } from "@/lib/agreements/text";
import { dayOf, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatDayWithYear } from "@/lib/i18n/format";

type Props = {
  asker: Asker;
  agreement: Agreement;
  /** Those that hold today. */
  terms: AgreementTerms;
  renewal: { id: string; number: string } | null;
  locale: Locale;
};

/** Where each role looks at the money of its agreements. */
function moneyPage(asker: Asker, householdCode: string | null): string | null {
  if (asker.role === "household") return "/household/money";
  if (asker.role === "enterprise") return "/enterprise/obligations";
  return asker.role === "village" && householdCode ? `/village/money/${householdCode}` : null;
}

/** With whom, from when to when, who has signed how, how it ended. */
export function Facts({ asker, agreement: a, terms, renewal, locale }: Props) {
  const { agreements: t, agreementText } = dictionary(locale);
  const place = `${a.townName} ${a.villageName ?? ""}`.trim();
  const officer = asker.role === "county" || asker.role === "town";
  const household = [a.headName, place].filter(Boolean).join(" · ");
  const money = moneyPage(asker, a.householdCode);
  const more = (
    <span className="flex flex-wrap gap-x-4">
      {officer && (
        <TextLink href={`/officer/applications/${a.applicationId}`} className="target">
          {t.application}
        </TextLink>
      )}
      {money && (
        <TextLink href={money} className="target">
          {t.money}
        </TextLink>
      )}
    </span>
  );
  return (
    <DefinitionList
      items={[
        { term: t.number, value: a.number },
        { term: t.enterprise, value: a.enterpriseName },
        {
          term: t.household,
          value:
            a.householdCode && (officer || asker.role === "village") ? (
              <TextLink
                className="target"
                href={`/${officer ? "officer" : "village"}/households/${a.householdCode}`}
              >
                {household}
              </TextLink>
            ) : (
              household
            ),
        },
        { term: t.days, value: daysWords(a, locale) },
        { term: agreementText.headings.pay, value: payWords(terms, locale) },
        {
          term: t.state,
          // A month before the end is near enough to be told on the page itself.
          value: waitsForWords(a, locale) ?? endWords(a, today(), 30, locale),
        },
        { term: t.why, value: a.endReason },
        {
          term: t.end.paper,
          value: a.paper && a.endFileId && (
            <TextLink className="target" rel="external" href={`/files/${a.endFileId}`}>
              {t.paperPhoto}
            </TextLink>
          ),
        },
        {
          term: `${t.enterprise} · ${t.signs}`,
          value: (
            <Signed
              how={a.enterpriseSignedHow}
              at={a.enterpriseSignedAt}
              file={a.paper && a.enterpriseFileId}
              locale={locale}
            />
          ),
        },
        {
          term: `${t.household} · ${t.signs}`,
          value: (
            <Signed
              how={a.householdSignedHow}
              at={a.householdSignedAt}
              file={a.paper && a.householdFileId}
              slip={a.householdSlipBy !== null}
              locale={locale}
            />
          ),
        },
        { term: t.renewedFrom, value: a.renewedFromNumber },
        {
          term: t.renewedInto,
          value: renewal && (
            <TextLink className="target" href={`/agreements/${renewal.id}`}>
              {renewal.number}
            </TextLink>
          ),
        },
        { term: t.more, value: (officer || money) && more },
      ].filter(({ value }) => value)}
    />
  );
}

type SignedProps = {
  how: SignatureWay | null;
  at: Date | null;
  file: string | false | null;
  slip?: boolean;
  locale: Locale;
};

function Signed({ how, at, file, slip = false, locale }: SignedProps): ReactNode {
  const { agreements: t, words } = dictionary(locale);
  if (!how || !at) return <span className="text-amber">{t.unsigned}</span>;
  return (
    <>
      {t.signedBy(words.signatureWay[how], formatDayWithYear(locale, dayOf(at)))}
      {slip && ` · ${t.signedSlip}`}
      {file && (
        <>
          {" "}
          <TextLink className="target" rel="external" href={`/files/${file}`}>
            {t.paperPhoto}
          </TextLink>
        </>
      )}
    </>
  );
}

/** Shares: whether a link binds them to real work or land. */
export function BindingCard({ agreement: a, locale }: { agreement: Agreement; locale: Locale }) {
  const { agreements: t, words } = dictionary(locale);
  if (!a.bindingState || !a.bindingSince) return null;
  return (
    <Card title={t.binding}>
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <StateTag state={a.bindingState} label={words.bindingState[a.bindingState]} />
        <span className="text-ink-soft">{t.bindingSince(formatDay(locale, a.bindingSince))}</span>
      </p>
      <p>{t.bindingNote[a.bindingState]}</p>
    </Card>
  );
}
