"use client";
import { type ReactNode, useActionState } from "react";
import { approveTicked } from "@/app/officer/applications/approve/actions";
import { Banner } from "@/components/ui/banner";
import { buttonLook } from "@/components/ui/button-look";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";

/** What became of each ticked one. */
export type BatchState = {
  sentence: string;
  results: { id: string; name: string; good: boolean; says: string }[];
};

type Row = Record<"id" | "value" | "label" | "name" | "posting" | "score" | "why", string> & {
  says: string[];
  due: ReactNode;
};
type Group = { key: "problems" | "looks" | "clean"; title: string; note: string; rows: Row[] };
type Words = Record<"approve" | "question" | "confirm" | "working" | "open" | "score", string>;
type Props = { groups: Group[]; empty: ReactNode; words: Words };

/** Exceptions first; the clean are ticked already, so that one confirmation approves them all. */
export function BatchForm({ groups, empty, words }: Props) {
  const [state, action] = useActionState(approveTicked, { sentence: "", results: [] });
  const mayTick = groups.some((g) => g.key !== "problems" && g.rows.length > 0);
  return (
    <form action={action} className="grid gap-6">
      {state.sentence && (
        <Banner tone={state.results.length === 0 ? "refused" : "info"}>
          <p>{state.sentence}</p>
          <ul>
            {state.results.map((r) => (
              <li key={r.id} className="flex flex-wrap items-baseline gap-x-2">
                <TextLink href={`/officer/applications/${r.id}`} className="target">
                  {r.name}
                </TextLink>
                <Tag tone={r.good ? "good" : "refused"}>{r.says}</Tag>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {empty}
      {groups
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <Card key={group.key} id={group.key} title={group.title}>
            <p className="mb-2 text-ink-soft">{group.note}</p>
            <ul className="divide-y divide-line">
              {group.rows.map((row) => (
                <BatchRow key={row.value} row={row} group={group.key} words={words} />
              ))}
            </ul>
          </Card>
        ))}
      {mayTick && (
        <details className="group open:rounded open:border open:border-line open:bg-surface open:p-4">
          <summary className={`${buttonLook("primary")} list-none group-open:mb-3`}>{words.approve}</summary>
          <p className="mb-4">{words.question}</p>
          <SubmitButton pendingLabel={words.working}>{words.confirm}</SubmitButton>
        </details>
      )}
    </form>
  );
}

function BatchRow({ row, group, words }: { row: Row; group: Group["key"]; words: Words }) {
  return (
    <li className="flex items-start gap-3 py-3">
      {group !== "problems" && (
        <label className="target shrink-0">
          <span className="sr-only">{row.label}</span>
          <input
            type="checkbox"
            name="row"
            value={row.value}
            defaultChecked={group === "clean"}
            className="size-6 accent-tea"
          />
        </label>
      )}
      <div className="grid min-w-0 flex-1 gap-1">
        <input type="hidden" name={`name-${row.id}`} value={row.name} />
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <TextLink href={`/officer/applications/${row.id}`} className="target font-semibold">
            {row.name}
          </TextLink>
          {row.score && (
            <span className="text-sm text-ink-soft">
              {words.score} {row.score}
            </span>
          )}
        </p>
        <p>{row.posting}</p>
        <p className="text-sm text-ink-soft">{row.why}</p>
        {row.says.map((text) => (
          <p key={text} className={group === "problems" ? "text-seal" : "text-amber"}>
            {text}
          </p>
        ))}
        {row.due}
      </div>
    </li>
  );
}
