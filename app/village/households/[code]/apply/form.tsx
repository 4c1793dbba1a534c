"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { applyFor } from "@/app/village/households/[code]/apply/actions";
import { WordFields, type WordFieldWords } from "@/app/village/households/[code]/apply/word-fields";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NumberField } from "@/components/ui/number-field";
import { type ChoiceOption, RadioGroup } from "@/components/ui/radio-group";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = {
  household: string;
  posting: string;
  ways: readonly ChoiceOption[];
  /** Who could do the work, when there is a choice. */
  members: readonly Option[];
  /** How much of an order or how many plots, where that is asked. */
  amount?: { name: string; label: string; hint: string; unit: string; defaultValue: string };
  words: WordFieldWords & Record<"word" | "wordHint" | "member" | "send" | "working" | "errorsTitle", string>;
};

export function ApplyForm({ household, posting, ways, members, amount, words }: Props) {
  const [state, action] = useActionState(applyFor, emptyForm);
  const { errors, values } = state;
  const labels = {
    how: words.word,
    member: words.member,
    ...(amount && { [amount.name]: amount.label }),
    code: words.codeField,
    slip: words.slipField,
    photo: words.photo,
    name1: `${words.witness1} · ${words.witnessName}`,
    reach1: `${words.witness1} · ${words.witnessReach}`,
    name2: `${words.witness2} · ${words.witnessName}`,
    reach2: `${words.witness2} · ${words.witnessReach}`,
  };
  return (
    <form action={action} className="group grid gap-6">
      <ErrorSummary title={words.errorsTitle} sentence={state.sentence} errors={errors} labels={labels} />
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
      {amount && (
        <NumberField
          {...amount}
          defaultValue={values[amount.name]?.[0] ?? amount.defaultValue}
          error={errors[amount.name]}
        />
      )}
      <div>
        <RadioGroup
          name="how"
          label={words.word}
          hint={words.wordHint}
          options={ways}
          defaultValue={values.how?.[0]}
          error={errors.how}
          required
        />
        <WordFields words={words} errors={errors} values={values} />
      </div>
      <SubmitButton pendingLabel={words.working}>{words.send}</SubmitButton>
    </form>
  );
}
