"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { applyFor } from "@/app/village/households/[code]/apply/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { type ChoiceOption, RadioGroup } from "@/components/ui/radio-group";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Props = {
  household: string;
  posting: string;
  ways: readonly ChoiceOption[];
  /** Who could do the work, when there is a choice. */
  members: readonly Option[];
  words: Record<
    "word" | "wordHint" | "evidence" | "evidenceHint" | "member" | "send" | "working" | "errorsTitle",
    string
  >;
};

export function ApplyForm({ household, posting, ways, members, words }: Props) {
  const [state, action] = useActionState(applyFor, emptyForm);
  const { errors, values } = state;
  return (
    <form action={action} className="grid gap-6">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={errors}
        labels={{ how: words.word, evidence: words.evidence, member: words.member }}
      />
      <input type="hidden" name="household" value={household} />
      <input type="hidden" name="posting" value={posting} />
      {members.length > 1 && (
        <Select
          name="member"
          label={words.member}
          options={members}
          defaultValue={values.member?.[0]}
          error={errors.member}
        />
      )}
      <RadioGroup
        name="how"
        label={words.word}
        hint={words.wordHint}
        options={ways}
        defaultValue={values.how?.[0]}
        error={errors.how}
        required
      />
      <TextField
        name="evidence"
        label={words.evidence}
        hint={words.evidenceHint}
        defaultValue={values.evidence?.[0]}
        error={errors.evidence}
        maxLength={200}
        required
      />
      <SubmitButton pendingLabel={words.working}>{words.send}</SubmitButton>
    </form>
  );
}
