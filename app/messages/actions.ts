"use server";
import { redirect } from "next/navigation";
import { placeOfMessage } from "@/app/messages/place";
import { markRead } from "@/lib/messages/commands";
import { getMessage } from "@/lib/messages/queries";
import { isRefusal } from "@/lib/refusal/refusal";
import { currentAsker } from "@/lib/users/session";

/** Opens what a message is about, and marks it as read. */
export async function openMessage(form: FormData): Promise<void> {
  const asker = await currentAsker();
  const id = String(form.get("id") ?? "");
  const message = await getMessage(asker, id).catch((error: unknown) => {
    if (isRefusal(error)) return null;
    throw error;
  });
  if (!message) redirect("/messages");
  await markRead(asker, { id });
  redirect(placeOfMessage(asker.role, message));
}

/** Marks everything that is there now as read. */
export async function readAll(): Promise<void> {
  await markRead(await currentAsker(), "all");
  redirect("/messages?done=messages-read");
}
