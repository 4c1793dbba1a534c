"use client";
import { useActionState } from "react";
import { makeSlip } from "@/app/village/households/[code]/slip/actions";
import { SlipPaper, type SlipWords } from "@/components/households/slip-paper";
import { Banner } from "@/components/ui/banner";
import { SubmitButton } from "@/components/ui/submit-button";

export type SlipState = { refused: string | null; slip: Parameters<typeof SlipPaper>[0]["slip"] | null };
type Words = SlipWords & { make: string; again: string; renew: string; renewHint: string; working: string };

/** Makes the slip and shows it as it will be printed; the number on it is gone with the page. */
export function SlipForm({ code, words, county }: { code: string; words: Words; county: string }) {
  const [{ refused, slip }, action] = useActionState(makeSlip, { refused: null, slip: null });
  return (
    <div className="grid gap-6">
      {refused && <Banner tone="refused">{refused}</Banner>}
      {slip && <SlipPaper slip={slip} words={words} county={county} />}
      <form action={action} data-private className="grid max-w-measure gap-3">
        <input type="hidden" name="code" value={code} />
        <SubmitButton tone={slip ? "plain" : "primary"} pendingLabel={words.working}>
          {slip ? words.again : words.make}
        </SubmitButton>
        <SubmitButton tone="quiet" name="renew" value="1" pendingLabel={words.working}>
          {words.renew}
        </SubmitButton>
        <p className="text-sm text-ink-soft">{words.renewHint}</p>
      </form>
    </div>
  );
}
