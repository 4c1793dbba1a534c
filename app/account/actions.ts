"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/form-empty";
import { attempt } from "@/app/form-state";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { setContact } from "@/lib/messages/commands";
import { changePassword, signOutEverywhere } from "@/lib/users/commands";
import { currentAsker, signIn, signOut } from "@/lib/users/session";

/** Changes the asker's password; this browser stays signed in, by a new session. */
export async function changeOwnPassword(_: FormState, form: FormData): Promise<FormState> {
  const typed = (name: string) => String(form.get(name) ?? "");
  const fresh = typed("fresh");
  const refused = await attempt(form, async () => {
    const asker = await currentAsker();
    const username = await changePassword(asker, { old: typed("old"), fresh, again: typed("again") });
    await signIn(username, fresh);
  });
  if (!refused) return redirect("/account?done=password-changed");
  const { oldWrong } = dictionary(await currentLocale()).users.account;
  const wrong = dictionary(await currentLocale()).fieldProblem.wrong();
  const errors = refused.errors.old === wrong ? { ...refused.errors, old: oldWrong } : refused.errors;
  // Passwords are never sent back.
  return { ...refused, errors, values: {} };
}

/** Ends every session of the asker, this one too, and shows the front page. */
export async function leaveEverywhere(): Promise<void> {
  await signOutEverywhere(await currentAsker());
  await signOut();
  redirect("/?done=signed-out");
}

/** Where and how the asker wants to be told of what happens. */
export async function saveContact(_: FormState, form: FormData): Promise<FormState> {
  const refused = await attempt(form, async () =>
    setContact(await currentAsker(), {
      email: String(form.get("email") ?? "").trim(),
      phone: String(form.get("phone") ?? ""),
      channels: form.getAll("channels").map(String),
      forget: form.has("forget"),
    }),
  );
  return refused ?? redirect("/account?done=contact-saved");
}
