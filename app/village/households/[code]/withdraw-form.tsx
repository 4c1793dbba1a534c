"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { withdraw } from "@/app/village/households/[code]/actions";
import { Banner } from "@/components/ui/banner";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { FileField } from "@/components/ui/file-field";
import { TextField } from "@/components/ui/text-field";

type Word = "label" | "question" | "code" | "codeHint" | "slip" | "photo" | "photoHint" | "working";
type Props = { id: string; household: string; words: Record<Word, string> };

/** Taking an application back for a household, with its word: a code it read out, or the slip it signed. */
export function WithdrawForm({ id, household, words }: Props) {
  const [{ sentence, errors, values }, action] = useActionState(withdraw, emptyForm);
  const tried = values.id?.[0] === id;
  const wrong = errors["consent.evidence"];
  const byCode = Boolean(values[`code-${id}`]?.[0]);
  return (
    <div className="grid gap-3">
      {sentence && <Banner tone="refused">{sentence}</Banner>}
      <ConfirmButton
        label={words.label}
        tone="plain"
        question={words.question}
        confirmLabel={words.label}
        pendingLabel={words.working}
        action={action}
        hidden={{ id, household }}
        open={tried}
      >
        <TextField
          name={`code-${id}`}
          label={words.code}
          hint={words.codeHint}
          inputMode="numeric"
          error={byCode ? wrong : undefined}
        />
        <TextField
          name={`slip-${id}`}
          label={words.slip}
          defaultValue={values[`slip-${id}`]?.[0]}
          error={byCode ? undefined : wrong}
        />
        <FileField
          name={`photo-${id}`}
          label={words.photo}
          hint={words.photoHint}
          error={errors[`photo-${id}`]}
          camera
        />
      </ConfirmButton>
    </div>
  );
}
