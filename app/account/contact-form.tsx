"use client";
import { useActionState } from "react";
import { saveContact } from "@/app/account/actions";
import { emptyForm } from "@/app/form-empty";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Choice } from "@/components/ui/choice";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Props = {
  channels: readonly { value: string; label: string }[];
  chosen: readonly string[];
  words: Record<
    "errorsTitle" | "email" | "phone" | "phoneHint" | "keepBlank" | "wanted" | "save" | "forget" | "working",
    string
  >;
};

/** Where and how to be told; what was given before is never sent back. */
export function ContactForm({ channels, chosen, words }: Props) {
  const [state, action] = useActionState(saveContact, emptyForm);
  return (
    <form action={action} className="max-w-measure">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={{ email: words.email, phone: words.phone }}
      />
      <p className="mb-4 text-ink-soft">{words.keepBlank}</p>
      <TextField
        name="phone"
        type="tel"
        label={words.phone}
        hint={words.phoneHint}
        error={state.errors.phone}
        autoComplete="off"
        maxLength={30}
      />
      <TextField
        name="email"
        label={words.email}
        error={state.errors.email}
        inputMode="email"
        autoComplete="off"
        maxLength={200}
      />
      <CheckboxGroup
        name="channels"
        label={words.wanted}
        options={channels}
        defaultValues={state.values.channels ?? chosen}
      />
      <div className="mb-4">
        <Choice type="checkbox" name="forget" value="yes" label={words.forget} />
      </div>
      <SubmitButton pendingLabel={words.working}>{words.save}</SubmitButton>
    </form>
  );
}
