import { found } from "@/app/found";
import { Card } from "@/components/ui/card";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { namesOf } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import type { Ranking } from "@/lib/matching/answers";
import { whyNot } from "@/lib/matching/queries/places";
import { changeSentence, leftOutSentence, reasonSentence } from "@/lib/matching/sentences";

type Props = { asker: Asker; posting: Ranking["posting"]; household: string; locale: Locale };

/** How many are "in": the places a job has left (all, once it is full); else as many as a first list shows. */
const cutOf = ({ kind, capacity, taken }: Ranking["posting"]) =>
  kind === "job" ? capacity - taken || capacity : 50;

/** One household: why it stands where it does, and the least that would bring it in. */
export async function Why({ asker, posting, household, locale }: Props) {
  const limit = cutOf(posting);
  const [why, names] = await Promise.all([
    found(whyNot(asker, posting.id, household, { today: today(), limit })),
    namesOf(asker, [household]),
  ]);
  const t = dictionary(locale);
  const w = t.officer.ranking;
  const cut = formatNumber(locale, limit);
  return (
    <Card id="why" title={w.whyTitle(names.get(household)?.headName ?? household)} className="my-4">
      {"leftOut" in why ? (
        <p>{leftOutSentence(t, locale, why.leftOut)}</p>
      ) : (
        <div className="grid max-w-measure gap-2">
          <p>{w.whyPlace(formatNumber(locale, why.place ?? 0), formatNumber(locale, why.score, 0))}</p>
          <p>{reasonSentence(t, locale, why.reasons)}</p>
          {(why.place ?? 0) <= limit ? (
            <p>{w.whyInside(cut)}</p>
          ) : (
            <>
              <p className="font-semibold">{w.whyToEnter(cut)}</p>
              <ul className="list-disc pl-6">
                {(why.changes.length > 0 ? why.changes : [null]).map((change) => (
                  <li key={change?.unit ?? "none"}>{changeSentence(t, locale, change)}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Card>
  );
}
