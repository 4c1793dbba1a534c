import { commit, discard, reopen, undo } from "@/app/imports/actions";
import { buttonLook } from "@/components/ui/button-look";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant, formatNumber } from "@/lib/i18n/format";
import type { ImportRow } from "@/lib/imports/queries";
import { uploadOf } from "@/lib/imports/uploads";

type Props = { batch: ImportRow; asker: Asker; locale: Locale; running: boolean };

/** What came of the file, who did what with it, and the next step with its button. */
export function Steps({ batch, asker, locale, running }: Props) {
  const { imports: i, ui } = dictionary(locale);
  const { id, counts, state, kind } = batch;
  if (!counts) return null;
  const n = (value: number) => formatNumber(locale, value);
  const says = [
    i.rowsRead(n(counts.read)),
    (kind === "households" ? i.units : i.places)(n(counts.units)),
    ...(counts.warnings > 0 ? [i.warnings(n(counts.warnings))] : []),
  ];
  const decides = grantOf(asker.role, "import", "decide") !== null;
  const something = counts.new + counts.changed > 0 || kind === "poor-villages";
  const mayCommit = state === "staged" && decides && something && batch.stagedBy !== asker.userId;
  const hint =
    state !== "staged" || mayCommit ? null : !something ? i.nothing : decides ? i.ownCommit : i.countyCommits;
  const common = { hidden: { id }, pendingLabel: ui.working };
  return (
    <Card>
      <p className="font-semibold">{says.join(" · ")}</p>
      <People batch={batch} locale={locale} />
      {state === "staged" && counts.refused > 0 && <p className="mt-2">{i.refusedStay(n(counts.refused))}</p>}
      {hint && <p className="mt-2">{hint}</p>}
      {!running && (
        <div className="mt-4 flex flex-wrap items-start gap-3">
          {mayCommit && (
            <ConfirmButton
              {...common}
              label={i.commit}
              confirmLabel={i.commit}
              question={i.commitQuestion(n(counts.new), n(counts.changed))}
              action={commit}
            />
          )}
          {counts.refused > 0 && (
            <a href={`/imports/${id}/errors`} download className={buttonLook("plain")}>
              {batch.stagedBy !== null && batch.stagedBy === asker.userId ? i.errorFile : i.errorFileMasked}
            </a>
          )}
          {state === "staged" && uploadOf(id) && (
            <ConfirmButton
              {...common}
              label={i.reopen}
              tone="plain"
              confirmLabel={i.reopen}
              question={i.reopenQuestion}
              action={reopen}
            />
          )}
          {state === "staged" && (
            <ConfirmButton
              {...common}
              label={i.discard}
              tone="plain"
              confirmLabel={i.discard}
              question={i.discardQuestion}
              action={discard}
            />
          )}
          {state === "committed" && decides && (
            <ConfirmButton
              {...common}
              label={i.undo}
              tone="danger"
              confirmLabel={i.undo}
              question={i.undoQuestion}
              reason={{ name: "why", label: i.undoWhy, required: true }}
              action={undo}
            />
          )}
        </div>
      )}
    </Card>
  );
}

function People({ batch, locale }: Pick<Props, "batch" | "locale">) {
  const { imports: i } = dictionary(locale);
  const steps = [
    [i.by, batch.stagedByName, batch.createdAt],
    [i.committedBy, batch.committedByName, batch.committedAt],
    [i.undoneBy, batch.undoneByName, batch.undoneAt],
  ] as const;
  return (
    <p className="flex flex-wrap gap-x-6 text-ink-soft">
      {steps.map(([label, name, at]) =>
        name && at ? (
          <span key={label}>
            {label} <span translate="no">{name}</span> · {formatInstant(locale, at, true)}
          </span>
        ) : null,
      )}
      {batch.undoneWhy && <span translate="no">{batch.undoneWhy}</span>}
    </p>
  );
}
