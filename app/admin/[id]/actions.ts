"use server";
import { redirect } from "next/navigation";
import { withScopeWords } from "@/app/admin/scope-words";
import { attempt, type FormState } from "@/app/form-state";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { grant, restore, suspend } from "@/lib/users/administer";
import { currentAsker } from "@/lib/users/session";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Suspends or restores the account, as the form says. */
export async function setStanding(_: FormState, form: FormData): Promise<FormState> {
  const id = text(form, "id");
  const suspending = text(form, "to") === "suspended";
  const refused = await attempt(form, async () => {
    const change = suspending ? suspend : restore;
    await change(await currentAsker(), id, { why: text(form, "reason") });
  });
  return (
    refused ?? redirect(`/admin/${encodeURIComponent(id)}?done=${suspending ? "suspended" : "restored"}`)
  );
}

/** Gives the account another role and area. */
export async function grantRole(_: FormState, form: FormData): Promise<FormState> {
  const id = text(form, "id");
  const input = {
    role: text(form, "role"),
    scope: text(form, "scope"),
    why: text(form, "why"),
    version: text(form, "version"),
  };
  const refused = await attempt(form, async () => grant(await currentAsker(), id, input));
  if (!refused) return redirect(`/admin/${encodeURIComponent(id)}?done=granted`);
  return withScopeWords(dictionary(await currentLocale()), refused);
}
