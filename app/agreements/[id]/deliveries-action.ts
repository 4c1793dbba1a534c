"use server";
import { redirect } from "next/navigation";
import { reasonOf } from "@/app/decided";
import { attempt, type FormState } from "@/app/form-state";
import { typedText } from "@/app/typed";
import { today } from "@/lib/clock/clock";
import { reverseDelivery } from "@/lib/moneys/correct";
import { requireAsker } from "@/lib/users/session";

/** Takes a delivery back by an entry of its own, with a reason. */
export async function takeBackDelivery(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise", "county");
  const input = { delivery: typedText(form, "id"), reason: reasonOf(form) };
  const refused = await attempt(form, () => reverseDelivery(asker, input, today()));
  const here = `/agreements/${encodeURIComponent(typedText(form, "agreement"))}`;
  return refused ?? redirect(`${here}?done=taken-back-delivery`);
}
