import { type Decision, Decisions } from "@/app/decisions";
import { moveOwn } from "@/app/enterprise/profile/actions";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { missingFor } from "@/lib/enterprises/kinds";
import { openEnterpriseMoves } from "@/lib/enterprises/moves";
import type { Enterprise } from "@/lib/enterprises/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatList } from "@/lib/i18n/format";

/** Where the entry stands, what the county said, what is still missing, and the one thing to do now. */
export function Standing({ enterprise, locale }: { enterprise: Enterprise; locale: Locale }) {
  const { enterprises: e, ui } = dictionary(locale);
  const missing = enterprise.state === "draft" ? missingFor(enterprise) : [];
  const fields = missing.map((field) => e.fields[field]);
  const moves = openEnterpriseMoves("enterprise", enterprise.state).filter(
    (move) => move !== "submit" || missing.length === 0,
  );
  const decisions = moves.map((move): Decision => {
    const tone = move === "submit" ? undefined : ("plain" as const);
    const words = { label: e.moves[move], question: e.asks[move], confirmLabel: e.moves[move] };
    return { move, ...words, ...(tone && { tone }) };
  });
  const { state, stateReason } = enterprise;
  const tone =
    state === "verified" ? "good" : state === "suspended" || state === "struck-off" ? "refused" : "waiting";
  return (
    <>
      <Banner tone={tone}>
        <p>{e.profile.stands[state]}</p>
        {stateReason && state !== "verified" && <p>{e.profile.said(stateReason)}</p>}
        {missing.length > 0 && <p>{e.profile.missing(formatList(locale, fields))}</p>}
        {state === "verified" && (
          <TextLink href={`/directory/enterprises/${enterprise.id}`} className="target">
            {e.profile.seePublic}
          </TextLink>
        )}
      </Banner>
      <div className="mb-6">
        <Decisions
          action={moveOwn}
          hidden={{ id: enterprise.id, version: enterprise.version }}
          decisions={decisions}
          pendingLabel={ui.working}
        />
      </div>
    </>
  );
}
