"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { withdraw } from "@/app/village/households/[code]/actions";
import {
  CodeField,
  SlipFields,
  type WordFieldWords,
} from "@/app/village/households/[code]/apply/word-fields";
import { Banner } from "@/components/ui/banner";
import { ConfirmButton } from "@/components/ui/confirm-button";

type Words = WordFieldWords & Record<"label" | "question" | "working", string>;
type Props = { id: string; household: string; words: Words };

/** Taking an application back for a household, with its word: a code it read out, or the slip it signed. */
export function WithdrawForm({ id, household, words }: Props) {
  const [{ sentence, errors, values }, action] = useActionState(withdraw, emptyForm);
  const tried = values.id?.[0] === id;
  const suffix = `-${id}`;
  const typed = values[`code${suffix}`]?.[0] ? "code" : "slip";
  const wrong = { ...errors, [`${typed}${suffix}`]: errors["consent.evidence"] };
  const part = { words, errors: wrong, values, suffix };
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
        <CodeField {...part} />
        <SlipFields {...part} />
      </ConfirmButton>
    </div>
  );
}
