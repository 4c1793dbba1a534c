"use server";
import { redirect } from "next/navigation";
import { askedCount } from "@/app/asked";
import { decide, reasonOf } from "@/app/decided";
import { asTyped, readPosting } from "@/app/enterprise/postings/reading";
import { attempt, type FormState } from "@/app/form-state";
import type { PostingKind } from "@/db/words";
import { today } from "@/lib/clock/clock";
import { policyFor } from "@/lib/policy/queries";
import { changePosting, createPosting, movePosting } from "@/lib/postings/commands";
import { postingMoveNames } from "@/lib/postings/moves";
import { getPosting } from "@/lib/postings/queries";
import { isRefusal, refuse, refuseFields } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const pageOf = (id: string) => `/enterprise/postings/${encodeURIComponent(id)}`;
/** Only an officer publishes, so an enterprise's move never asks how many fit. */
const noReach = () => refuse("forbidden");
const typed = async (form: FormData) => readPosting(form, (await policyFor(today()))["equity.fenPerPerson"]);

/** Writes a new posting, as a draft or submitted at once. */
export async function writePosting(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const submits = text(form, "then") !== "draft";
  let id = "";
  const refused = await attempt(form, async () => {
    id = (await asTyped(async () => createPosting(asker, await typed(form), today()))).id;
    if (submits) await movePosting(asker, id, { move: "submit" }, noReach);
  });
  return refused ?? redirect(`${pageOf(id)}?done=${submits ? "submitted" : "saved"}`);
}

const capacityField: Record<PostingKind, string> = {
  job: "positions",
  land: "totalMu",
  equity: "persons",
  order: "totalJin",
  membership: "households",
  contract: "plots",
};

/** What is already taken cannot be given up again: said at the field that was typed. */
async function keepTaken(work: () => Promise<void>, kind: PostingKind, taken: number): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isRefusal(error) || error.code !== "full") throw error;
    const field = capacityField[kind];
    refuseFields({ [field]: { code: "too-small", min: kind === "land" ? taken / 100 : taken } });
  }
}

/** Changes a posting that the writer saw in `version`. */
export async function rewritePosting(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const id = text(form, "id");
  const submits = text(form, "then") === "submit";
  const refused = await attempt(form, async () => {
    const { kind, taken } = await getPosting(asker, id);
    const change = async () =>
      changePosting(asker, id, await typed(form), askedCount(text(form, "version")), today());
    await asTyped(() => keepTaken(change, kind, taken));
    if (submits) await movePosting(asker, id, { move: "submit" }, noReach);
  });
  return refused ?? redirect(`${pageOf(id)}?done=${submits ? "submitted" : "saved"}`);
}

/** Submits or closes. */
export async function moveOwnPosting(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const id = text(form, "id");
  const move = postingMoveNames.find((name) => name === text(form, "move")) ?? "submit";
  const refused = await decide(form, "postingState", () =>
    movePosting(asker, id, { move, reason: reasonOf(form) }, noReach),
  );
  return refused ?? redirect(`${pageOf(id)}?done=${move === "submit" ? "submitted" : "closed"}`);
}
