"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { enterBySlip } from "@/app/s/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Dictionary } from "@/lib/i18n/dictionary";

type Words = Omit<Dictionary["slips"]["in"], "lead" | "title"> & { errorsTitle: string };

/** The slip's number, which a scanned slip brings along, and the digits the village worker gave. */
export function SlipForm({ words, number, beside }: { words: Words; number: string; beside: boolean }) {
  const [state, action] = useActionState(enterBySlip, emptyForm);
  const labels = { number: words.number, code: words.code };
  return (
    <form action={action} data-private className="max-w-measure">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={labels}
      />
      {beside && <input type="hidden" name="beside" value="1" />}
      <TextField
        name="number"
        label={words.number}
        hint={words.numberHint}
        error={state.errors.number}
        defaultValue={state.values.number?.[0] ?? number}
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
      />
      <TextField
        name="code"
        label={words.code}
        hint={words.codeHint}
        error={state.errors.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        autoFocus={number !== ""}
      />
      <SubmitButton wide pendingLabel={words.working}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
