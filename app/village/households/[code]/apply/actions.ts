"use server";
import { redirect } from "next/navigation";
import { amountIn } from "@/app/apply-amount";
import { upload } from "@/app/files/upload";
import { attempt, type FormState } from "@/app/form-state";
import { applyTo } from "@/lib/applications/apply";
import { sendConsentCode } from "@/lib/applications/consent-code";
import { today } from "@/lib/clock/clock";
import { requireAsker } from "@/lib/users/session";

/** The word as the command takes it: only what belongs to the way that was chosen. */
function consentOf(field: (name: string) => string) {
  const how = field("how");
  const evidence = how === "code" ? field("code") : how === "slip" ? field("slip") : "";
  const witnesses = [1, 2].map((n) => ({ name: field(`name${n}`), reach: field(`reach${n}`) }));
  return { how, ...(evidence && { evidence }), ...(how === "witnesses" && { witnesses }) };
}

/** The form names its fields simply; the command names them by where they stand in the application. */
const plainName = (name: string, how: string): string =>
  name
    .replace(/^consent\.witnesses\.(\d)\.(\w+)$/, (_, n: string, part: string) => `${part}${Number(n) + 1}`)
    .replace(/^consent\.evidence$/, how === "code" ? "code" : "slip")
    .replace("consent.", "");

/** The village applies for a household, with the household's word. */
export async function applyFor(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const field = (name: string) => String(form.get(name) ?? "").trim();
  const household = field("household");
  const refused = await attempt(form, async () => {
    const consent = consentOf(field);
    const photo = consent.how === "slip" ? await upload(form, "photo") : null;
    const member = field("member");
    const input = {
      posting: field("posting"),
      household,
      consent,
      ...(member && { member }),
      ...amountIn(form),
    };
    await applyTo(asker, input, today(), photo);
  });
  if (!refused) redirect(`/village/households/${encodeURIComponent(household)}?done=applied`);
  const plain = Object.entries(refused.errors).map(([name, said]) => [plainName(name, field("how")), said]);
  return { ...refused, errors: Object.fromEntries(plain) };
}

/** Sends the household its code by SMS, where the county has configured that. */
export async function sendCode(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const refused = await attempt(form, () => sendConsentCode(asker, String(form.get("household") ?? "")));
  return refused ?? { errors: {}, values: { sent: ["1"] } };
}
