"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { start } from "@/app/officer/plan/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";

type Props = {
  words: {
    start: string;
    rules: string;
    note: string;
    hint: string;
    working: string;
    optional: string;
    errorsTitle: string;
  };
  /** The plan to start from. */
  from?: string;
  /** Orders it already has. */
  rules?: string;
};

/** Starts a plan, with orders if there are any. */
export function RuleForm({ words, from, rules }: Props) {
  const [state, action] = useActionState(start, emptyForm);
  const typed = state.values.rules?.[0] ?? rules;
  return (
    <form action={action} className="grid gap-4">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={{ rules: words.rules }}
      />
      {from && <input type="hidden" name="from" value={from} />}
      <details open={Boolean(typed) || Boolean(state.errors.rules)}>
        <summary className="target text-tea underline underline-offset-4">
          {words.rules} {words.optional}
        </summary>
        <p className="mb-2 text-ink-soft">{words.note}</p>
        <TextArea
          name="rules"
          label={words.rules}
          hint={words.hint}
          error={state.errors.rules}
          defaultValue={typed}
          maxLength={60_000}
        />
      </details>
      <div>
        <SubmitButton pendingLabel={words.working}>{words.start}</SubmitButton>
      </div>
    </form>
  );
}
