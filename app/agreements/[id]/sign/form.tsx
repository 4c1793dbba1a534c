"use client";
import { useActionState } from "react";
import { sign } from "@/app/agreements/[id]/sign/actions";
import { emptyForm } from "@/app/form-empty";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = {
  id: string;
  /** A photograph of the signed paper: the village's only way, an enterprise's choice, none for a household. */
  paper: "needed" | "welcome" | "none";
  words: Record<"read" | "paper" | "paperHint" | "optional" | "submit" | "working" | "errorsTitle", string>;
};

export function SignForm({ id, paper, words }: Props) {
  const [{ sentence, errors }, action] = useActionState(sign, emptyForm);
  return (
    <form action={action} className="grid gap-5">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={sentence}
        errors={errors}
        labels={{ read: words.read, paper: words.paper }}
      />
      <input type="hidden" name="id" value={id} />
      {paper !== "none" && (
        <FileField
          name="paper"
          label={words.paper}
          hint={words.paperHint}
          error={errors.paper}
          camera
          {...(paper === "needed" ? { required: true } : { optional: words.optional })}
        />
      )}
      <CheckboxGroup
        name="read"
        label={words.submit}
        error={errors.read}
        options={[{ value: "yes", label: words.read }]}
      />
      <SubmitButton pendingLabel={words.working}>{words.submit}</SubmitButton>
    </form>
  );
}
