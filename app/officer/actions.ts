"use server";
import { redirect } from "next/navigation";
import { askedCount } from "@/app/asked";
import { codeOf, decide, reasonOf } from "@/app/decided";
import type { FormState } from "@/app/form-state";
import { moveApplication } from "@/lib/approvals/move";
import { decideObjection } from "@/lib/approvals/objections";
import { today } from "@/lib/clock/clock";
import { reachOf } from "@/lib/matching/queries";
import { movePosting } from "@/lib/postings/commands";
import { postingMoveNames } from "@/lib/postings/moves";
import { refuse } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const doneOf: Record<string, string> = {
  publish: "published",
  return: "returned",
  close: "closed",
  approve: "approved",
  reject: "rejected",
};

/** Publishes (the reach is counted now and stays), returns or closes a posting. */
export async function decidePosting(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county", "town");
  const [id, name] = [text(form, "id"), text(form, "move")];
  const refused = await decide(form, "postingState", () => {
    const move = postingMoveNames.find((known) => known === name) ?? refuse("bad-request");
    const input = { move, reason: reasonOf(form), version: askedCount(text(form, "version")) };
    return movePosting(asker, id, input, (posting) => reachOf(posting.id, today()));
  });
  return refused ?? redirect(`/officer/postings/${encodeURIComponent(id)}?done=${doneOf[name] ?? "saved"}`);
}

/** Approves, returns or rejects an application. */
export async function decideApplication(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county", "town");
  const [id, move, reason, code] = [text(form, "id"), text(form, "move"), reasonOf(form), codeOf(form)];
  const seen = { version: askedCount(text(form, "version")) };
  const refused = await decide(form, "applicationState", () =>
    moveApplication(asker, id, { move, ...seen, ...(code && { code }), ...(reason && { reason }) }, today()),
  );
  return (
    refused ?? redirect(`/officer/applications/${encodeURIComponent(id)}?done=${doneOf[move] ?? "saved"}`)
  );
}

/** Upholds or dismisses an objection. */
export async function decideOnObjection(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county", "town");
  const move = text(form, "move");
  const refused = await decide(form, "applicationState", () =>
    move === "uphold" || move === "dismiss"
      ? decideObjection(asker, text(form, "id"), move, reasonOf(form))
      : refuse("bad-request"),
  );
  return refused ?? redirect("/officer/objections?done=decided");
}
