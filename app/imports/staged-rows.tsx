import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { ImportKind, ImportOutcome } from "@/db/words";
import type { Subject } from "@/lib/households/changes";
import { fieldLabel, fieldText, type Said } from "@/lib/households/field-text";
import { formatNumber } from "@/lib/i18n/format";
import type { RowProblem } from "@/lib/imports/problems";
import type { StagedRow } from "@/lib/imports/queries";
import { problemWords } from "@/lib/imports/words";

const tones: Record<ImportOutcome, TagTone> = {
  new: "good",
  changed: "waiting",
  same: "plain",
  refused: "refused",
};

/** Rows of a file: whose each is, and what it does, or why it cannot. */
export function StagedRows({
  rows,
  kind,
  said,
}: {
  rows: readonly StagedRow[];
  kind: ImportKind;
  said: Said;
}) {
  const { imports: i, words } = said.t;
  if (rows.length === 0) return <EmptyState title={i.noRows} />;
  return (
    <ResponsiveTable<StagedRow>
      caption={i.rows}
      rows={rows}
      rowKey={(row) => String(row.seq)}
      dense
      columns={[
        {
          key: "row",
          label: i.row,
          look: "lead",
          cell: (row) => i.atRow(row.sheet, formatNumber(said.locale, row.row)),
        },
        {
          key: "who",
          label: kind === "households" ? i.who : i.fields.code,
          cell: (row) => (
            <span translate="no">
              {row.name}
              {!row.unit.startsWith("#") && <span className="block text-ink-soft">{row.unit}</span>}
            </span>
          ),
        },
        {
          key: "outcome",
          label: i.result,
          cell: (row) => <Tag tone={tones[row.outcome]}>{words.importOutcome[row.outcome]}</Tag>,
        },
        { key: "what", label: i.what, cell: (row) => whatOf(row, said) },
      ]}
    />
  );
}

/** What a row does; null where it does nothing, so that a phone leaves the line out. */
function whatOf(row: StagedRow, said: Said) {
  const errors = row.problems.filter((problem) => problem.level === "error");
  // Of a refused row its errors matter first.
  const problems = row.outcome === "refused" ? errors : row.problems;
  if (problems.length === 0 && row.changes.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {row.changes.map((change) => (
        <li key={`${change.subject} ${change.field}`}>
          <Change change={change} said={said} />
        </li>
      ))}
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.field}`}>
          <Problem problem={problem} said={said} />
        </li>
      ))}
    </ul>
  );
}

function Change({ change, said }: { change: StagedRow["changes"][number]; said: Said }) {
  const { imports: i } = said.t;
  if (change.subject === "place") {
    const labels: Record<string, string> = i.fields;
    return (
      <>
        {said.t.ui.said(labels[change.field] ?? change.field, placeText(change.before, said))} {i.arrow}{" "}
        {placeText(change.after, said)}
      </>
    );
  }
  const subject = change.subject as Subject;
  const text = (value: unknown) => fieldText(said, subject, change.field, value);
  return (
    <>
      {said.t.ui.said(fieldLabel(said, subject, change.field), "")}
      {change.hidden ? (
        <span className="text-ink-soft">{i.hidden}</span>
      ) : (
        <span translate="no">
          {text(change.before)} {i.arrow} {text(change.after)}
        </span>
      )}
    </>
  );
}

function placeText(value: unknown, { t, locale }: Said): string {
  if (typeof value === "boolean") return value ? t.ui.yes : t.ui.no;
  return typeof value === "number" ? formatNumber(locale, value, 5) : String(value ?? "");
}

/** Where in the sheet, what stands there (masked), what is wrong and what would be right. */
function Problem({ problem, said }: { problem: RowProblem; said: Said }) {
  const { imports: i } = said.t;
  const { says, remedy } = problemWords(said.t, problem);
  const [subject = "", field = ""] = problem.field.split(".");
  // The head as the sheet has it; whoever reads English is told what that is.
  const isField = said.locale === "en" && ["household", "member", "income"].includes(subject);
  const head = isField ? fieldLabel(said, subject as Subject, field) : problem.head;
  const place = [i.atColumn(problem.column), head].filter(Boolean).join(" ");
  return (
    <>
      <span className={problem.level === "error" ? "text-seal" : "text-amber"}>
        <span translate="no">{place}</span>
        {problem.value && (
          <span translate="no" className="text-ink">
            {" "}
            {problem.value}
          </span>
        )}{" "}
        {says}
      </span>
      <span className="block text-ink-soft">{remedy}</span>
    </>
  );
}
