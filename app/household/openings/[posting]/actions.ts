"use server";
import { redirect } from "next/navigation";
import { amountIn } from "@/app/apply-amount";
import { applyTo } from "@/lib/applications/apply";
import { today } from "@/lib/clock/clock";
import { isRefusal } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

/** The household applies on its own account. */
export async function apply(form: FormData): Promise<void> {
  const asker = await requireAsker("household");
  const posting = String(form.get("posting") ?? "");
  // Another household of this phone may have been switched to since the page was shown.
  if (form.get("household") !== asker.householdCode)
    redirect(`/household/openings/${encodeURIComponent(posting)}?refused=changed`);
  const input = {
    posting,
    household: asker.householdCode ?? "",
    consent: { how: "own-account" },
    ...amountIn(form),
  };
  const refused = await applyTo(asker, input, today()).then(
    () => null,
    (error: unknown) => (isRefusal(error) ? error.code : Promise.reject(error)),
  );
  redirect(
    refused
      ? `/household/openings/${encodeURIComponent(posting)}?refused=${refused}`
      : "/household/applications?done=applied",
  );
}
