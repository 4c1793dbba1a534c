"use client";
import { useActionState } from "react";
import { end } from "@/app/agreements/[id]/end/actions";
import { WhyFields } from "@/app/agreements/[id]/why-fields";
import { emptyForm } from "@/app/form-empty";
import { DateField } from "@/components/ui/date-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { type ChoiceOption, RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = {
  id: string;
  earliest: string;
  latest: string | null;
  causes: readonly ChoiceOption[];
  withPaper: boolean;
  words: Record<
    | "paper"
    | "paperHint"
    | "cause"
    | "endsOn"
    | "endsOnHint"
    | "reason"
    | "submit"
    | "working"
    | "errorsTitle",
    string
  >;
};

export function EndForm({ id, earliest, latest, causes, withPaper, words }: Props) {
  const [{ sentence, errors, values }, action] = useActionState(end, emptyForm);
  return (
    <form action={action} className="grid gap-6">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={sentence}
        errors={errors}
        labels={{ cause: words.cause, endsOn: words.endsOn, reason: words.reason, paper: words.paper }}
      />
      <input type="hidden" name="id" value={id} />
      <RadioGroup
        name="cause"
        label={words.cause}
        options={causes}
        defaultValue={values.cause?.[0]}
        error={errors.cause}
        required
      />
      <DateField
        name="endsOn"
        label={words.endsOn}
        {...(words.endsOnHint && { hint: words.endsOnHint })}
        defaultValue={values.endsOn?.[0] ?? earliest}
        min={earliest}
        {...(latest && { max: latest })}
        error={errors.endsOn}
        required
      />
      <WhyFields withPaper={withPaper} words={words} errors={errors} values={values} />
      <SubmitButton tone="danger" pendingLabel={words.working}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
