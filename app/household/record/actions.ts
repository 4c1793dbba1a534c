"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { readAbout, readFields, text } from "@/app/record/read";
import { today } from "@/lib/clock/clock";
import { editHousehold } from "@/lib/households/edit";
import { householdGroups, memberGroups } from "@/lib/households/field-kinds";
import { editMember } from "@/lib/households/members";
import { requireAsker } from "@/lib/users/session";

/** Our wishes. */
export async function saveWishes(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("household");
  const fields = readFields(form, "household", householdGroups.wishes);
  const about = await readAbout(form);
  const refused = await attempt(form, () =>
    editHousehold(asker, asker.householdCode ?? "", about, fields, today()),
  );
  return refused ?? redirect("/household/record?done=saved");
}

/** What one of us can do and did last year. */
export async function saveWork(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("household");
  const fields = readFields(form, "member", memberGroups.work);
  const about = await readAbout(form);
  const refused = await attempt(form, () =>
    editMember(asker, asker.householdCode ?? "", text(form, "member"), about, fields, today()),
  );
  return refused ?? redirect("/household/record?done=saved");
}
