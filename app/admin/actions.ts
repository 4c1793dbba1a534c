"use server";
import { redirect } from "next/navigation";
import { retrySends } from "@/lib/messages/commands";
import { currentAsker } from "@/lib/users/session";

/** Tries again what could not be sent. */
export async function retry(): Promise<void> {
  await retrySends(await currentAsker());
  redirect("/admin?done=retried");
}
