"use client";
import { useActionState } from "react";
import { recordDays } from "@/app/enterprise/obligations/actions";
import { emptyForm } from "@/app/form-empty";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NumberField } from "@/components/ui/number-field";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = { due: string; words: Record<"days" | "unit" | "send" | "working" | "errorsTitle", string> };

/** The days really worked in the month; halves count. */
export function DaysForm({ due, words }: Props) {
  const [{ errors, values, sentence }, action] = useActionState(recordDays, emptyForm);
  return (
    <form action={action}>
      <input type="hidden" name="due" value={due} />
      <ErrorSummary
        title={words.errorsTitle}
        sentence={sentence}
        errors={errors}
        labels={{ days: words.days }}
      />
      <NumberField
        name="days"
        label={words.days}
        unit={words.unit}
        decimal
        defaultValue={values.days?.[0]}
        error={errors.days}
        required
      />
      <SubmitButton tone="plain" pendingLabel={words.working}>
        {words.send}
      </SubmitButton>
    </form>
  );
}
