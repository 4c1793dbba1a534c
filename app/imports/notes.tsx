import { DefinitionList } from "@/components/ui/definition-list";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatList } from "@/lib/i18n/format";
import { formOf } from "@/lib/imports/kinds";
import type { ImportRow } from "@/lib/imports/queries";

/** What was not read, and how the columns were understood: folded away until somebody wonders. */
export function Notes({ batch, locale }: { batch: ImportRow; locale: Locale }) {
  const { imports: i } = dictionary(locale);
  const { notes } = batch;
  if (!notes) return null;
  const list = (items: readonly string[] | undefined) =>
    items && items.length > 0 ? <span translate="no">{formatList(locale, items)}</span> : null;
  const headOf = new Map(formOf(batch.kind).columns.map(({ field, heads: [head = field] }) => [field, head]));
  const columns = Object.entries(notes.columns).map(([head, field]) => {
    const own = headOf.get(field) ?? field;
    return head === own || head.endsWith(`/${own}`) ? head : `${head} ${i.arrow} ${own}`;
  });
  const unread = notes.ignored.length + notes.hiddenSheets.length + notes.skippedSheets.length > 0;
  return (
    <details open={unread}>
      <summary className="target text-tea underline underline-offset-4">{i.notesTitle}</summary>
      <DefinitionList
        items={[
          { term: i.ignored, value: list(notes.ignored) },
          { term: i.hiddenSheets, value: list(notes.hiddenSheets) },
          { term: i.skippedSheets, value: list(notes.skippedSheets) },
          { term: i.dropped, value: list(notes.dropped) },
          { term: i.columns, value: list(columns) },
        ]}
      />
    </details>
  );
}
