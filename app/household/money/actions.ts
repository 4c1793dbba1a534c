"use server";
import { doAndReturn } from "@/app/refused";
import { today } from "@/lib/clock/clock";
import { closeDispute, disputeMoney, insistOnDispute } from "@/lib/moneys/dispute";
import { confirmPayments } from "@/lib/moneys/receive";
import { requireAsker } from "@/lib/users/session";

const page = "/household/money";
const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** It came. */
export async function came(form: FormData): Promise<void> {
  const asker = await requireAsker("household");
  await doAndReturn(page, "confirmed", () =>
    confirmPayments(asker, { payments: [text(form, "payment")] }, today()),
  );
}

/** It did not come: a line that is late, or a payment that was recorded. */
export async function didNotCome(form: FormData): Promise<void> {
  const asker = await requireAsker("household");
  const payment = text(form, "payment");
  await doAndReturn(page, "asked", () =>
    disputeMoney(
      asker,
      {
        due: text(form, "due"),
        ...(payment && { payment }),
        reason: "did-not-come",
        note: text(form, `note-${payment || text(form, "due")}`),
      },
      today(),
    ),
  );
}

/** It still did not come, after the enterprise answered. */
export async function insist(form: FormData): Promise<void> {
  const asker = await requireAsker("household");
  const reason = text(form, `insist-${text(form, "id")}`);
  await doAndReturn(page, "asked", () => insistOnDispute(asker, text(form, "id"), { reason }, today()));
}

/** It is settled. */
export async function settle(form: FormData): Promise<void> {
  const asker = await requireAsker("household");
  const reason = text(form, `settle-${text(form, "id")}`);
  await doAndReturn(page, "settled", () => closeDispute(asker, text(form, "id"), { reason }, today()));
}
