import { Done } from "@/app/done";
import { importsOf } from "@/app/imports/address";
import { UploadForm } from "@/app/imports/upload-form";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant, formatNumber } from "@/lib/i18n/format";
import { type ImportRow, listImports } from "@/lib/imports/queries";
import { type RefusalCode, refusalStatus } from "@/lib/refusal/refusal";
import { refusalSentence } from "@/lib/refusal/words";

export type ImportsSearch = { done?: string; refused?: string; problem?: string };

/** Files brought in, and the form to bring one: the same for a county officer and for a village worker. */
export async function ImportsFrame({
  asker,
  locale,
  search,
}: {
  asker: Asker;
  locale: Locale;
  search: ImportsSearch;
}) {
  const t = dictionary(locale);
  const i = t.imports;
  const rows = await listImports(asker);
  const { refused, problem = null } = search;
  const sentence =
    refused !== undefined && Object.hasOwn(refusalStatus, refused)
      ? refusalSentence(t, { code: refused as RefusalCode, data: { problem } })
      : null;
  return (
    <div className="grid gap-6">
      <Done done={search.done} locale={locale} />
      {sentence && <Banner tone="refused">{sentence}</Banner>}
      {grantOf(asker.role, "import", "write") && (
        <Card title={i.upload}>
          <UploadForm locale={locale} places={grantOf(asker.role, "import", "decide") !== null} />
        </Card>
      )}
      {rows.length === 0 ? (
        <EmptyState title={i.none}>{i.noneNote}</EmptyState>
      ) : (
        <ResponsiveTable<ImportRow>
          caption={i.title}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "file",
              label: i.file,
              look: "lead",
              cell: (row) => (
                <TextLink className="target" href={`${importsOf(asker)}/${row.id}`}>
                  <span translate="no" className="break-all">
                    {row.fileName}
                  </span>
                </TextLink>
              ),
            },
            { key: "kind", label: i.kind, cell: (row) => t.words.importKind[row.kind] },
            {
              key: "state",
              label: i.state,
              cell: (row) => <StateTag state={row.state} label={t.words.importState[row.state]} />,
            },
            { key: "result", label: i.result, cell: (row) => <Result row={row} locale={locale} /> },
            {
              key: "by",
              label: i.by,
              cell: (row) => (
                <>
                  <span translate="no">{row.stagedByName}</span>
                  <span className="block text-sm text-ink-soft">
                    {formatInstant(locale, row.createdAt, true)}
                  </span>
                </>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}

function Result({ row: { counts }, locale }: { row: ImportRow; locale: Locale }) {
  if (!counts) return null;
  const { words } = dictionary(locale);
  const shown = (["new", "changed", "same", "refused"] as const).filter((outcome) => counts[outcome] > 0);
  return (
    <ul className="flex flex-wrap gap-x-3">
      {shown.map((outcome) => (
        <li key={outcome}>
          {words.importOutcome[outcome]} {formatNumber(locale, counts[outcome])}
        </li>
      ))}
    </ul>
  );
}
