"use server";
import { redirect } from "next/navigation";
import { signOut } from "@/lib/users/session";

/** Ends the session and shows the front page. */
export async function leave(): Promise<void> {
  await signOut();
  redirect("/?done=signed-out");
}
