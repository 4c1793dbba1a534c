import { whyOf } from "@/components/applications/why";
import { sizeText } from "@/components/postings/words";
import { ScoreBar } from "@/components/score/score-bar";
import { scoreBarWords } from "@/components/score/words";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import type { WholeApplication } from "@/lib/applications/queries";
import { dayOf } from "@/lib/clock/clock";
import { countHouseholds, listHouseholds } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatInstant, formatNumber } from "@/lib/i18n/format";
import type { Reason } from "@/lib/matching/reasons";
import { reasonSentence } from "@/lib/matching/sentences";
import { weightsOf } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";
import { getPosting } from "@/lib/postings/queries";

type PartProps = { application: WholeApplication; locale: Locale };

/** Score, parts and reasons as they stood when the household applied, by the weights of that day. */
export async function MatchThen({ application: a, locale }: PartProps) {
  const t = dictionary(locale);
  const { score, parts } = "score" in a ? a : { score: null, parts: null };
  if (score === null || parts === null) return <p className="text-ink-soft">{t.ui.notRecorded}</p>;
  const weights = weightsOf(await policyFor(dayOf(a.appliedAt)), a.postingKind);
  return (
    <div className="grid gap-3">
      <ScoreBar {...scoreBarWords(t, locale, { score, parts, weights })} />
      {/* Frozen as JSON by the command that applied, which wrote these reasons. */}
      <p>{reasonSentence(t, locale, a.reasons as readonly Reason[])}</p>
      <p className="text-sm text-ink-soft">{t.applications.frozenNote}</p>
    </div>
  );
}

/** What the decision turns on: who, for what, and where it stands. */
export function Turning({ application: a, locale }: PartProps) {
  const { applications: w, words } = dictionary(locale);
  const why = whyOf(dictionary(locale), a);
  const link = (href: string, label: string) => (
    <TextLink className="target" href={href}>
      {label}
    </TextLink>
  );
  return (
    <div className="grid gap-6">
      <Card>
        <DefinitionList
          items={[
            {
              term: w.household,
              value: link(
                `/officer/households/${a.householdCode}`,
                `${a.headName} · ${a.townName} ${a.villageName}`,
              ),
            },
            { term: w.member, value: a.memberName },
            { term: w.posting, value: link(`/officer/postings/${a.postingId}`, a.postingTitle) },
            { term: w.enterprise, value: a.enterpriseName },
            {
              term: w.since,
              value: `${w.appliedOn(formatDay(locale, dayOf(a.appliedAt)))} · ${a.onBehalf ? w.onBehalf : w.byItself}`,
            },
            {
              term: w.state,
              value: `${words.applicationState[a.state]} · ${formatInstant(locale, a.stateAt)}`,
            },
            { term: dictionary(locale).ui.reason, value: why },
            { term: w.agreement, value: a.agreementNumber },
          ]}
        />
        {a.noticeId && (
          <TextLink href={`/notices/${a.noticeId}`} className="target">
            {w.seeNotice}
          </TextLink>
        )}
      </Card>
    </div>
  );
}

/** What approving would do. Coverage first: one more household reached weighs more than a better match. */
export async function Adds({ asker, application: a, locale }: PartProps & { asker: Asker }) {
  if (a.state !== "accepted" && a.state !== "applied") return null;
  const { applications: w, cases } = dictionary(locale);
  const [posting, { items }] = await Promise.all([
    getPosting(asker, a.postingId),
    listHouseholds(asker, { q: a.householdCode, limit: 1 }),
  ]);
  const left = sizeText(locale, a.postingKind, posting.capacity - posting.taken);
  const [household] = items;
  const village = household && (await countHouseholds(asker, { village: household.villageCode }));
  const covered = village ? village.all - village.uncovered : 0;
  const n = (value: number) => formatNumber(locale, value);
  return (
    <Card title={w.adds}>
      <p className="font-semibold">{household?.covered ? w.addsNothing : w.addsCoverage}</p>
      {household && village && !household.covered && (
        <p>{cases.coverage(household.villageName, n(covered), n(village.all), n(covered + 1))}</p>
      )}
      <p>{w.addsPlace(sizeText(locale, a.postingKind, a.size), left)}</p>
    </Card>
  );
}
