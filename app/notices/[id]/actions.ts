"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { addressOf } from "@/lib/api/who";
import { today } from "@/lib/clock/clock";
import { allowOrRefuse } from "@/lib/notices/limit";
import { objectTo } from "@/lib/notices/object";
import { currentAsker } from "@/lib/users/session";

/** Takes an objection from whoever reads the notice. */
export async function sendObjection(_: FormState, form: FormData): Promise<FormState> {
  const notice = String(form.get("notice") ?? "");
  const contact = String(form.get("contact") ?? "").trim();
  let receipt = "";
  const refused = await attempt(form, async () => {
    allowOrRefuse(addressOf({ headers: await headers() }), Date.now());
    const input = { body: String(form.get("body") ?? ""), ...(contact && { contact }) };
    ({ receipt } = await objectTo(await currentAsker(), notice, input, today()));
  });
  return refused ?? redirect(`/notices/${encodeURIComponent(notice)}?sent=${receipt}`);
}
