"use client";
import { useActionState } from "react";
import { changeOwnPassword } from "@/app/account/actions";
import { emptyForm } from "@/app/form-empty";
import { NewPassword } from "@/app/new-password";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Words = Record<"errorsTitle" | "old" | "fresh" | "freshHint" | "again" | "change" | "working", string>;

export function PasswordForm({ words, username }: { words: Words; username: string }) {
  const [state, action] = useActionState(changeOwnPassword, emptyForm);
  return (
    <form action={action} className="max-w-measure">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={{ old: words.old, fresh: words.fresh, again: words.again }}
      />
      {/* For password managers, which keep names and passwords together. */}
      <input type="text" name="username" defaultValue={username} autoComplete="username" hidden readOnly />
      <TextField
        name="old"
        type="password"
        label={words.old}
        error={state.errors.old}
        autoComplete="current-password"
        maxLength={200}
      />
      <NewPassword words={words} errors={state.errors} />
      <SubmitButton pendingLabel={words.working}>{words.change}</SubmitButton>
    </form>
  );
}
