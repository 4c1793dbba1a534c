"use client";
import { useActionState } from "react";
import { emptyForm, type FormState } from "@/app/form-empty";
import { atFields, withSuffix } from "@/app/record/errors";
import { RecordFields } from "@/components/households/record-fields";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormField } from "@/lib/households/field-text";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Groups of fields with their headings; one without a heading is shown plain. */
  groups: readonly { title?: string; fields: readonly FormField[] }[];
  hidden: Record<string, string | number>;
  /** Ends the fields' names, where a page has several such forms. */
  suffix?: string;
  words: { errorsTitle: string; send: string; working: string; next?: string };
};

/** A part of the household's form: the same for all of them, with or without script. */
export function RecordForm({ action, groups, hidden, suffix = "", words }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, sentence } = state;
  const errors = atFields(state.errors);
  const labels = Object.fromEntries(
    groups.flatMap(({ fields }) => fields.map((f) => [`${f.name}${suffix}`, f.label])),
  );
  return (
    <form action={send}>
      <ErrorSummary
        title={words.errorsTitle}
        sentence={sentence}
        errors={withSuffix(errors, suffix)}
        labels={labels}
      />
      <input type="hidden" name="suffix" value={suffix} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {groups.map(({ title, fields }, i) => (
        <section key={title ?? `group-${i}`}>
          {title && <h2 className="mt-2 mb-3 border-b border-line pb-1 text-lg">{title}</h2>}
          <RecordFields fields={fields} typed={values} errors={errors} suffix={suffix} />
        </section>
      ))}
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel={words.working}>{words.send}</SubmitButton>
        {words.next && (
          <SubmitButton tone="plain" name="then" value="next" pendingLabel={words.working}>
            {words.next}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
