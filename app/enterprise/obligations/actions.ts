"use server";
import { redirect } from "next/navigation";
import { reasonOf } from "@/app/decided";
import { attempt, type FormState } from "@/app/form-state";
import { typedNumber } from "@/app/typed";
import { today } from "@/lib/clock/clock";
import { answerDispute } from "@/lib/moneys/dispute";
import { declareProfit, recordDelivery, recordWorkDays } from "@/lib/moneys/facts";
import { recordPayments, reversePayment } from "@/lib/moneys/pay";
import { requireAsker } from "@/lib/users/session";

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();
/** Missing when left empty. */
const number = (form: FormData, name: string, times?: number) => typedNumber(form, name, times) ?? undefined;
const dueAt = (form: FormData) => `/enterprise/obligations/${encodeURIComponent(text(form, "due"))}`;

/** Several lines paid on one day in one way, each with all that is missing. */
export async function recordSeveral(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const refused = await attempt(form, () =>
    recordPayments(
      asker,
      {
        lines: form.getAll("lines").map((due) => ({ due: String(due) })),
        paidOn: text(form, "paidOn"),
        method: text(form, "method"),
        reference: text(form, "reference"),
      },
      today(),
    ),
  );
  return refused ?? redirect(`/enterprise/obligations?${text(form, "query")}&done=paid`);
}

/** A payment of one line, whole or in part. */
export async function recordOne(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const refused = await attempt(form, () =>
    recordPayments(
      asker,
      {
        lines: [{ due: text(form, "due"), amountFen: number(form, "amountYuan", 100) }],
        paidOn: text(form, "paidOn"),
        method: text(form, "method"),
        reference: text(form, "reference"),
      },
      today(),
    ),
  );
  if (!refused) redirect(`${dueAt(form)}?done=paid`);
  const { "lines.0.amountFen": amountYuan, ...errors } = refused.errors;
  return { ...refused, errors: { ...errors, ...(amountYuan && { amountYuan }) } };
}

/** Takes a payment back, or answers a household: what can be decided at a line. */
export async function decideAtLine(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const [id, move, reason] = [text(form, "id"), text(form, "move"), reasonOf(form)];
  const refused = await attempt(form, () =>
    move === "reverse"
      ? reversePayment(asker, id, { reason }, today())
      : answerDispute(asker, id, { reason }, today()),
  );
  const done = move === "reverse" ? "reversed" : "answered";
  return refused ?? redirect(`${text(form, "due") ? dueAt(form) : "/enterprise/obligations"}?done=${done}`);
}

/** The days really worked in a month. */
export async function recordDays(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const refused = await attempt(form, () =>
    recordWorkDays(asker, { due: text(form, "due"), days: number(form, "days") }, today()),
  );
  return refused ?? redirect(`${dueAt(form)}?done=saved`);
}

/** A delivery under an order or from a plot. */
export async function deliver(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const refused = await attempt(form, () =>
    recordDelivery(
      asker,
      {
        agreement: text(form, "agreement"),
        deliveredOn: text(form, "deliveredOn"),
        quantity: number(form, "quantity"),
        priceFen: number(form, "priceFen", 100),
      },
      today(),
    ),
  );
  return refused ?? redirect("/enterprise/obligations/record?done=saved");
}

/** The profit of a past year. */
export async function declare(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const refused = await attempt(form, () =>
    declareProfit(
      asker,
      {
        year: number(form, "year"),
        profitFen: number(form, "profitFen", 100),
        document: text(form, "document"),
      },
      today(),
    ),
  );
  return refused ?? redirect("/enterprise/obligations/record?done=saved");
}
