"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { ask } from "@/app/officer/exports/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";

type Props = {
  divisions: readonly Option[];
  words: Record<"division" | "reason" | "reasonHint" | "ask" | "working" | "errorsTitle", string>;
};

/** Asks for a full export: which area, and what for. */
export function AskForm({ divisions, words }: Props) {
  const [state, action] = useActionState(ask, emptyForm);
  return (
    <form action={action} className="grid gap-4">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={{ division: words.division, reason: words.reason }}
      />
      <Select
        name="division"
        label={words.division}
        options={divisions}
        defaultValue={state.values.division?.[0]}
        error={state.errors.division}
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
        maxLength={300}
        required
        defaultValue={state.values.reason?.[0]}
        error={state.errors.reason}
      />
      <div>
        <SubmitButton pendingLabel={words.working}>{words.ask}</SubmitButton>
      </div>
    </form>
  );
}
