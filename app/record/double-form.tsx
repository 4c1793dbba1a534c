"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { decidePair } from "@/app/record/double-actions";
import { buttonLook } from "@/components/ui/button-look";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Props = {
  pair: string;
  sides: readonly { value: string; label: string }[];
  words: Record<
    "same" | "different" | "keep" | "why" | "question" | "differentQuestion" | "working" | "errorsTitle",
    string
  >;
};

/** The two answers, each opening in place: one person (which entry stays) or two, with how it was checked. */
export function DoubleForm({ pair, sides, words }: Props) {
  const [{ errors, values, sentence }, send] = useActionState(decidePair, emptyForm);
  const refused = values.verdict?.[0];
  const answer = (verdict: "same" | "different", label: string, question: string) => {
    const mine = refused === verdict;
    const name = (field: string) => `${field}-${verdict}-${pair}`;
    const error = (field: string) => (mine ? errors[field] : undefined);
    return (
      <details open={mine} className="open:w-full">
        <summary className={`${buttonLook("plain")} list-none`}>{label}</summary>
        <form action={send} className="max-w-measure pt-3">
          {mine && <ErrorSummary title={words.errorsTitle} sentence={sentence} errors={{}} />}
          <input type="hidden" name="pair" value={pair} />
          <input type="hidden" name="verdict" value={verdict} />
          <p className="mb-3 text-ink-soft">{question}</p>
          {verdict === "same" && (
            <RadioGroup
              name={name("keep")}
              label={words.keep}
              options={sides}
              defaultValue={values[name("keep")]?.[0]}
              error={error("keep")}
              required
            />
          )}
          <TextField
            name={name("why")}
            label={words.why}
            defaultValue={values[name("why")]?.[0]}
            error={error("why")}
            maxLength={200}
            required
          />
          <SubmitButton pendingLabel={words.working}>{label}</SubmitButton>
        </form>
      </details>
    );
  };
  return (
    <div className="mt-3 flex flex-wrap gap-3">
      {answer("same", words.same, words.question)}
      {answer("different", words.different, words.differentQuestion)}
    </div>
  );
}
