"use server";
import { redirect } from "next/navigation";
import { upload } from "@/app/files/upload";
import { attempt, type FormState } from "@/app/form-state";
import { signAgreement } from "@/lib/agreements/sign";
import { refuseFields } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

/** Signs for the asker's side, once it says that the text was read. */
export async function sign(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("household", "village", "enterprise");
  const id = String(form.get("id") ?? "");
  const refused = await attempt(form, async () => {
    if (form.get("read") !== "yes") refuseFields({ read: { code: "missing" } });
    await signAgreement(asker, id, await upload(form, "paper"));
  });
  return refused ?? redirect(`/agreements/${encodeURIComponent(id)}?done=signed`);
}
