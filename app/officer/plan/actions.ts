"use server";
import { redirect } from "next/navigation";
import { divisionIn } from "@/app/asked";
import { attempt, type FormState } from "@/app/form-state";
import { doAndReturn, refusedMark } from "@/app/refused";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { acceptPlan } from "@/lib/plans/accept";
import { cancelPlan, startPlan } from "@/lib/plans/commands";
import { readOrders } from "@/lib/plans/orders";
import { getPlan, lookUpOrders } from "@/lib/plans/queries";
import { orderSentences } from "@/lib/plans/words";
import { refuse } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

const field = (form: FormData, name: string) => String(form.get(name) ?? "");
const pageOf = (form: FormData) => `/officer/plan/${encodeURIComponent(field(form, "id"))}`;

/** Starts a plan and shows its page. */
export async function start(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county");
  const read = readOrders(field(form, "rules").slice(0, 100_000));
  const { rules, problems } = await lookUpOrders(asker, read.lines, today());
  const wrong = [...read.problems, ...problems];
  if (wrong.length > 0) {
    const locale = await currentLocale();
    const said = orderSentences(dictionary(locale), locale, wrong);
    return { errors: { rules: said }, values: { rules: [field(form, "rules")] } };
  }
  let id = "";
  const refused = await attempt(form, async () => {
    ({ id } = await startPlan(asker, { rules, from: field(form, "from") || null }, today()));
  });
  return refused ?? redirect(`/officer/plan/${id}`);
}

/** Orders one row of a plan (must, or never) on top of the orders it has, and plans again from it. */
export async function order(form: FormData): Promise<void> {
  const asker = await requireAsker("county");
  const [household, posting] = [field(form, "household"), field(form, "posting")];
  let next = "";
  const back = await refusedMark(async () => {
    const rule = field(form, "rule") === "pin" ? "pin" : "forbid";
    const plan = await getPlan(asker, field(form, "id"));
    const others = plan.rules.filter((r) => r.household !== household || r.posting !== posting);
    const rules = [...others, { household, posting, rule } as const];
    ({ id: next } = await startPlan(asker, { rules, from: plan.id }, today()));
  });
  redirect(back ? `${pageOf(form)}?${back}` : `/officer/plan/${next}`);
}

/** Ends a plan that runs. */
export async function cancel(form: FormData): Promise<void> {
  const asker = await requireAsker("county");
  await doAndReturn(pageOf(form), "saved", () => cancelPlan(asker, field(form, "id")));
}

/** Accepts a plan: whole, of a village, of a posting, or one row. */
export async function accept(form: FormData): Promise<void> {
  const asker = await requireAsker("county");
  const [village, posting, item] = ["village", "posting", "item"].map((name) => field(form, name));
  const part = { ...(village && { village }), ...(posting && { posting }), ...(item && { item }) };
  const query = new URLSearchParams({ ...(village && { village }), ...(posting && { posting }) });
  await doAndReturn(`${pageOf(form)}?${query}`, "invited", async () => {
    // Never wider than was asked: a place that is none is not the whole county.
    if (village && !divisionIn(village)) refuse("bad-request");
    return acceptPlan(asker, field(form, "id"), part, today());
  });
}
