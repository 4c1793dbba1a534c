"use server";
import { redirect } from "next/navigation";
import { reasonOf } from "@/app/decided";
import { attempt, type FormState } from "@/app/form-state";
import { createRound, moveRound } from "@/lib/allotments/commands";
import { today } from "@/lib/clock/clock";
import { isRefusal, refuseFields } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Yuan as typed → whole fen; what is no number goes on for the parser to refuse. */
function fenOf(typed: string): number | string {
  const plain = typed.normalize("NFKC").replace(/[,\s]/g, "");
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : typed;
}

/** Prepares a round; a colleague opens it. */
export async function prepareRound(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county");
  const refused = await attempt(form, async () => {
    const { name, document, startsOn, closesOn } = Object.fromEntries(
      ["name", "document", "startsOn", "closesOn"].map((key) => [key, text(form, key)]),
    );
    const fundFen = fenOf(text(form, "fund"));
    try {
      await createRound(asker, { name, document, fundFen, startsOn, closesOn }, today());
    } catch (error) {
      if (!isRefusal(error) || !error.fields.fundFen) throw error;
      const { fundFen: wrong, ...rest } = error.fields;
      // Bounds are said in the yuan that were typed.
      const min = wrong.min === undefined ? {} : { min: wrong.min / 100 };
      refuseFields({ ...rest, fund: { code: wrong.code, ...min } });
    }
  });
  return refused ?? redirect("/officer/allotments?done=saved");
}

/** Opens or closes a round. */
export async function decideRound(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county");
  const [id, move] = [text(form, "id"), text(form, "move")];
  const refused = await attempt(form, () => moveRound(asker, id, { move, reason: reasonOf(form) }));
  const done = move === "open" ? "opened" : "closed";
  return refused ?? redirect(`/officer/allotments/${encodeURIComponent(id)}?done=${done}`);
}
