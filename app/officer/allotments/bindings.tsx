import { ResponsiveTable } from "@/components/ui/responsive-table";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import type { FreezeReason, Locale } from "@/db/words";
import type { BindingRow } from "@/lib/allotments/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatNumber } from "@/lib/i18n/format";

/** Shares by enterprise: how many households are bound, have just lost their link, lost it long ago. */
export function Bindings({ rows, locale }: { rows: readonly BindingRow[]; locale: Locale }) {
  const { allotments: t, words } = dictionary(locale);
  const number = (n: number) => (n === 0 ? "" : formatNumber(locale, n));
  const colored = (state: "amber" | "red", n: number) =>
    n > 0 && <StateTag state={state} label={`${formatNumber(locale, n)} · ${words.bindingState[state]}`} />;
  if (rows.length === 0) return <p className="text-ink-soft">{t.bindingsNone}</p>;
  return (
    <>
      <p className="mb-3 text-ink-soft">{t.bindingsLead}</p>
      <p className="mb-3 flex flex-wrap gap-4">
        <TextLink href="/agreements?show=amber" className="target">
          {t.seeAmber}
        </TextLink>
        <TextLink href="/agreements?show=red" className="target">
          {t.seeRed}
        </TextLink>
      </p>
      <ResponsiveTable<BindingRow>
        caption={t.bindings}
        dense
        rows={rows.slice(0, 20)}
        rowKey={(row) => row.enterpriseId}
        columns={[
          { key: "enterprise", label: t.enterprise, look: "lead", cell: (row) => row.enterpriseName },
          { key: "households", label: t.households, look: "number", cell: (row) => number(row.households) },
          { key: "bound", label: t.bound, look: "number", cell: (row) => number(row.bound) },
          { key: "amber", label: t.amber, cell: (row) => colored("amber", row.amber) },
          { key: "red", label: t.red, cell: (row) => colored("red", row.red) },
        ]}
      />
    </>
  );
}

type FrozenRow = { id: string; name: string; frozenOn: string | null; frozenFor: FreezeReason | null };

/** Who may post nothing new, why and since when. */
export function Frozen({ rows, locale }: { rows: readonly FrozenRow[]; locale: Locale }) {
  const { allotments: t, words } = dictionary(locale);
  return (
    <>
      <p className="mb-3 text-ink-soft">{t.frozenNote}</p>
      {rows.length === 0 ? (
        <p>{t.frozenNone}</p>
      ) : (
        <ul className="grid gap-2">
          {rows.map(({ id, name, frozenOn, frozenFor }) => (
            <li key={id} className="text-seal">
              {t.frozenLine(
                name,
                words.freezeReason[frozenFor ?? "dividend-unpaid"],
                formatDay(locale, frozenOn ?? ""),
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
