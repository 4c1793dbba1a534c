import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import type { Locale } from "@/db/words";
import type { AuditRow } from "@/lib/audit/queries";
import { type Dictionary, dictionary } from "@/lib/i18n/dictionary";
import { formatInstant, formatNumber } from "@/lib/i18n/format";

type Props = { locale: Locale; items: readonly AuditRow[] };

/** Rows of the audit, newest first, with before and after behind one tap. */
export function AuditList({ locale, items }: Props) {
  const t = dictionary(locale);
  const { auditor: a } = t;
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
        { key: "who", label: a.who, cell: (row) => <span translate="no">{who(row)}</span> },
        { key: "household", label: a.household, cell: (row) => row.householdCode },
        { key: "details", label: a.details, cell: (row) => <Details t={t} row={row} /> },
      ]}
    />
  );
}

/** One field in words where it has them: a state by what it is the state of, the rest as it was written. */
function fieldsOf(t: Dictionary, subject: string, values: object): string {
  const states: Record<string, unknown> = t.words;
  const said = (key: string, value: unknown): string => {
    const words = key === "state" ? states[`${subject}State`] : undefined;
    const word = (words as Record<string, string> | undefined)?.[String(value)];
    return word ?? (typeof value === "string" ? value : JSON.stringify(value));
  };
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => t.ui.said(t.auditor.fields[key] ?? key, said(key, value)))
    .join(t.auditor.between);
}

function Details({ t, row }: { t: Dictionary; row: AuditRow }) {
  const { auditor: a } = t;
  const values = (what: unknown) =>
    what && typeof what === "object" ? fieldsOf(t, row.subject, what) : null;
  const parts = [
    [a.about, row.subjectId && `${a.subjects[row.subject] ?? row.subject} ${row.subjectId}`],
    [a.why, row.why],
    [a.before, values(row.before)],
    [a.after, values(row.after)],
  ].filter((part): part is [string, string] => Boolean(part[1]));
  return (
    <details>
      <summary className="target text-tea underline underline-offset-4">{a.show}</summary>
      {parts.map(([label, value]) => (
        <p key={label} className="break-words">
          <span className="text-ink-soft">{label}</span> <span translate="no">{value}</span>
        </p>
      ))}
    </details>
  );
}
