"use client";
import { useActionState } from "react";
import { emptyForm, type FormState } from "@/app/form-empty";
import { Banner } from "@/components/ui/banner";
import type { ButtonTone } from "@/components/ui/button-look";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { RadioGroup } from "@/components/ui/radio-group";

export type Decision = {
  move: string;
  label: string;
  tone?: ButtonTone;
  question: string;
  confirmLabel: string;
  /** Ask for words. */
  reason?: { label: string; hint?: string; required?: boolean };
  /** Ask for one of a few; sent as the reason, or as `code-…` where words are asked for too. */
  choices?: { label: string; options: { value: string; label: string }[] };
};

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** The id, and what else the action needs. */
  hidden: Record<string, string | number>;
  decisions: readonly Decision[];
  pendingLabel: string;
};

/**
 * What can be decided about one thing, each in two taps. Stays when nothing is left to decide, so that whoever
 * came second still reads why.
 */
export function Decisions({ action, hidden, decisions, pendingLabel }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const tried = state.values.move?.[0];
  return (
    <div className="grid gap-3">
      {state.sentence && <Banner tone="refused">{state.sentence}</Banner>}
      <div className="flex flex-wrap gap-3">
        {decisions.map(({ move, reason, choices, ...words }) => {
          const mine = tried === move;
          const name = `reason-${move}-${hidden.id}`;
          const error = mine ? state.errors.reason : undefined;
          const chosen = reason ? `code-${move}-${hidden.id}` : name;
          const typed = mine ? state.values[chosen]?.[0] : undefined;
          const wrong = mine ? (reason ? state.errors.code : error) : undefined;
          return (
            <ConfirmButton
              key={move}
              {...words}
              pendingLabel={pendingLabel}
              action={send}
              hidden={{ ...hidden, move }}
              open={mine && (error !== undefined || wrong !== undefined)}
              {...(reason && { reason: { name, required: true, ...reason, ...(error && { error }) } })}
            >
              {choices && (
                <RadioGroup
                  name={chosen}
                  label={choices.label}
                  options={choices.options}
                  defaultValue={typed}
                  error={wrong}
                  required
                />
              )}
            </ConfirmButton>
          );
        })}
      </div>
    </div>
  );
}
