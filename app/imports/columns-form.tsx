import { matchColumns } from "@/app/imports/actions";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatList } from "@/lib/i18n/format";
import { formOf } from "@/lib/imports/kinds";
import type { ImportRow } from "@/lib/imports/queries";

/** Which column of a file is which: what was recognised is chosen already. Items go by the form's own heads. */
export function ColumnsForm({ batch, locale }: { batch: ImportRow; locale: Locale }) {
  const { imports: i, ui } = dictionary(locale);
  const { columns, needs } = formOf(batch.kind);
  const heads = batch.notes?.ignored ?? [];
  const known = batch.notes?.columns ?? {};
  const options = columns.map(({ field, heads: [head = field] }) => ({ value: field, label: head }));
  const found = new Set(Object.values(known));
  const missing = needs
    .filter((need) => !need.split("|").some((field) => found.has(field)))
    .map((need) => options.find((option) => option.value === need.split("|")[0])?.label ?? need);
  return (
    <Card title={i.columnsTitle}>
      <form action={matchColumns} className="grid gap-4">
        <input type="hidden" name="id" value={batch.id} />
        <p className="max-w-measure text-ink-soft">{i.columnsLead}</p>
        {missing.length > 0 && <p>{ui.said(i.stillNeeded, formatList(locale, missing))}</p>}
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {heads.map((head, n) => (
            <Select
              key={head}
              name={`column-${n}`}
              label={head}
              options={options}
              placeholder={i.leaveOut}
              defaultValue={known[head] ?? ""}
            />
          ))}
        </div>
        <div>
          <SubmitButton pendingLabel={ui.working}>{i.saveColumns}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
