"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { NewPassword } from "@/app/new-password";
import { start } from "@/app/sign-in/first/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Words = Record<
  "username" | "code" | "codeHint" | "fresh" | "freshHint" | "again" | "submit" | "working" | "errorsTitle",
  string
>;

export function StartForm({ words, username }: { words: Words; username: string }) {
  const [state, action] = useActionState(start, emptyForm);
  const { username: name, code, fresh, again } = words;
  return (
    <form action={action} data-private className="max-w-measure">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={{ username: name, code, fresh, again }}
      />
      <TextField
        name="username"
        label={name}
        error={state.errors.username}
        defaultValue={state.values.username?.[0] ?? username}
        autoComplete="username"
        maxLength={64}
      />
      <TextField
        name="code"
        label={code}
        hint={words.codeHint}
        error={state.errors.code}
        autoComplete="one-time-code"
        maxLength={30}
      />
      <NewPassword words={words} errors={state.errors} />
      <SubmitButton pendingLabel={words.working}>{words.submit}</SubmitButton>
    </form>
  );
}
