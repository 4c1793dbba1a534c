"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/form-empty";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { isRefusal } from "@/lib/refusal/refusal";
import { signInWithSlip } from "@/lib/users/session";

/** Lets a household in by its slip and one-time code; whose slip it is comes out only then. */
export async function enterBySlip(_: FormState, form: FormData): Promise<FormState> {
  const number = String(form.get("number") ?? "").trim();
  const code = String(form.get("code") ?? "").trim();
  const t = dictionary(await currentLocale());
  const missing = t.fieldProblem.missing();
  const errors = { ...(!number && { number: missing }), ...(!code && { code: missing }) };
  const values = { number: [number] };
  if (Object.keys(errors).length > 0) return { errors, values };
  try {
    await signInWithSlip(number, code, form.get("beside") === "1");
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { wrong, tooMany } = t.slips.in;
    return { sentence: error.code === "too-many-tries" ? tooMany : wrong, errors: {}, values };
  }
  return redirect("/household");
}
