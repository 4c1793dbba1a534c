"use server";
import { redirect } from "next/navigation";
import { upload } from "@/app/files/upload";
import { attempt, type FormState } from "@/app/form-state";
import { today } from "@/lib/clock/clock";
import { objectTo } from "@/lib/notices/object";
import { noticeOfNumber } from "@/lib/notices/objections";
import { isRefusal, refuseFields } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

/** Writes down an objection for someone who came or called; the notice is named by its number. */
export async function recordObjection(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village", "town", "county");
  const text = (name: string) => String(form.get(name) ?? "").trim();
  let notice = "";
  let receipt = "";
  const refused = await attempt(form, async () => {
    notice = await noticeOfNumber(asker, text("number")).catch((error: unknown) => {
      if (isRefusal(error) && error.code === "not-found")
        return refuseFields({ number: { code: "unknown" } });
      throw error;
    });
    const contact = text("contact");
    const input = { body: text("body"), via: text("via"), ...(contact && { contact }) };
    ({ receipt } = await objectTo(asker, notice, input, today(), await upload(form, "photo")));
  });
  return refused ?? redirect(`/notices/${encodeURIComponent(notice)}?sent=${receipt}`);
}
