"use server";
import { redirect } from "next/navigation";
import { reasonOf } from "@/app/decided";
import { upload } from "@/app/files/upload";
import { attempt, type FormState } from "@/app/form-state";
import { answerAnnex } from "@/lib/agreements/annex";
import { today } from "@/lib/clock/clock";
import { requireAsker } from "@/lib/users/session";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const doneOf: Record<string, string> = {
  agree: "agreed",
  refuse: "refused-annex",
  "take-back": "taken-back",
};

/** Agrees to a proposed change or renewal, refuses it, or takes one's own back. */
export async function answerOnAnnex(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("household", "village", "enterprise");
  const move = text(form, "move");
  const refused = await attempt(form, async () => {
    const paper = await upload(form, `paper-${move}`);
    await answerAnnex(asker, text(form, "id"), { move, reason: reasonOf(form) }, paper, today());
  });
  const page = `/agreements/${encodeURIComponent(text(form, "agreement"))}`;
  return refused ?? redirect(`${page}?done=${doneOf[move] ?? "saved"}`);
}
