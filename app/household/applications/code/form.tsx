"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { type CodeState, takeCode } from "@/app/household/applications/code/actions";
import { Banner } from "@/components/ui/banner";
import { SubmitButton } from "@/components/ui/submit-button";

export function CodeForm({ words }: { words: Record<"get" | "again" | "working", string> }) {
  const [{ code, sentence }, action] = useActionState<CodeState, FormData>(takeCode, emptyForm);
  return (
    <form action={action} className="grid gap-6 text-lg">
      {sentence && <Banner tone="refused">{sentence}</Banner>}
      {code && (
        <div role="status" className="rounded border border-tea bg-tea-soft p-6 text-center">
          <p className="sr-only">{code.says}</p>
          <p aria-hidden className="text-2xl font-semibold tabular-nums">
            {code.digits}
          </p>
          <p className="mt-2 text-base text-ink-soft">{code.until}</p>
        </div>
      )}
      <SubmitButton wide tone={code ? "plain" : "primary"} pendingLabel={words.working}>
        {code ? words.again : words.get}
      </SubmitButton>
    </form>
  );
}
