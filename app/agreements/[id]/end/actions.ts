"use server";
import { redirect } from "next/navigation";
import { upload } from "@/app/files/upload";
import { attempt, type FormState } from "@/app/form-state";
import { endAgreement } from "@/lib/agreements/end";
import { today } from "@/lib/clock/clock";
import { requireAsker } from "@/lib/users/session";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Ends an agreement early, today or on a day ahead. */
export async function end(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("household", "village", "enterprise", "county");
  const input = { cause: text(form, "cause"), reason: text(form, "reason"), endsOn: text(form, "endsOn") };
  const refused = await attempt(form, async () =>
    endAgreement(asker, text(form, "id"), input, today(), await upload(form, "paper")),
  );
  const done = input.endsOn > today() ? "ends-ahead" : "ended";
  return refused ?? redirect(`/agreements/${encodeURIComponent(text(form, "id"))}?done=${done}`);
}
