import { and, eq } from "drizzle-orm";
import { tx } from "@/db/client";
import { allotmentRounds } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { roundInput, roundMoveInput } from "@/lib/allotments/input";
import { roundMoves } from "@/lib/allotments/moves";
import { record } from "@/lib/audit/commands";
import { policyFor } from "@/lib/policy/queries";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/**
 * Prepares a round: its fund, its document, its days. What a person is allotted is the policy of the day.
 * @returns its id. @throws Refusal forbidden, input.
 */
export async function createRound(asker: Asker, raw: unknown, today: string): Promise<{ id: string }> {
  permit(asker, "allotment", "write");
  const input = parse(roundInput, raw);
  if (input.closesOn < today) refuseFields({ closesOn: { code: "in-the-past" } });
  return tx(async (w) => {
    const fenPerPerson = (await policyFor(today, w))["equity.fenPerPerson"];
    if (input.fundFen < fenPerPerson) refuseFields({ fundFen: { code: "too-small", min: fenPerPerson } });
    const [row] = await w
      .insert(allotmentRounds)
      .values({ ...input, fenPerPerson, createdBy: asker.userId ?? "" })
      .returning({ id: allotmentRounds.id });
    const id = row?.id ?? "";
    await record(w, asker, {
      action: "allotment.create",
      subject: "allotment",
      subjectId: id,
      after: { ...input, fenPerPerson },
    });
    return { id };
  });
}

/**
 * Opens a round that somebody else prepared, or closes it.
 * @throws Refusal forbidden, not-found, not-open (with the present state), own-case, input (reason).
 */
export async function moveRound(asker: Asker, id: string, raw: unknown): Promise<void> {
  permit(asker, "allotment", "decide");
  const { move: name, reason } = parse(roundMoveInput, raw);
  const move: { from: readonly string[]; by: readonly string[]; needs: readonly string[] } = roundMoves[name];
  const { to } = roundMoves[name];
  await tx(async (w) => {
    const [round] = await w.select().from(allotmentRounds).where(eq(allotmentRounds.id, id));
    if (!round) return refuse("not-found");
    if (!move.by.includes(asker.role)) refuse("forbidden");
    if (!move.from.includes(round.state)) refuse("not-open", { state: round.state });
    if (move.needs.includes("other-hand") && round.createdBy === asker.userId) refuse("own-case");
    if (move.needs.includes("reason") && reason === "") refuseFields({ reason: { code: "missing" } });
    const changed = await w
      .update(allotmentRounds)
      .set({
        state: to,
        version: round.version + 1,
        ...(name === "open" && { openedBy: asker.userId }),
      })
      .where(and(eq(allotmentRounds.id, id), eq(allotmentRounds.version, round.version)))
      .returning({ id: allotmentRounds.id });
    if (changed.length === 0) refuse("not-open", { state: round.state });
    await record(w, asker, {
      action: `allotment.${name}`,
      subject: "allotment",
      subjectId: id,
      before: { state: round.state },
      after: { state: to },
      why: reason || null,
    });
  });
}
