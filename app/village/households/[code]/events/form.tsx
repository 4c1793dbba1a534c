"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { atFields, withSuffix } from "@/app/record/errors";
import { writeEvent } from "@/app/village/households/[code]/events/actions";
import { RecordFields } from "@/components/households/record-fields";
import { DivisionPicker, type Place } from "@/components/ui/division-picker";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormField } from "@/lib/households/field-text";

type Props = {
  event: string;
  hidden: Record<string, string | number>;
  fields: readonly FormField[];
  places: readonly Place[];
  placeWords: { label: string; placeholder: string; find: string; none: string };
  openLabel: string;
  words: { errorsTitle: string; send: string; working: string };
};

/** One event: opens in place, asks what it must know, is written down. */
export function EventForm({ event, hidden, fields, places, placeWords, openLabel, words }: Props) {
  const [state, send] = useActionState(writeEvent, emptyForm);
  const { values, sentence } = state;
  const errors = atFields(state.errors);
  const suffix = `-${event}`;
  const isRefused = sentence !== undefined || Object.keys(errors).length > 0;
  return (
    <details open={isRefused}>
      <summary className="target text-tea underline underline-offset-4">{openLabel}</summary>
      <form action={send} className="pt-2">
        <ErrorSummary title={words.errorsTitle} sentence={sentence} errors={withSuffix(errors, suffix)} />
        <input type="hidden" name="suffix" value={suffix} />
        <input type="hidden" name="event" value={event} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {places.length > 0 && (
          <DivisionPicker
            name={`village${suffix}`}
            label={placeWords.label}
            places={places}
            placeholder={placeWords.placeholder}
            findLabel={placeWords.find}
            nothingFound={placeWords.none}
            defaultValue={values[`village${suffix}`]?.[0]}
            error={errors.village}
            required
          />
        )}
        <RecordFields fields={fields} typed={values} errors={errors} suffix={suffix} />
        <SubmitButton pendingLabel={words.working}>{words.send}</SubmitButton>
      </form>
    </details>
  );
}
