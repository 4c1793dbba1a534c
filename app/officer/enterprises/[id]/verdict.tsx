import { type Decision, Decisions } from "@/app/decisions";
import { decideEnterprise } from "@/app/officer/enterprises/actions";
import { Banner } from "@/components/ui/banner";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { runningAgreements } from "@/lib/agreements/count";
import { type EnterpriseMoveName, enterpriseMoves, openEnterpriseMoves } from "@/lib/enterprises/moves";
import type { Enterprise } from "@/lib/enterprises/queries";
import { type Dictionary, dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";

type Props = { asker: Asker; enterprise: Enterprise; locale: Locale };

const danger: readonly EnterpriseMoveName[] = ["suspend", "strike-off"];

/** What was decided last and why, and what can be decided now. Not by who registered it. */
export async function Verdict({ asker, enterprise, locale }: Props) {
  const running = await runningAgreements(asker, enterprise.id);
  const t = dictionary(locale);
  const { officer: w } = t.enterprises;
  const own = enterprise.registeredBy === asker.userId;
  const moves = openEnterpriseMoves(asker.role, enterprise.state).filter(
    (move) => !own || !enterpriseMoves[move].needs.includes("other-hand"),
  );
  return (
    <>
      {enterprise.stateReason && (
        <Banner tone={enterprise.state === "verified" ? "info" : "waiting"}>
          {t.ui.said(w.said, enterprise.stateReason)}
        </Banner>
      )}
      {own && enterprise.state === "submitted" && <Banner tone="info">{w.own}</Banner>}
      {running > 0 && <p className="mb-3 text-ink-soft">{w.running(formatNumber(locale, running))}</p>}
      <div className="mb-6">
        <Decisions
          action={decideEnterprise}
          hidden={{ id: enterprise.id, version: enterprise.version }}
          decisions={moves.map((move) => decisionOf(t, move))}
          pendingLabel={t.ui.working}
        />
      </div>
    </>
  );
}

function decisionOf({ enterprises: e }: Dictionary, move: EnterpriseMoveName): Decision {
  const reasons: Partial<Record<EnterpriseMoveName, string>> = e.reasons;
  const label = reasons[move];
  const tone = danger.includes(move) ? "danger" : move === "verify" ? null : "plain";
  return {
    move,
    label: e.moves[move],
    question: e.asks[move],
    confirmLabel: e.moves[move],
    ...(tone && { tone }),
    ...(label && { reason: { label, hint: e.reasons.hint } }),
  };
}
