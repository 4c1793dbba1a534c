"use server";
import { redirect } from "next/navigation";
import { askedCount } from "@/app/asked";
import { decide, reasonOf } from "@/app/decided";
import type { FormState } from "@/app/form-state";
import { moveApplication } from "@/lib/approvals/move";
import { today } from "@/lib/clock/clock";
import { requireAsker } from "@/lib/users/session";

/** Accepts or declines a household that applied. */
export async function answerApplication(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const text = (name: string) => String(form.get(name) ?? "");
  const reason = reasonOf(form);
  const refused = await decide(form, "applicationState", () =>
    moveApplication(
      asker,
      text("id"),
      { move: text("move"), version: askedCount(text("version")), ...(reason && { reason }) },
      today(),
    ),
  );
  const done = text("move") === "accept" ? "accepted" : "declined";
  return refused ?? redirect(`/enterprise/postings/${encodeURIComponent(text("posting"))}?done=${done}`);
}
