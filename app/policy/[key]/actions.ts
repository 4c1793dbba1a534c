"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { doAndReturn } from "@/app/refused";
import { today } from "@/lib/clock/clock";
import { applyPolicy, proposePolicy, refusePolicy } from "@/lib/policy/commands";
import { currentAsker } from "@/lib/users/session";

const pageOf = (form: FormData) => `/policy/${encodeURIComponent(String(form.get("key") ?? ""))}`;

/** An officer proposes a value. */
export async function propose(_: FormState, form: FormData): Promise<FormState> {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const refused = await attempt(form, async () => proposePolicy(await currentAsker(), typed, today()));
  return refused ?? redirect(`${pageOf(form)}?done=proposed`);
}

/** An administrator applies what another proposed. */
export async function apply(form: FormData): Promise<void> {
  await doAndReturn(pageOf(form), "applied", async () =>
    applyPolicy(await currentAsker(), String(form.get("id") ?? ""), today()),
  );
}

/** An administrator refuses a proposal. */
export async function refuse(_: FormState, form: FormData): Promise<FormState> {
  const refused = await attempt(form, async () =>
    refusePolicy(await currentAsker(), String(form.get("id") ?? ""), {
      reason: String(form.get("reason") ?? ""),
    }),
  );
  return refused ?? redirect(`${pageOf(form)}?done=refused`);
}
