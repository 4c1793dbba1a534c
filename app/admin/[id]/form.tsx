"use client";
import { useActionState } from "react";
import { grantRole, setStanding } from "@/app/admin/[id]/actions";
import { emptyForm } from "@/app/form-empty";
import { ErrorSummary } from "@/components/ui/error-summary";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

type Common = { id: string; errorsTitle: string; working: string; why: string; whyHint: string };

type StandingProps = Common & { to: "active" | "suspended"; ask: string; submit: string };

/** Suspending or restoring, with the reason. */
export function StandingForm({ id, to, ask, submit, errorsTitle, working, why, whyHint }: StandingProps) {
  const [state, action] = useActionState(setStanding, emptyForm);
  return (
    <form action={action} className="max-w-measure">
      <ErrorSummary
        title={errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={{ reason: why }}
      />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="to" value={to} />
      <p className="mb-4">{ask}</p>
      <TextArea
        name="reason"
        rows={2}
        label={why}
        hint={whyHint}
        error={state.errors.reason}
        defaultValue={state.values.reason?.[0]}
        maxLength={500}
      />
      <SubmitButton tone={to === "suspended" ? "danger" : "primary"} pendingLabel={working}>
        {submit}
      </SubmitButton>
    </form>
  );
}

type GrantProps = Common & {
  version: number;
  roles: readonly Option[];
  words: Record<"role" | "scope" | "scopeHint" | "choose" | "submit", string>;
};

/** Another role and area, with the reason. */
export function GrantForm({ id, version, roles, words, errorsTitle, working, why, whyHint }: GrantProps) {
  const [state, action] = useActionState(grantRole, emptyForm);
  return (
    <form action={action} className="max-w-measure">
      <ErrorSummary
        title={errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={{ role: words.role, scope: words.scope, why }}
      />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Select
        name="role"
        label={words.role}
        options={roles}
        placeholder={words.choose}
        error={state.errors.role}
        defaultValue={state.values.role?.[0]}
      />
      <TextField
        name="scope"
        label={words.scope}
        hint={words.scopeHint}
        error={state.errors.scope}
        defaultValue={state.values.scope?.[0]}
        maxLength={40}
      />
      <TextArea
        name="why"
        rows={2}
        label={why}
        hint={whyHint}
        error={state.errors.why}
        defaultValue={state.values.why?.[0]}
        maxLength={500}
      />
      <SubmitButton pendingLabel={working}>{words.submit}</SubmitButton>
    </form>
  );
}
