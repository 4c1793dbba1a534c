import { found } from "@/app/found";
import { Card } from "@/components/ui/card";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { namesOf } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { whyNot } from "@/lib/matching/queries/places";
import { leftOutSentence } from "@/lib/matching/sentences";
import { type Factors, factorNames } from "@/lib/policy/policy";

type Props = { asker: Asker; posting: string; pair: [string, string]; weights: Factors; locale: Locale };

/** Two households part by part, and which part makes the difference. */
export async function Compare({ asker, posting, pair, weights, locale }: Props) {
  const [one, other, names] = await Promise.all([
    found(whyNot(asker, posting, pair[0], { today: today() })),
    found(whyNot(asker, posting, pair[1], { today: today() })),
    namesOf(asker, pair),
  ]);
  const t = dictionary(locale);
  const w = t.officer.ranking;
  const nameOf = (code: string) => names.get(code)?.headName ?? code;
  if ("leftOut" in one || "leftOut" in other)
    return (
      <Card id="compare" title={w.compareTitle} className="my-4">
        {[one, other].map((why, i) => (
          <p key={pair[i]}>
            {t.ui.said(
              nameOf(pair[i] ?? ""),
              "leftOut" in why ? leftOutSentence(t, locale, why.leftOut) : "",
            )}
          </p>
        ))}
      </Card>
    );
  const points = (parts: Factors, name: keyof Factors) => 100 * weights[name] * parts[name];
  const rows = factorNames
    .filter((name) => weights[name] > 0)
    .map((name) => ({
      key: name as string,
      label: t.ui.score.parts[name],
      a: points(one.parts, name),
      b: points(other.parts, name),
    }));
  const most = [...rows].sort((x, y) => Math.abs(y.a - y.b) - Math.abs(x.a - x.b))[0];
  // Under weights on trial too, the total is the sum of what is shown.
  const sum = (of: "a" | "b") => rows.reduce((all, row) => all + row[of], 0);
  const total = { key: "total", label: t.ui.score.total, a: sum("a"), b: sum("b") };
  const said =
    Math.abs(total.a - total.b) < 1e-9 || !most
      ? w.compareSame
      : w.compareDiffers(most.label, nameOf(most.a > most.b ? pair[0] : pair[1]));
  const n = (value: number) => formatNumber(locale, value, 1);
  return (
    <Card id="compare" title={w.compareTitle} className="my-4">
      <p className="mb-3">{said}</p>
      <ResponsiveTable
        caption={w.compareTitle}
        dense
        rows={[...rows, total]}
        rowKey={(row) => row.key}
        columns={[
          { key: "part", label: w.comparePart, look: "lead", cell: (row) => row.label },
          { key: "a", label: nameOf(pair[0]), look: "number", cell: (row) => n(row.a) },
          { key: "b", label: nameOf(pair[1]), look: "number", cell: (row) => n(row.b) },
        ]}
      />
    </Card>
  );
}
