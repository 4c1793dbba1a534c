import { decide } from "@/app/officer/exports/actions";
import { buttonLook } from "@/components/ui/button-look";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { StateTag } from "@/components/ui/state-tag";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant } from "@/lib/i18n/format";
import type { FullExport } from "@/lib/imports/full-exports";

type Props = { rows: readonly FullExport[]; asker: Asker; locale: Locale };

/** Who asked for a full export and why; who allowed it; and the way to take it. */
export function Requests({ rows, asker, locale }: Props) {
  const t = dictionary(locale);
  const e = t.exports;
  if (rows.length === 0) return <EmptyState title={e.noneAsked}>{e.noneAskedNote}</EmptyState>;
  return (
    <ResponsiveTable<FullExport>
      caption={e.asked}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "division", label: e.division, look: "lead", cell: (row) => row.divisionName ?? row.division },
        { key: "reason", label: e.reason, cell: (row) => <span translate="no">{row.reason}</span> },
        {
          key: "by",
          label: e.askedBy,
          cell: (row) => (
            <>
              <span translate="no">{row.askedByName}</span>
              <span className="block text-sm text-ink-soft">
                {formatInstant(locale, row.createdAt, true)}
              </span>
            </>
          ),
        },
        {
          key: "state",
          label: t.imports.state,
          cell: (row) => (
            <>
              <StateTag
                state={row.ended ? "expired" : row.state}
                label={row.ended ? e.ended : t.words.exportState[row.state]}
              />
              <span translate="no" className="block text-sm text-ink-soft">
                {row.decidedByName}
              </span>
            </>
          ),
        },
        {
          key: "taken",
          label: e.taken,
          cell: (row) => (row.takenAt ? formatInstant(locale, row.takenAt, true) : null),
        },
        {
          key: "do",
          label: "",
          look: "bare",
          cell: (row) => <Next row={row} asker={asker} locale={locale} />,
        },
      ]}
    />
  );
}

function Next({ row, asker, locale }: { row: FullExport; asker: Asker; locale: Locale }) {
  const { exports: e, ui } = dictionary(locale);
  const isOwn = row.askedBy === asker.userId;
  if (row.state === "allowed" && isOwn && !row.ended)
    return (
      <a href={`/exports/${row.id}`} download className={buttonLook()}>
        {e.download}
      </a>
    );
  if (row.state !== "asked" || isOwn) return null;
  const common = { action: decide, pendingLabel: ui.working };
  return (
    <div className="flex flex-wrap gap-3">
      <ConfirmButton
        {...common}
        label={e.allow}
        confirmLabel={e.allow}
        question={e.allowQuestion}
        hidden={{ id: row.id, verdict: "allow" }}
      />
      <ConfirmButton
        {...common}
        tone="plain"
        label={e.refuse}
        confirmLabel={e.refuse}
        question={e.refuseQuestion}
        hidden={{ id: row.id, verdict: "refuse" }}
      />
    </div>
  );
}
