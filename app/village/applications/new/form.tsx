"use client";
import { useActionState } from "react";
import { applyForTicked } from "@/app/village/applications/new/actions";
import { Banner } from "@/components/ui/banner";
import { controlLook } from "@/components/ui/control";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tag } from "@/components/ui/tag";

/** What became of each ticked household, and what was typed. */
export type ManyState = {
  sentence: string;
  results: { household: string; name: string; good: boolean; says: string }[];
  values: Record<string, string>;
};
type Row = Record<"household" | "name" | "label" | "score" | "why", string>;
type Words = Record<"how" | "slip" | "code" | "evidence" | "send" | "working" | "score", string>;
type Props = { posting: string; rows: Row[]; words: Words };

/** One line a household: tick it, and write down how it agreed. */
export function ManyForm({ posting, rows, words }: Props) {
  const [state, action] = useActionState(applyForTicked, { sentence: "", results: [], values: {} });
  return (
    <form action={action} className="mt-6 grid gap-4">
      {state.sentence && (
        <Banner tone={state.results.length === 0 ? "refused" : "info"}>
          <p>{state.sentence}</p>
          <ul>
            {state.results.map((r) => (
              <li key={r.household} className="flex flex-wrap items-baseline gap-x-2 py-1">
                {r.name} <Tag tone={r.good ? "good" : "refused"}>{r.says}</Tag>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <input type="hidden" name="posting" value={posting} />
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <ManyRow key={row.household} row={row} values={state.values} words={words} />
        ))}
      </ul>
      <SubmitButton pendingLabel={words.working}>{words.send}</SubmitButton>
    </form>
  );
}

function ManyRow({ row, values, words }: { row: Row; values: Record<string, string>; words: Words }) {
  const { household: code } = row;
  return (
    <li className="grid gap-2 py-3 sm:grid-cols-[1fr_auto]">
      <div className="flex items-start gap-3">
        <label className="target shrink-0">
          <span className="sr-only">{row.label}</span>
          <input type="checkbox" name="household" value={code} className="size-6 accent-tea" />
        </label>
        <div>
          <input type="hidden" name={`name-${code}`} value={row.name} />
          <p>
            <span className="font-semibold">{row.name}</span>{" "}
            <span className="text-sm text-ink-soft">
              {words.score} {row.score}
            </span>
          </p>
          <p className="text-sm text-ink-soft">{row.why}</p>
        </div>
      </div>
      <div className="grid grid-cols-[auto_1fr] gap-2 sm:w-96">
        <select
          name={`how-${code}`}
          aria-label={words.how}
          defaultValue={values[`how-${code}`] ?? "slip"}
          className={controlLook(false)}
        >
          <option value="slip">{words.slip}</option>
          <option value="code">{words.code}</option>
        </select>
        <input
          name={`evidence-${code}`}
          aria-label={words.evidence}
          placeholder={words.evidence}
          defaultValue={values[`evidence-${code}`]}
          maxLength={200}
          className={controlLook(false)}
        />
      </div>
    </li>
  );
}
