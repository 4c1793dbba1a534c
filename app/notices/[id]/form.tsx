"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { sendObjection } from "@/app/notices/[id]/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

type Words = Record<
  "body" | "bodyHint" | "contact" | "contactHint" | "optional" | "send" | "working" | "errorsTitle",
  string
>;

export function ObjectionForm({ notice, words }: { notice: string; words: Words }) {
  const [state, action] = useActionState(sendObjection, emptyForm);
  return (
    <form action={action} className="grid gap-5">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={{ body: words.body, contact: words.contact }}
      />
      <input type="hidden" name="notice" value={notice} />
      <TextArea
        name="body"
        label={words.body}
        hint={words.bodyHint}
        error={state.errors.body}
        defaultValue={state.values.body?.[0]}
        maxLength={2000}
        required
      />
      <TextField
        name="contact"
        label={words.contact}
        hint={words.contactHint}
        optional={words.optional}
        error={state.errors.contact}
        defaultValue={state.values.contact?.[0]}
        maxLength={100}
      />
      <SubmitButton pendingLabel={words.working}>{words.send}</SubmitButton>
    </form>
  );
}
