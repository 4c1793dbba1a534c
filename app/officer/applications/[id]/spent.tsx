import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { openClaims } from "@/lib/applications/claims";
import type { WholeApplication } from "@/lib/applications/queries";
import { type Holder, spentOf } from "@/lib/approvals/spent";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMonths, formatMu } from "@/lib/i18n/format";

type Props = { asker: Asker; application: WholeApplication; locale: Locale };

/** What matches already hold of this household, and what else of it waits: so that nothing is spent twice. */
export async function SpentAlready({ asker, application: a, locale }: Props) {
  const [spent, claims] = await Promise.all([
    spentOf(asker, a.householdCode),
    openClaims(asker, [a.householdCode]),
  ]);
  const { cases, words } = dictionary(locale);
  const c = cases.spent;
  const number = ({ agreement, notice }: Holder) =>
    agreement ? c.agreement(agreement) : notice ? c.notice(notice) : null;
  const others = claims.filter((claim) => claim.applicationId !== a.id);
  const lines = [
    ...spent.months.map((m) => ({ ...m, says: c.months(m.member, formatMonths(locale, m.months)) })),
    ...spent.land.map((l) => ({
      ...l,
      says: c.land(words.parcelKind[l.parcel], formatMu(locale, l.mu100), formatMu(locale, l.areaMu100)),
    })),
    ...spent.shares.map((s) => ({ ...s, says: s.member })),
  ];
  return (
    <Card title={c.title}>
      {lines.length === 0 && <p className="text-ink-soft">{c.none}</p>}
      {spent.shares.length > 0 && <p>{c.shares(spent.shares.length, spent.persons)}</p>}
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <li key={`${line.applicationId}-${line.says}`} className="py-2">
            {line.says}{" "}
            <TextLink href={`/officer/applications/${line.applicationId}`} className="target">
              {c.on(line.posting, number(line))}
            </TextLink>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3 className="mt-3 text-base">{c.also}</h3>
          <ul>
            {others.map((claim) => (
              <li key={claim.applicationId}>
                <TextLink href={`/officer/applications/${claim.applicationId}`} className="target">
                  {claim.posting}
                </TextLink>{" "}
                {[claim.memberName, words.applicationState[claim.state]].filter(Boolean).join(" · ")}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
