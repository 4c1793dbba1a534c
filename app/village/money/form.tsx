"use client";
import { type ReactNode, useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { confirmForThem } from "@/app/village/money/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Props = {
  /** The payments, each with its box. */
  children: ReactNode;
  words: Record<"pick" | "how" | "howHint" | "send" | "working" | "errorsTitle", string>;
};

/** Tick who has the money, say how they told you, confirm. */
export function ConfirmForm({ children, words }: Props) {
  const [{ errors, values, sentence }, action] = useActionState(confirmForThem, emptyForm);
  return (
    <form action={action} className="grid gap-4">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={sentence}
        errors={errors}
        labels={{ payments: words.pick, note: words.how }}
      />
      <fieldset id="f-payments" tabIndex={-1}>
        <legend className="sr-only">{words.pick}</legend>
        {children}
      </fieldset>
      <TextField
        name="note"
        label={words.how}
        hint={words.howHint}
        maxLength={200}
        defaultValue={values.note?.[0]}
        error={errors.note}
        required
      />
      <div>
        <SubmitButton pendingLabel={words.working}>{words.send}</SubmitButton>
      </div>
    </form>
  );
}
