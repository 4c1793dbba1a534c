"use server";
import type { FormState } from "@/app/form-empty";
import { attempt } from "@/app/form-state";
import { doAndReturn } from "@/app/refused";
import { moveApplication } from "@/lib/approvals/move";
import { today } from "@/lib/clock/clock";
import { revealIdNumber } from "@/lib/households/record";
import { requireAsker } from "@/lib/users/session";

const field = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Takes an application back for the household. */
export async function withdraw(form: FormData): Promise<void> {
  const asker = await requireAsker("village");
  const page = `/village/households/${encodeURIComponent(field(form, "household"))}`;
  await doAndReturn(page, "withdrawn", () =>
    moveApplication(asker, field(form, "id"), { move: "withdraw" }, today()),
  );
}

/** Shows one ID number whole, with a reason, logged. */
export async function reveal(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village", "town", "county");
  let shown = "";
  const refused = await attempt(form, async () => {
    shown = await revealIdNumber(
      asker,
      field(form, "household"),
      field(form, "member"),
      field(form, "reason"),
    );
  });
  return refused ?? { errors: {}, values: { shown: [shown] } };
}
