"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { today } from "@/lib/clock/clock";
import { decideDuplicate } from "@/lib/households/duplicates";
import { requireAsker } from "@/lib/users/session";

/** Decides whether two people on the register are one. */
export async function decidePair(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village", "town", "county");
  const text = (name: string) => String(form.get(name) ?? "");
  const [pair, verdict] = [text("pair"), text("verdict")];
  const raw = {
    verdict,
    why: text(`why-${verdict}-${pair}`),
    ...(verdict === "same" && { keep: text(`keep-${verdict}-${pair}`) }),
  };
  const refused = await attempt(form, () => decideDuplicate(asker, pair, raw, today()));
  const back = asker.role === "village" ? "/village/duplicates" : "/officer/duplicates";
  return refused ?? redirect(`${back}?done=decided-double`);
}
