import type { ReactNode } from "react";
import { MoneyTag, Tag } from "@/components/ui/tag";
import type { Said } from "@/lib/households/field-text";
import type { HouseholdForm } from "@/lib/households/form";
import { formatList, formatMoney, formatMu } from "@/lib/i18n/format";

type Props = {
  form: HouseholdForm;
  said: Said;
  /** Applications under way, each as one line. */
  open: readonly { id: string; text: string }[];
  /** What to do now, the first thing first. */
  next: ReactNode;
};

const money = { wage: "job", rent: "land", dividend: "equity" } as const;

/** A household in four lines: able or the other road and why, what it has, what is open, what is next. */
export function Glance({ form, said, open, next }: Props) {
  const { t, locale } = said;
  const { able: a } = t;
  const g = t.record.glance;
  const { able, household } = form;
  const nameOf = (id: string) => form.members.find((m) => m.id === id)?.name ?? "";
  const land = [
    able.offeredMu100 > 0 && g.land(formatMu(locale, able.offeredMu100)),
    able.tilledMu100 > 0 && g.tilled(formatMu(locale, able.tilledMu100)),
  ].filter((line) => typeof line === "string");
  const { incomePerPersonFen: income } = household;
  return (
    <dl className="grid gap-x-6 gap-y-4 rounded border border-line bg-surface p-4 sm:grid-cols-2 sm:p-5">
      <Line term={g.can}>
        <p className="flex flex-wrap items-center gap-2">
          <Tag tone={able.able ? "good" : "waiting"}>{able.able ? a.able : a.notAble}</Tag>
          {able.roads.map((road) => (
            <MoneyTag
              key={road}
              kind={money[road]}
              sign={t.words.moneySign[money[road]]}
              label={a.roads[road]}
            />
          ))}
        </p>
        <p translate="no">
          {formatList(
            locale,
            able.hands.map((hand) => a.hand(nameOf(hand.member), hand.age, a.why[hand.why])),
          )}
        </p>
        <details>
          <summary className="target text-tea underline underline-offset-4">{g.ruleTitle}</summary>
          <p className="text-ink-soft">{a.rule}</p>
        </details>
      </Line>
      <Line term={g.has}>
        <p>{land.length > 0 ? land.join(" · ") : g.noLand}</p>
        {income !== undefined && (
          <p>{income === null ? g.noIncome : g.income(formatMoney(locale, income))}</p>
        )}
      </Line>
      <Line term={g.open}>
        {open.length === 0 ? (
          <p className="text-ink-soft">{g.noneOpen}</p>
        ) : (
          open.map(({ id, text }) => <p key={id}>{text}</p>)
        )}
      </Line>
      <Line term={g.next}>
        <div className="flex flex-wrap gap-3">{next}</div>
      </Line>
    </dl>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <dt className="text-sm text-ink-soft">{term}</dt>
      <dd className="grid gap-1">{children}</dd>
    </div>
  );
}
