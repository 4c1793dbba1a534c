"use client";
import { type ReactNode, useActionState } from "react";
import { recordOne, recordSeveral } from "@/app/enterprise/obligations/actions";
import { emptyForm } from "@/app/form-empty";
import { DateField } from "@/components/ui/date-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NumberField } from "@/components/ui/number-field";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Words = Record<
  | "title"
  | "lead"
  | "amount"
  | "yuan"
  | "paidOn"
  | "method"
  | "reference"
  | "referenceHint"
  | "optional"
  | "send"
  | "working"
  | "errorsTitle",
  string
>;
type Props = {
  /** The lines with their boxes; or one line, with what is missing of it. */
  children?: ReactNode;
  one?: { due: string; missingYuan: string };
  /** Which lines the page shows, to come back to. */
  query?: string;
  methods: readonly Option[];
  today: string;
  words: Words;
};

/** Records payments: of the lines ticked above, or a whole or part of one. */
export function PayForm({ children, one, query = "", methods, today, words }: Props) {
  const [{ errors, values, sentence }, action] = useActionState(one ? recordOne : recordSeveral, emptyForm);
  return (
    <form action={action} className="on-paper">
      {one && <input type="hidden" name="due" value={one.due} />}
      <input type="hidden" name="query" value={query} />
      <ErrorSummary
        title={words.errorsTitle}
        sentence={sentence}
        errors={errors}
        labels={{ amountYuan: words.amount, paidOn: words.paidOn, method: words.method }}
      />
      {children}
      <section className="mt-6 rounded border border-line bg-surface p-4 sm:p-5 print:hidden">
        <h2 className="text-lg">{words.title}</h2>
        {!one && <p className="mb-4 max-w-measure text-ink-soft">{words.lead}</p>}
        <div className="mt-3 grid items-start gap-x-6 sm:grid-cols-2">
          {one && (
            <NumberField
              name="amountYuan"
              label={words.amount}
              unit={words.yuan}
              decimal
              defaultValue={values.amountYuan?.[0] ?? one.missingYuan}
              error={errors.amountYuan}
              required
            />
          )}
          <DateField
            name="paidOn"
            label={words.paidOn}
            defaultValue={values.paidOn?.[0] ?? today}
            max={today}
            error={errors.paidOn}
            required
          />
          <Select
            name="method"
            label={words.method}
            options={methods}
            defaultValue={values.method?.[0]}
            error={errors.method}
          />
          <TextField
            name="reference"
            label={words.reference}
            hint={words.referenceHint}
            optional={words.optional}
            maxLength={100}
            defaultValue={values.reference?.[0]}
            error={errors.reference}
          />
        </div>
        <SubmitButton pendingLabel={words.working}>{words.send}</SubmitButton>
      </section>
    </form>
  );
}
