"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { propose, refuse } from "@/app/policy/[key]/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

type ProposeProps = {
  parameter: string;
  /** The value that was tried, as typed. */
  typed: Record<string, string>;
  words: Record<
    | "value"
    | "startsOn"
    | "startsOnHint"
    | "document"
    | "documentHint"
    | "submit"
    | "working"
    | "errorsTitle",
    string
  >;
};

/** The value just tried, with its day and its document. */
export function ProposeForm({ parameter, typed: value, words }: ProposeProps) {
  const [state, action] = useActionState(propose, emptyForm);
  const typed = Object.fromEntries(Object.entries(state.values).map(([name, list]) => [name, list[0] ?? ""]));
  return (
    <form action={action} className="max-w-measure">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={{ value: words.value, startsOn: words.startsOn, document: words.document }}
      />
      <input type="hidden" name="key" value={parameter} />
      {Object.entries(value).map(([name, part]) => (
        <input key={name} type="hidden" name={name} value={part} />
      ))}
      <TextField
        name="startsOn"
        type="date"
        label={words.startsOn}
        hint={words.startsOnHint}
        error={state.errors.startsOn}
        defaultValue={typed.startsOn}
        required
      />
      <TextField
        name="document"
        label={words.document}
        hint={words.documentHint}
        error={state.errors.document}
        defaultValue={typed.document}
        maxLength={200}
        required
      />
      <SubmitButton pendingLabel={words.working}>{words.submit}</SubmitButton>
    </form>
  );
}

type RefuseProps = {
  id: string;
  parameter: string;
  words: Record<"ask" | "reason" | "submit" | "working" | "errorsTitle", string>;
};

/** A proposal refused, with the reason its author reads. */
export function RefuseForm({ id, parameter, words }: RefuseProps) {
  const [state, action] = useActionState(refuse, emptyForm);
  return (
    <form action={action} className="max-w-measure">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={{ reason: words.reason }}
      />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="key" value={parameter} />
      <TextArea
        name="reason"
        rows={2}
        label={words.reason}
        hint={words.ask}
        error={state.errors.reason}
        defaultValue={state.values.reason?.[0]}
        maxLength={500}
      />
      <SubmitButton tone="danger" pendingLabel={words.working}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
