"use server";
import { redirect } from "next/navigation";
import { askedCount } from "@/app/asked";
import { codeOf, decide, reasonOf } from "@/app/decided";
import type { FormState } from "@/app/form-state";
import { moveApplication } from "@/lib/approvals/move";
import { today } from "@/lib/clock/clock";
import { requireAsker } from "@/lib/users/session";

/** Accepts or declines a household that applied. */
export async function answerApplication(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const text = (name: string) => String(form.get(name) ?? "");
  const [reason, words] = [codeOf(form), reasonOf(form)];
  const said = { ...(reason && { reason }), ...(words && { words }) };
  const refused = await decide(form, "applicationState", () =>
    moveApplication(
      asker,
      text("id"),
      { move: text("move"), version: askedCount(text("version")), ...said },
      today(),
    ),
  );
  if (refused) {
    const { reason: code, words: missing, ...errors } = refused.errors;
    return { ...refused, errors: { ...errors, ...(code && { code }), ...(missing && { reason: missing }) } };
  }
  const done = text("move") === "accept" ? "accepted" : "declined";
  redirect(`/enterprise/postings/${encodeURIComponent(text("posting"))}?done=${done}`);
}
