import { Banner } from "@/components/ui/banner";
import type { Locale } from "@/db/words";
import type { OpenClaim } from "@/lib/applications/claims";
import { dictionary } from "@/lib/i18n/dictionary";

/** The warning before sending: the same person, plot or share is asked for elsewhere already. */
export function AlreadyAsked({ claims, locale }: { claims: readonly OpenClaim[]; locale: Locale }) {
  if (claims.length === 0) return null;
  const { cases, words } = dictionary(locale);
  const a = cases.apply;
  return (
    <Banner tone="waiting">
      <p className="font-semibold">{a.already}</p>
      <ul>
        {claims.map((claim) => {
          const state = words.applicationState[claim.state];
          return (
            <li key={claim.applicationId}>
              {claim.memberName
                ? a.alreadyJob(claim.memberName, claim.posting, state)
                : a.alreadyOther(claim.posting, state)}
            </li>
          );
        })}
      </ul>
      <p>{a.alreadyNote}</p>
    </Banner>
  );
}
