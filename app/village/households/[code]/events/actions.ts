"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { many, readAbout, text } from "@/app/record/read";
import { today } from "@/lib/clock/clock";
import { recordEvent } from "@/lib/households/events";
import { mergeHouseholds } from "@/lib/households/merge";
import { splitHousehold } from "@/lib/households/split";
import { requireAsker } from "@/lib/users/session";

const home = (form: FormData) => `/village/households/${encodeURIComponent(text(form, "code"))}`;

/** Writes down what befell the whole household. A household that moved away is no longer on the village's list. */
export async function writeEvent(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const about = await readAbout(form);
  const event = text(form, "event");
  const raw = { event, status: text(form, "status"), village: text(form, "village") };
  const refused = await attempt(form, () => recordEvent(asker, text(form, "code"), about, raw, today()));
  return refused ?? redirect(`${event === "moved-village" ? "/village" : home(form)}?done=recorded`);
}

/** Some of the household live on their own now. */
export async function splitOff(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const about = await readAbout(form);
  const raw = {
    code: text(form, "newCode"),
    members: many(form, "members"),
    head: text(form, "head"),
    stayingHead: text(form, "stayingHead") || undefined,
    parcels: many(form, "parcels"),
  };
  let fresh = "";
  const refused = await attempt(form, async () => {
    fresh = await splitHousehold(asker, text(form, "code"), about, raw, today());
  });
  if (!refused) redirect(`/village/households/${encodeURIComponent(fresh)}?done=recorded`);
  // The form calls the new household's code by another name than its own hidden one.
  const { code, ...errors } = refused.errors;
  return { ...refused, errors: { ...errors, ...(code && { newCode: code }) } };
}

/** Another household becomes part of this one. */
export async function mergeHere(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const about = await readAbout(form);
  const raw = { from: text(form, "from") };
  const refused = await attempt(form, () => mergeHouseholds(asker, text(form, "code"), about, raw, today()));
  return refused ?? redirect(`${home(form)}?done=recorded`);
}
