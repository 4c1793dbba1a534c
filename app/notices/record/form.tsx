"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { recordObjection } from "@/app/notices/record/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField } from "@/components/ui/file-field";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

type Words = Record<
  | "number"
  | "numberHint"
  | "via"
  | "paper"
  | "phone"
  | "body"
  | "bodyHint"
  | "contact"
  | "contactHint"
  | "photo"
  | "optional"
  | "send"
  | "working"
  | "errorsTitle",
  string
>;

export function RecordForm({ number, words: w }: { number: string | undefined; words: Words }) {
  const [{ sentence, errors, values }, action] = useActionState(recordObjection, emptyForm);
  return (
    <form action={action} className="grid gap-5">
      <ErrorSummary
        title={w.errorsTitle}
        sentence={sentence}
        errors={errors}
        labels={{ number: w.number, via: w.via, body: w.body, contact: w.contact, photo: w.photo }}
      />
      <TextField
        name="number"
        label={w.number}
        hint={w.numberHint}
        error={errors.number}
        defaultValue={values.number?.[0] ?? number}
        maxLength={20}
        required
      />
      <RadioGroup
        name="via"
        label={w.via}
        options={[
          { value: "paper", label: w.paper },
          { value: "phone", label: w.phone },
        ]}
        defaultValue={values.via?.[0]}
        error={errors.via}
        required
      />
      <TextArea
        name="body"
        label={w.body}
        hint={w.bodyHint}
        error={errors.body}
        defaultValue={values.body?.[0]}
        maxLength={2000}
        required
      />
      <TextField
        name="contact"
        label={w.contact}
        hint={w.contactHint}
        optional={w.optional}
        error={errors.contact}
        defaultValue={values.contact?.[0]}
        maxLength={100}
      />
      <FileField name="photo" label={w.photo} optional={w.optional} error={errors.photo} camera />
      <SubmitButton pendingLabel={w.working}>{w.send}</SubmitButton>
    </form>
  );
}
