"use client";
import { useActionState } from "react";
import { emptyForm, type FormState } from "@/app/form-empty";
import { Banner } from "@/components/ui/banner";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { FileField } from "@/components/ui/file-field";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  id: string;
  agreement: string;
  /** A village shows the paper the household signed. */
  withPaper: boolean;
  answers: readonly { move: string; label: string; question: string; confirm: string }[];
  words: Record<"reason" | "paper" | "paperHint" | "working", string>;
};

/** What one may answer to a proposal, each in two taps. */
export function AnswerForm({ action, id, agreement, withPaper, answers, words }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const tried = state.values.move?.[0];
  return (
    <div className="grid gap-3">
      {state.sentence && <Banner tone="refused">{state.sentence}</Banner>}
      <div className="flex flex-wrap gap-3">
        {answers.map(({ move, label, question, confirm }) => {
          const mine = tried === move;
          const name = `reason-${move}`;
          const error = mine ? state.errors.reason : undefined;
          return (
            <ConfirmButton
              key={move}
              label={label}
              tone={move === "agree" ? "primary" : move === "refuse" ? "danger" : "plain"}
              question={question}
              confirmLabel={confirm}
              pendingLabel={words.working}
              action={send}
              hidden={{ id, agreement, move }}
              open={mine && Object.keys(state.errors).length > 0}
              {...(move === "refuse" && {
                reason: { name, label: words.reason, required: true, ...(error && { error }) },
              })}
            >
              {withPaper && (
                <FileField
                  name={`paper-${move}`}
                  label={words.paper}
                  hint={words.paperHint}
                  error={mine ? (state.errors[`paper-${move}`] ?? state.errors.paper) : undefined}
                  camera
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
