"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { prepareRound } from "@/app/officer/allotments/actions";
import { DateField } from "@/components/ui/date-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NumberField } from "@/components/ui/number-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Words = Record<
  | "name"
  | "document"
  | "documentHint"
  | "fund"
  | "startsOn"
  | "closesOn"
  | "save"
  | "working"
  | "errorsTitle",
  string
>;

export function RoundForm({ from, to, words }: { from: string; to: string; words: Words }) {
  const [{ sentence, errors, values }, action] = useActionState(prepareRound, emptyForm);
  const field = (name: "name" | "document" | "fund" | "startsOn" | "closesOn") => ({
    name,
    label: words[name],
    error: errors[name],
    defaultValue: values[name]?.[0],
  });
  return (
    <form action={action} className="grid gap-5">
      <ErrorSummary title={words.errorsTitle} sentence={sentence} errors={errors} labels={words} />
      <TextField {...field("name")} maxLength={40} required />
      <TextField {...field("document")} hint={words.documentHint} maxLength={120} required />
      <NumberField {...field("fund")} decimal required />
      <DateField {...field("startsOn")} defaultValue={values.startsOn?.[0] ?? from} required />
      <DateField {...field("closesOn")} defaultValue={values.closesOn?.[0] ?? to} required />
      <SubmitButton pendingLabel={words.working}>{words.save}</SubmitButton>
    </form>
  );
}
