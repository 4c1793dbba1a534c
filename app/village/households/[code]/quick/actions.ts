"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { many, readAbout, text } from "@/app/record/read";
import { listAfter } from "@/app/village/address";
import { today } from "@/lib/clock/clock";
import { kindOf } from "@/lib/households/field-text";
import { fromText } from "@/lib/households/input";
import { quickEdit, quickField } from "@/lib/households/quick";
import { requireAsker } from "@/lib/users/session";

/** What the form says, by the names the command takes. */
function read(form: FormData): Record<string, unknown> {
  const given = [...new Set(form.keys())].flatMap((name) => {
    const found = quickField(name);
    const kind = found && kindOf(found.member ? "member" : "household", found.field);
    return kind ? [[name, fromText(kind, many(form, name))]] : [];
  });
  // Boxes none of which is ticked are not sent at all.
  return { wishKinds: [], ...Object.fromEntries(given), offered: many(form, "offered") };
}

/** Saves the few fields and goes back to the same place of the list. */
export async function saveQuick(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const code = text(form, "code");
  const about = await readAbout(form);
  const refused = await attempt(form, () => quickEdit(asker, code, about, read(form), today()));
  const at = { show: text(form, "show"), q: text(form, "q"), cursor: text(form, "cursor") };
  return refused ?? redirect(listAfter(at, code));
}
