"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { doAndReturn } from "@/app/refused";
import { askFullExport, decideFullExport } from "@/lib/imports/full-exports";
import { requireAsker } from "@/lib/users/session";

const field = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Asks for a full export. */
export async function ask(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county");
  const input = { division: field(form, "division"), reason: field(form, "reason") };
  const refused = await attempt(form, () => askFullExport(asker, input));
  return refused ?? redirect("/officer/exports?done=export-asked");
}

/** Allows or refuses what a colleague asked for. */
export async function decide(form: FormData): Promise<void> {
  const asker = await requireAsker("county");
  const allows = field(form, "verdict") === "allow";
  await doAndReturn("/officer/exports", allows ? "allowed" : "refused-export", () =>
    decideFullExport(asker, field(form, "id"), allows),
  );
}
