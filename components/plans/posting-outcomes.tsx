import type { ReactNode } from "react";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMu, formatNumber } from "@/lib/i18n/format";
import type { PostingOutcome } from "@/lib/plans/outcomes";

type Props = {
  rows: readonly PostingOutcome[];
  locale: Locale;
  hrefOf?: (id: string) => string;
  action?: (row: PostingOutcome) => ReactNode;
};

/** Each posting: how many places the plan uses, and in plain words whether too many or too few wanted it. */
export function PostingOutcomes({ rows, locale, hrefOf, action }: Props) {
  const { plans: p, words } = dictionary(locale);
  const amount = (row: PostingOutcome, value: number) =>
    row.kind === "land" ? formatMu(locale, value) : formatNumber(locale, value);
  const says = (row: PostingOutcome) => {
    if (row.price > 0 && row.turnedAway > 0) return p.crowded(row.turnedAway);
    if (row.filled === 0) return p.empty;
    return row.filled < row.capacity ? p.someEmpty : "";
  };
  return (
    <ResponsiveTable<PostingOutcome>
      caption={p.postings}
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "posting",
          label: p.posting,
          look: "lead",
          cell: (row) => (
            <>
              {hrefOf ? (
                <TextLink href={hrefOf(row.id)} className="target">
                  {row.title}
                </TextLink>
              ) : (
                row.title
              )}
              <span className="block text-ink-soft">
                {words.postingKind[row.kind]} · {row.townName}
              </span>
            </>
          ),
        },
        { key: "places", label: p.places, look: "number", cell: (row) => amount(row, row.capacity) },
        { key: "filled", label: p.filled, look: "number", cell: (row) => amount(row, row.filled) },
        { key: "says", label: p.result, cell: says },
        ...(action ? [{ key: "action", label: "", look: "bare" as const, cell: action }] : []),
      ]}
    />
  );
}
