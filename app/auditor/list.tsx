import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import type { Locale } from "@/db/words";
import type { AuditRow } from "@/lib/audit/queries";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatInstant, formatNumber } from "@/lib/i18n/format";

type Props = { a: Dictionary["auditor"]; locale: Locale; items: readonly AuditRow[] };

/** Rows of the audit, newest first, with before and after behind one tap. */
export function AuditList({ a, locale, items }: Props) {
  if (items.length === 0) return <EmptyState title={a.none}>{a.noneHint}</EmptyState>;
  const who = (row: AuditRow) => row.username ?? (row.role === "system" ? a.system : a.visitor);
  return (
    <ResponsiveTable<AuditRow>
      dense
      caption={a.listTitle}
      rows={items}
      rowKey={(row) => String(row.seq)}
      columns={[
        { key: "seq", label: a.number, look: "number", cell: (row) => formatNumber(locale, row.seq) },
        { key: "at", label: a.when, cell: (row) => formatInstant(locale, row.at, true) },
        { key: "action", label: a.what, look: "lead", cell: (row) => a.actions[row.action] ?? row.action },
        { key: "who", label: a.who, cell: who },
        { key: "household", label: a.household, cell: (row) => row.householdCode },
        { key: "details", label: a.details, cell: (row) => <Details a={a} row={row} /> },
      ]}
    />
  );
}

function Details({ a, row }: { a: Props["a"]; row: AuditRow }) {
  const parts = [
    [a.about, row.subjectId && `${row.subject} ${row.subjectId}`],
    [a.why, row.why],
    [a.before, row.before && JSON.stringify(row.before)],
    [a.after, row.after && JSON.stringify(row.after)],
  ].filter((part): part is [string, string] => Boolean(part[1]));
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-tea sm:min-h-6 underline underline-offset-4">
        {a.show}
      </summary>
      {parts.map(([label, value]) => (
        <p key={label} className="break-all">
          <span className="text-ink-soft">{label}</span> {value}
        </p>
      ))}
    </details>
  );
}
