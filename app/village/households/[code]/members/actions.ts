"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { keptNumbers } from "@/app/record/member-fields";
import { readAbout, readFields, text } from "@/app/record/read";
import { today } from "@/lib/clock/clock";
import { memberGroups } from "@/lib/households/field-kinds";
import { addMember, arrivals, editMember, memberLeaves } from "@/lib/households/members";
import { requireAsker } from "@/lib/users/session";

const all = Object.values(memberGroups).flat();
const home = (form: FormData) => `/village/households/${encodeURIComponent(text(form, "code"))}`;

/** Saves one member, and goes on to the next when asked to. */
export async function saveMember(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const fields = readFields(form, "member", all, keptNumbers);
  const about = await readAbout(form);
  const refused = await attempt(form, () =>
    editMember(asker, text(form, "code"), text(form, "member"), about, fields, today()),
  );
  if (refused) return refused;
  const next = text(form, "then") === "next" && text(form, "next");
  redirect(
    next ? `${home(form)}/members/${encodeURIComponent(next)}?done=saved` : `${home(form)}?done=saved`,
  );
}

/** Someone comes to the household. */
export async function saveNewMember(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const fields = readFields(form, "member", all);
  const about = await readAbout(form);
  const kind = arrivals.find((one) => one === text(form, "kind")) ?? "edited";
  const refused = await attempt(form, () =>
    addMember(asker, text(form, "code"), kind, about, fields, today()),
  );
  return refused ?? redirect(`${home(form)}?done=saved`);
}

/** Someone died or moved out. */
export async function leaveHousehold(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const about = await readAbout(form);
  const leaving = { member: text(form, "member"), kind: text(form, "kind"), newHead: text(form, "newHead") };
  const refused = await attempt(form, () => memberLeaves(asker, text(form, "code"), leaving, about, today()));
  return refused ?? redirect(`${home(form)}?done=recorded`);
}
