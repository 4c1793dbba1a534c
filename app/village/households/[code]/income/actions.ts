"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { readAbout, readFields, text } from "@/app/record/read";
import { today } from "@/lib/clock/clock";
import { editIncome } from "@/lib/households/edit";
import { incomeKinds } from "@/lib/households/field-kinds";
import { requireAsker } from "@/lib/users/session";

/** Saves one year's income. */
export async function saveIncome(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const code = text(form, "code");
  const fields = readFields(form, "income", Object.keys(incomeKinds));
  const about = await readAbout(form);
  const year = Number(text(form, "year"));
  const refused = await attempt(form, () => editIncome(asker, code, about, year, fields, today()));
  return refused ?? redirect(`/village/households/${encodeURIComponent(code)}?done=saved`);
}
