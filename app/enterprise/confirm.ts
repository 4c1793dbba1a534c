"use server";
import { doAndReturn } from "@/app/refused";
import { confirmPosting } from "@/lib/postings/silent";
import { requireAsker } from "@/lib/users/session";

/** "Still valid": the enterprise's word on a need that has long been silent. */
export async function confirmOwn(form: FormData): Promise<void> {
  const asker = await requireAsker("enterprise");
  await doAndReturn("/enterprise", "still-valid", () => confirmPosting(asker, String(form.get("id") ?? "")));
}
