"use server";
import { redirect } from "next/navigation";
import { leaveHousehold, switchHousehold } from "@/lib/users/session";

/** Shows another household of this phone its own pages. */
export async function switchTo(form: FormData): Promise<void> {
  await switchHousehold(String(form.get("sid") ?? ""));
  redirect("/household");
}

/** Signs this household out and leaves the others as they are. */
export async function leaveThis(): Promise<void> {
  redirect((await leaveHousehold()) ? "/household" : "/?done=signed-out");
}
