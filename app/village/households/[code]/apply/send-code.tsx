"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { sendCode } from "@/app/village/households/[code]/apply/actions";
import { Banner } from "@/components/ui/banner";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = { household: string; words: Record<"send" | "sent" | "working", string> };

/** Sends the household its code, where the county can send. */
export function SendCode({ household, words }: Props) {
  const [{ sentence, values }, action] = useActionState(sendCode, emptyForm);
  return (
    <form action={action} className="mb-6">
      {sentence && <Banner tone="refused">{sentence}</Banner>}
      {values.sent && <Banner>{words.sent}</Banner>}
      <input type="hidden" name="household" value={household} />
      <SubmitButton tone="plain" pendingLabel={words.working}>
        {words.send}
      </SubmitButton>
    </form>
  );
}
