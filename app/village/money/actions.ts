"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { doAndReturn } from "@/app/refused";
import { today } from "@/lib/clock/clock";
import { closeDispute, disputeMoney, insistOnDispute } from "@/lib/moneys/dispute";
import { confirmPayments } from "@/lib/moneys/receive";
import { requireAsker } from "@/lib/users/session";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const accountOf = (form: FormData) => `/village/money/${encodeURIComponent(text(form, "household"))}`;

/** Several households told the village worker that their money came. */
export async function confirmForThem(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const payments = form.getAll("payments").map(String);
  const refused = await attempt(form, () =>
    confirmPayments(asker, { payments, note: text(form, "note") }, today()),
  );
  return refused ?? redirect("/village/money?done=confirmed");
}

/** One household's payment came, as it told the village worker. */
export async function cameForThem(form: FormData): Promise<void> {
  const asker = await requireAsker("village");
  const payment = text(form, "payment");
  await doAndReturn(accountOf(form), "confirmed", () =>
    confirmPayments(asker, { payments: [payment], note: text(form, `how-${payment}`) }, today()),
  );
}

/** It did not come, says the household to the village worker. */
export async function didNotComeToThem(form: FormData): Promise<void> {
  const asker = await requireAsker("village");
  const [due, payment] = [text(form, "due"), text(form, "payment")];
  const note = text(form, `note-${payment || due}`);
  await doAndReturn(accountOf(form), "asked", () =>
    disputeMoney(asker, { due, ...(payment && { payment }), reason: "did-not-come", note }, today()),
  );
}

/** It still did not come. */
export async function insistForThem(form: FormData): Promise<void> {
  const asker = await requireAsker("village");
  const id = text(form, "id");
  await doAndReturn(accountOf(form), "asked", () =>
    insistOnDispute(asker, id, { reason: text(form, `insist-${id}`) }, today()),
  );
}

/** The household says it is settled. */
export async function settleForThem(form: FormData): Promise<void> {
  const asker = await requireAsker("village");
  const id = text(form, "id");
  await doAndReturn(accountOf(form), "settled", () =>
    closeDispute(asker, id, { reason: text(form, `settle-${id}`) }, today()),
  );
}
