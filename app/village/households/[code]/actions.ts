"use server";
import { redirect } from "next/navigation";
import { upload } from "@/app/files/upload";
import type { FormState } from "@/app/form-empty";
import { attempt } from "@/app/form-state";
import { unscoped } from "@/app/typed";
import { moveApplication } from "@/lib/approvals/move";
import { today } from "@/lib/clock/clock";
import { revealIdNumber } from "@/lib/households/record";
import { requireAsker } from "@/lib/users/session";

const field = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Takes an application back for the household, with the code it read out or the slip it signed. */
export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("village");
  const id = field(form, "id");
  const [code, slip] = [field(form, `code-${id}`).trim(), field(form, `slip-${id}`).trim()];
  const refused = await attempt(form, async () => {
    const photo = code ? null : await upload(form, `photo-${id}`);
    const said = code ? { how: "code", evidence: code } : { how: "slip", ...(slip && { evidence: slip }) };
    const consent = code || slip || photo ? said : undefined;
    await moveApplication(asker, id, { move: "withdraw", consent }, today(), photo);
  });
  const page = `/village/households/${encodeURIComponent(field(form, "household"))}`;
  return refused ?? redirect(`${page}?done=withdrawn`);
}

/** Shows one ID number whole, with a reason, logged. */
export async function reveal(_: FormState, scoped: FormData): Promise<FormState> {
  const form = unscoped(scoped);
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
