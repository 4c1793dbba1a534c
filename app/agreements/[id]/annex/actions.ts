"use server";
import { redirect } from "next/navigation";
import { changedOf } from "@/app/agreements/[id]/annex/reading";
import { upload } from "@/app/files/upload";
import { attempt, type FormState } from "@/app/form-state";
import { postingKinds } from "@/db/words";
import { proposeAnnex } from "@/lib/agreements/annex";
import { today } from "@/lib/clock/clock";
import { refuse } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Proposes a change of terms or a renewal; the other side answers. */
export async function propose(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("household", "village", "enterprise");
  const refused = await attempt(form, async () => {
    const kind = postingKinds.find((one) => one === text(form, "kind")) ?? refuse("bad-request");
    const input = {
      kind: text(form, "annexKind"),
      reason: text(form, "reason"),
      ...(text(form, "effectiveOn") && { effectiveOn: text(form, "effectiveOn") }),
      ...(text(form, "years") && { years: Number(text(form, "years")) }),
      terms: changedOf(form, kind),
    };
    await proposeAnnex(asker, text(form, "id"), input, await upload(form, "paper"), today());
  });
  return refused ?? redirect(`/agreements/${encodeURIComponent(text(form, "id"))}?done=proposed`);
}
