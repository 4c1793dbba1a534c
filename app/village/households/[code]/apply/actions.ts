"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { applyTo } from "@/lib/applications/apply";
import { today } from "@/lib/clock/clock";
import { requireAsker } from "@/lib/users/session";

/** The village applies for a household, with the household's word. */
export async function applyFor(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const field = (name: string) => String(form.get(name) ?? "").trim();
  const household = field("household");
  const evidence = field("evidence");
  const refused = await attempt(form, () =>
    applyTo(
      asker,
      {
        posting: field("posting"),
        household,
        consent: { how: field("how"), ...(evidence && { evidence }) },
        ...(field("member") && { member: field("member") }),
      },
      today(),
    ),
  );
  if (!refused) redirect(`/village/households/${encodeURIComponent(household)}?done=applied`);
  // The form names its fields simply; the command names them by where they stand in the application.
  const plain = Object.entries(refused.errors).map(([name, said]) => [name.replace("consent.", ""), said]);
  return { ...refused, errors: Object.fromEntries(plain) };
}
