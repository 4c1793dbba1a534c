"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/form-empty";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { isRefusal } from "@/lib/refusal/refusal";
import { mode } from "@/lib/sealing/keys";
import { signIn } from "@/lib/users/session";
import { demoPassword, homeOf, ownPath } from "@/lib/users/users";

/** Signs in by name and password, or by one tap on a demo account, and goes where the person was going. */
export async function enter(_: FormState, form: FormData): Promise<FormState> {
  const demo = mode() === "demo" ? form.get("demo") : null;
  const username = String(demo ?? form.get("username") ?? "").trim();
  const password = demo ? demoPassword : String(form.get("password") ?? "");
  const t = dictionary(await currentLocale());
  const missing = t.fieldProblem.missing();
  const errors = { ...(!username && { username: missing }), ...(!password && { password: missing }) };
  // The password is never sent back.
  const values = { username: [username] };
  if (Object.keys(errors).length > 0) return { errors, values };
  let home: string;
  try {
    home = homeOf(await signIn(username, password, form.get("beside") === "1"));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.code === "start-code") return redirect(`/sign-in/first?user=${encodeURIComponent(username)}`);
    const seconds = Number(error.data.seconds ?? 0);
    const sentence = error.code === "too-many-tries" ? t.users.signIn.wait(seconds) : t.users.signIn.refused;
    return { sentence, errors: {}, values };
  }
  return redirect(ownPath(String(form.get("next") ?? "")) ?? home);
}
