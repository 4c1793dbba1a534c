"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { reveal } from "@/app/village/households/[code]/actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Props = {
  household: string;
  member: string;
  words: { open: string; note: string; reason: string; show: string; working: string };
};

/** Asks why, then shows one ID number whole; it is gone with the next page. */
export function Reveal({ household, member, words }: Props) {
  const [state, action] = useActionState(reveal, emptyForm);
  const shown = state.values.shown?.[0];
  if (shown) return <output className="font-semibold">{shown}</output>;
  const problem = state.errors.reason ?? state.sentence;
  return (
    <details open={problem !== undefined}>
      <summary className="target text-tea underline underline-offset-4">{words.open}</summary>
      <form action={action} className="grid max-w-72 gap-3 py-2 text-left whitespace-normal">
        <p className="text-sm text-ink-soft">{words.note}</p>
        <input type="hidden" name="household" value={household} />
        <input type="hidden" name="member" value={member} />
        {/* One such form for each person of the page. */}
        <TextField name={`${member}--reason`} label={words.reason} error={problem} required maxLength={200} />
        <SubmitButton tone="plain" pendingLabel={words.working}>
          {words.show}
        </SubmitButton>
      </form>
    </details>
  );
}
