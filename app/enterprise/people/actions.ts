"use server";
import { redirect } from "next/navigation";
import { reasonOf } from "@/app/decided";
import { attempt, type FormState } from "@/app/form-state";
import { typedText } from "@/app/typed";
import { addPerson } from "@/lib/enterprises/people";
import { restore, suspend } from "@/lib/users/administer";
import { requireAsker } from "@/lib/users/session";

const page = "/enterprise/people";

/** Opens an account for a colleague of the asker's own enterprise. */
export async function openAccount(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const names = ["name", "username", "password", "again"];
  const input = Object.fromEntries(names.map((name) => [name, typedText(form, name)]));
  const refused = await attempt(form, () => addPerson(asker, asker.enterpriseId ?? "", input));
  if (!refused) return redirect(`${page}?done=account-opened`);
  // Passwords are never sent back.
  const { password: _p, again: _a, ...values } = refused.values;
  return { ...refused, values };
}

/** Puts a colleague out, or lets them in again, with the reason. */
export async function setStanding(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const act = typedText(form, "move") === "restore" ? restore : suspend;
  const refused = await attempt(form, () => act(asker, typedText(form, "id"), { why: reasonOf(form) }));
  if (!refused) return redirect(`${page}?done=saved`);
  const { why, ...errors } = refused.errors;
  return { ...refused, errors: { ...errors, ...(why && { reason: why }) } };
}
