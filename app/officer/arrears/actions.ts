"use server";
import { redirect } from "next/navigation";
import { reasonOf } from "@/app/decided";
import { attempt, type FormState } from "@/app/form-state";
import { today } from "@/lib/clock/clock";
import { closeDispute } from "@/lib/moneys/dispute";
import { requireAsker } from "@/lib/users/session";

/** An officer outside the match closes a dispute, with what it rests on. */
export async function closeTheDispute(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county", "town");
  const refused = await attempt(form, () =>
    closeDispute(asker, String(form.get("id") ?? ""), { reason: reasonOf(form) }, today()),
  );
  return refused ?? redirect("/officer/arrears?done=settled");
}
