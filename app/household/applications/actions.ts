"use server";
import { askedCount } from "@/app/asked";
import { doAndReturn } from "@/app/refused";
import { moveApplication } from "@/lib/approvals/move";
import { today } from "@/lib/clock/clock";
import { requireAsker } from "@/lib/users/session";

/** Takes our application back. */
export async function withdraw(form: FormData): Promise<void> {
  const asker = await requireAsker("household");
  const id = String(form.get("id") ?? "");
  await doAndReturn("/household/applications", "withdrawn", () =>
    moveApplication(asker, id, { move: "withdraw", version: askedCount(form.get("version")) }, today()),
  );
}
