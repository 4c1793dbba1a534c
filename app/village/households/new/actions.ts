"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { readAbout, readFields, text } from "@/app/record/read";
import { today } from "@/lib/clock/clock";
import { memberGroups } from "@/lib/households/field-kinds";
import { registerHousehold } from "@/lib/households/register";
import { requireAsker } from "@/lib/users/session";

/** Registers a household with its head. */
export async function saveHousehold(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const head = readFields(
    form,
    "member",
    Object.values(memberGroups)
      .flat()
      .filter((field) => field !== "relation"),
  );
  const { happenedOn, why } = await readAbout(form);
  const raw = Object.fromEntries(
    ["code", "village", "type", "status", "cause"].map((name) => [name, text(form, name)]),
  );
  let code = "";
  const refused = await attempt(form, async () => {
    code = await registerHousehold(asker, { happenedOn, why }, raw, head, today());
  });
  return refused ?? redirect(`/village/households/${encodeURIComponent(code)}?done=saved`);
}
