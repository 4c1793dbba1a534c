"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { readAbout, readFields, text } from "@/app/record/read";
import { today } from "@/lib/clock/clock";
import { editHousehold } from "@/lib/households/edit";
import { householdGroupNames, householdGroups } from "@/lib/households/field-kinds";
import { requireAsker } from "@/lib/users/session";

/** Saves one group of the form. */
export async function saveGroup(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const code = text(form, "code");
  const group = householdGroupNames.find((name) => name === text(form, "group")) ?? "basics";
  const fields = readFields(form, "household", householdGroups[group]);
  const about = await readAbout(form);
  const refused = await attempt(form, () => editHousehold(asker, code, about, fields, today()));
  return refused ?? redirect(`/village/households/${encodeURIComponent(code)}?done=saved`);
}
