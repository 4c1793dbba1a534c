"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { readPlots } from "@/app/record/parcel-fields";
import { readAbout, text } from "@/app/record/read";
import { today } from "@/lib/clock/clock";
import { editParcels } from "@/lib/households/edit";
import { parcelKinds } from "@/lib/households/field-kinds";
import { fromText } from "@/lib/households/input";
import { requireAsker } from "@/lib/users/session";

/** Saves the household's plots; the village's page and the household's own both come here. */
export async function saveParcels(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village", "household");
  const code = asker.role === "household" ? (asker.householdCode ?? "") : text(form, "code");
  const plots = readPlots(form, (field, typed) => fromText(parcelKinds[field as "kind"], typed));
  const about = await readAbout(form);
  const refused = await attempt(form, () => editParcels(asker, code, about, plots, today()));
  const back =
    asker.role === "household" ? "/household/record" : `/village/households/${encodeURIComponent(code)}`;
  return refused ?? redirect(`${back}?done=saved`);
}
