"use server";
import { redirect } from "next/navigation";
import { currentAsker } from "@/lib/users/session";
import { ownPath } from "@/lib/users/users";
import { putHintsAway } from "@/lib/users/welcome";

/** Puts the first hints away. */
export async function dismiss(form: FormData): Promise<void> {
  await putHintsAway(await currentAsker());
  redirect(ownPath(String(form.get("back") ?? "")) ?? "/");
}
