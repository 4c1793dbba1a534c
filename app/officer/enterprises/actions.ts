"use server";
import { redirect } from "next/navigation";
import { askedCount } from "@/app/asked";
import { decide, reasonOf } from "@/app/decided";
import { attempt, type FormState } from "@/app/form-state";
import { typedNumber, typedText, unscoped } from "@/app/typed";
import { today } from "@/lib/clock/clock";
import { correctLicense } from "@/lib/enterprises/change";
import { moveEnterprise } from "@/lib/enterprises/move";
import { enterpriseMoveNames } from "@/lib/enterprises/moves";
import { addPerson } from "@/lib/enterprises/people";
import { correctProfit } from "@/lib/moneys/correct";
import { projectMoveNames } from "@/lib/projects/moves";
import { moveProject } from "@/lib/projects/write";
import { refuse } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

const pageOf = (id: string) => `/officer/enterprises/${encodeURIComponent(id)}`;
const versionOf = (form: FormData) => askedCount(typedText(form, "version"));

/** Verifies, returns, suspends, restores, strikes off, reinstates. */
export async function decideEnterprise(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county", "town");
  const id = typedText(form, "id");
  const refused = await decide(form, "enterpriseState", () => {
    const move =
      enterpriseMoveNames.find((name) => name === typedText(form, "move")) ?? refuse("bad-request");
    return moveEnterprise(asker, id, { move, reason: reasonOf(form), version: versionOf(form) });
  });
  return refused ?? redirect(`${pageOf(id)}?done=entry-moved`);
}

/** Takes a project out of the directory, or puts it back. */
export async function decideProject(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county", "town");
  const refused = await decide(form, "projectState", () => {
    const move = projectMoveNames.find((name) => name === typedText(form, "move")) ?? refuse("bad-request");
    return moveProject(asker, typedText(form, "id"), { move, reason: reasonOf(form) });
  });
  return refused ?? redirect(`${pageOf(typedText(form, "enterprise"))}?done=entry-moved`);
}

/** What the license says, corrected by the original. */
export async function correctEntry(_: FormState, scoped: FormData): Promise<FormState> {
  const form = unscoped(scoped);
  const asker = await requireAsker("county", "town");
  const id = typedText(form, "id");
  const names = ["creditCode", "name", "kind", "legalPerson"];
  const input = Object.fromEntries(names.map((name) => [name, typedText(form, name)]));
  const refused = await attempt(form, () =>
    correctLicense(asker, id, input, { version: versionOf(form), reason: typedText(form, "reason") }),
  );
  return refused ?? redirect(`${pageOf(id)}?done=saved`);
}

/** An account for an enterprise nobody of which can sign in. */
export async function openAccountFor(_: FormState, scoped: FormData): Promise<FormState> {
  const form = unscoped(scoped);
  const asker = await requireAsker("county", "town");
  const id = typedText(form, "id");
  const names = ["name", "username", "password", "again"];
  const input = Object.fromEntries(names.map((name) => [name, typedText(form, name)]));
  const refused = await attempt(form, () => addPerson(asker, id, input, typedText(form, "reason")));
  if (!refused) return redirect(`${pageOf(id)}?done=account-opened`);
  // Passwords are never sent back.
  const { password: _p, again: _a, ...values } = refused.values;
  return { ...refused, values };
}

/** A declared profit as the books say. */
export async function correctDeclared(_: FormState, scoped: FormData): Promise<FormState> {
  const form = unscoped(scoped);
  const asker = await requireAsker("county", "town");
  const id = typedText(form, "id");
  const input = {
    enterprise: id,
    year: typedNumber(form, "year") ?? undefined,
    profitFen: typedNumber(form, "profitFen", 100) ?? undefined,
    reason: typedText(form, "reason"),
  };
  const refused = await attempt(form, () => correctProfit(asker, input, today()));
  return refused ?? redirect(`${pageOf(id)}?done=profit-corrected`);
}
