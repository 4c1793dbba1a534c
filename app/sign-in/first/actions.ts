"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/form-empty";
import { attempt } from "@/app/form-state";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { startAccount } from "@/lib/users/open";
import { signIn } from "@/lib/users/session";
import { homeOf } from "@/lib/users/users";

/** Sets the first password with the starting code, and signs in with it. */
export async function start(_: FormState, form: FormData): Promise<FormState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const [username, fresh] = [text("username").trim(), text("fresh")];
  let home = "/";
  const refused = await attempt(form, async () => {
    await startAccount({ username, code: text("code"), fresh, again: text("again") }, null);
    home = homeOf(await signIn(username, fresh));
  });
  if (!refused) return redirect(home);
  const t = dictionary(await currentLocale());
  const code = refused.errors.code === t.fieldProblem.wrong() ? t.users.start.wrong : refused.errors.code;
  // Neither the code nor passwords are sent back.
  return {
    ...refused,
    errors: { ...refused.errors, ...(code && { code }) },
    values: { username: [username] },
  };
}
