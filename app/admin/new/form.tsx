"use client";
import { useActionState } from "react";
import { type OpenState, openAccount } from "@/app/admin/new/actions";
import { emptyForm } from "@/app/form-empty";
import { Banner } from "@/components/ui/banner";
import { ErrorSummary } from "@/components/ui/error-summary";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

type Field = "username" | "name" | "role" | "scope" | "why";
type Words = Record<
  Field | "usernameHint" | "scopeHint" | "whyHint" | "choose" | "submit" | "working" | "errorsTitle" | "code",
  string
>;

/** Who the account is for and what it may see; afterwards its starting code, once. */
export function OpenForm({ roles, words }: { roles: readonly Option[]; words: Words }) {
  const [state, action] = useActionState<OpenState, FormData>(openAccount, emptyForm);
  const field = (name: Field) => ({
    name,
    label: words[name],
    error: state.errors[name],
    defaultValue: state.values[name]?.[0],
  });
  if (state.opened)
    return (
      <Banner>
        <h2 className="text-lg">{state.opened.title}</h2>
        <dl className="my-3">
          <dt className="text-ink-soft">{words.code}</dt>
          <dd translate="no" className="wrap-anywhere font-mono text-2xl">
            {state.opened.code}
          </dd>
        </dl>
        <p className="max-w-measure">{state.opened.note}</p>
      </Banner>
    );
  return (
    <form action={action} data-private className="max-w-measure">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={words}
      />
      <TextField {...field("username")} hint={words.usernameHint} autoComplete="off" maxLength={32} />
      <TextField {...field("name")} autoComplete="off" maxLength={30} />
      <Select {...field("role")} options={roles} placeholder={words.choose} />
      <TextField {...field("scope")} hint={words.scopeHint} maxLength={40} />
      <TextArea {...field("why")} rows={2} hint={words.whyHint} maxLength={500} />
      <SubmitButton pendingLabel={words.working}>{words.submit}</SubmitButton>
    </form>
  );
}
