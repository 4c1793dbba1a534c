import {
  daysWords,
  endWords,
  type Standing,
  waitsForWords,
  waitsLongWords,
} from "@/components/agreements/words";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { StateTag } from "@/components/ui/state-tag";
import { MoneyTag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale, PostingKind } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

export type AgreementRow = Standing & {
  id: string;
  number: string;
  kind: PostingKind;
  title: string;
  enterpriseName: string;
  headName: string | null;
  villageName: string | null;
  townName: string;
};
type Props = {
  rows: readonly AgreementRow[];
  locale: Locale;
  today: string;
  /** Policy: days before the end at which it is said, and days within which both sign. */
  reminderDays: number;
  signWithinDays: number;
  /** Whom the reader is with: the household looks for the enterprise, everyone else for the household. */
  lead: "enterprise" | "household";
  /** All are of one enterprise or with one: its name is not said again. */
  alone: boolean;
  /** Whether the reader has still to sign one, and what that is called. */
  signs: (row: AgreementRow) => boolean;
  signLabel: string;
};

/** Agreements one a line: with whom, what, from when to when, and what they wait for. */
export function AgreementTable({ rows, locale, today, lead, alone, signs, signLabel, ...policy }: Props) {
  const { agreements: t, words } = dictionary(locale);
  const household = (a: AgreementRow) =>
    [a.headName, `${a.townName} ${a.villageName ?? ""}`.trim()].filter(Boolean).join(" · ");
  return (
    <ResponsiveTable<AgreementRow>
      caption={t.title}
      dense={lead === "household"}
      rows={rows}
      rowKey={(a) => a.id}
      columns={[
        {
          key: "with",
          label: lead === "household" ? t.household : t.enterprise,
          look: "lead",
          cell: (a) => (
            <TextLink href={`/agreements/${a.id}`} className="target font-semibold">
              {lead === "household" ? household(a) : a.enterpriseName}
            </TextLink>
          ),
        },
        {
          key: "what",
          label: t.what,
          cell: (a) => (
            <>
              <MoneyTag kind={a.kind} sign={words.moneySign[a.kind]} label={words.postingKind[a.kind]} />
              <span className="block">{alone ? a.title : `${a.title} · ${a.enterpriseName}`}</span>
            </>
          ),
        },
        { key: "number", label: t.number, cell: (a) => a.number },
        { key: "days", label: t.days, cell: (a) => daysWords(a, locale) },
        {
          key: "state",
          label: t.state,
          cell: (a) => {
            const long = waitsLongWords(a, today, policy.signWithinDays, locale);
            const said = waitsForWords(a, locale) ?? endWords(a, today, policy.reminderDays, locale);
            return (
              <span className="grid grid-cols-1 justify-items-start gap-1">
                <StateTag state={a.state} label={words.agreementState[a.state]} />
                {a.bindingState && a.bindingState !== "bound" && a.state !== "ended" && (
                  <StateTag state={a.bindingState} label={words.bindingState[a.bindingState]} />
                )}
                {said && <span className="text-ink-soft">{said}</span>}
                {long && <span className="text-seal">{long}</span>}
                {signs(a) && (
                  <TextLink href={`/agreements/${a.id}/sign`} className="target">
                    {signLabel}
                  </TextLink>
                )}
              </span>
            );
          },
        },
      ]}
    />
  );
}
