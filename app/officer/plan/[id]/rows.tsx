import { divisionIn } from "@/app/asked";
import { AcceptButton } from "@/app/officer/plan/[id]/accept-button";
import type { PlanSearch } from "@/app/officer/plan/[id]/page";
import { order } from "@/app/officer/plan/actions";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination, pageRows } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMu, formatNumber } from "@/lib/i18n/format";
import { listPairs, type PairRow } from "@/lib/plans/queries";
import { skippedSentence } from "@/lib/plans/words";

type Props = { asker: Asker; plan: string; search: PlanSearch; mayAccept: boolean; locale: Locale };

/** The rows of a plan: of the county, of a village, or of a posting; each can be accepted by itself. */
export async function PlanRows({ asker, plan, search, mayAccept, locale }: Props) {
  const { posting, cursor } = search;
  const village = divisionIn(search.village);
  const filter = { ...(village && { village }), ...(posting && { posting }) };
  const { items, next } = await listPairs(asker, plan, {
    ...filter,
    ...(cursor && { cursor }),
    limit: pageRows,
  });
  const t = dictionary(locale);
  const { plans: p, ui, words } = t;
  const query = new URLSearchParams(filter);
  const takes = (row: PairRow) =>
    row.kind === "land" ? formatMu(locale, row.size) : formatNumber(locale, row.size);
  const status = (row: PairRow) =>
    row.applicationId ? p.invited : row.skipped ? skippedSentence(t, row.skipped) : p.waiting;
  return (
    <Card title={p.rows} id="rows">
      {mayAccept && (village || posting) && items.length > 0 && (
        <AcceptButton
          plan={plan}
          label={posting ? p.acceptPosting : p.acceptVillage}
          rows={next ? `${items.length}+` : formatNumber(locale, items.length)}
          part={filter}
          locale={locale}
        />
      )}
      {items.length === 0 ? (
        <EmptyState title={p.empty}>{p.noneNote}</EmptyState>
      ) : (
        <ResponsiveTable<PairRow>
          caption={p.rows}
          dense
          rows={items}
          rowKey={(row) => row.item}
          columns={[
            {
              key: "household",
              label: p.household,
              look: "lead",
              cell: (row) => (
                <>
                  <TextLink href={`/officer/households/${row.householdCode}`} className="target">
                    {row.headName}
                  </TextLink>{" "}
                  <TextLink href={`/officer/plan/${plan}?village=${row.villageCode}#rows`} className="target">
                    {row.villageName}
                  </TextLink>
                  <span className="block text-ink-soft">{row.householdCode}</span>
                </>
              ),
            },
            {
              key: "posting",
              label: p.posting,
              cell: (row) => (
                <>
                  {row.postingTitle}
                  <span className="block text-ink-soft">
                    {words.postingKind[row.kind]} · {row.enterpriseName}
                  </span>
                </>
              ),
            },
            { key: "size", label: p.brings, look: "number", cell: takes },
            {
              key: "score",
              label: p.score,
              look: "number",
              cell: (row) => formatNumber(locale, row.score, 0),
            },
            { key: "status", label: p.status, cell: status },
            {
              key: "accept",
              label: p.accept,
              look: "bare",
              cell: (row) =>
                mayAccept &&
                !row.applicationId &&
                !row.skipped && (
                  <div className="flex flex-wrap gap-2">
                    <AcceptButton
                      plan={plan}
                      label={p.accept}
                      rows="1"
                      part={{ item: row.item, ...filter }}
                      locale={locale}
                    />
                    {(["pin", "forbid"] as const).map((rule) => (
                      <ConfirmButton
                        key={rule}
                        label={p.orders[rule].label}
                        tone="quiet"
                        question={p.orders[rule].question}
                        confirmLabel={p.again}
                        pendingLabel={ui.working}
                        action={order}
                        hidden={{ id: plan, household: row.householdCode, posting: row.postingId, rule }}
                      />
                    ))}
                  </div>
                ),
            },
          ]}
        />
      )}
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: `/officer/plan/${plan}?${query}#rows`, label: ui.first } : undefined}
        next={
          next ? { href: `/officer/plan/${plan}?${query}&cursor=${next}#rows`, label: ui.next } : undefined
        }
      />
    </Card>
  );
}
