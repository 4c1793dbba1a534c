import { and, eq, inArray } from "drizzle-orm";
import { tx } from "@/db/client";
import { enterprises } from "@/db/schema";
import type { EnterpriseState } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { reasonInput } from "@/lib/enterprises/input";
import { missingFor } from "@/lib/enterprises/kinds";
import { type EnterpriseMoveName, enterpriseMoves } from "@/lib/enterprises/moves";
import { getEnterprise } from "@/lib/enterprises/queries";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** `version`: the one the asker saw; what was changed since is not decided unseen. */
export type EnterpriseMoveInput = { move: EnterpriseMoveName; reason?: string; version?: number };

/**
 * Hands in, verifies, returns, suspends, restores, strikes off, reinstates: as the move table says.
 * @returns the new state.
 * @throws Refusal not-found, forbidden, own-case, input (reason; what is missing), changed, not-open with the
 * present state.
 */
export async function moveEnterprise(
  asker: Asker,
  id: string,
  { move: name, reason: given = "", version }: EnterpriseMoveInput,
): Promise<{ state: EnterpriseState }> {
  const move = enterpriseMoves[name];
  permit(asker, "enterprise", (move.by as readonly string[]).includes("county") ? "decide" : "write");
  const { reason } = parse(reasonInput, { reason: given });
  return tx(async (w) => {
    const seen = await getEnterprise(asker, id, w);
    if (!(move.by as readonly string[]).includes(asker.role)) refuse("forbidden");
    if (move.needs.includes("other-hand") && seen.registeredBy === asker.userId) refuse("own-case");
    if (move.needs.includes("reason") && reason === "") refuseFields({ reason: { code: "missing" } });
    if (!move.from.includes(seen.state)) refuse("not-open", { state: seen.state });
    if (version !== undefined && seen.version !== version) refuse("changed");
    if (move.needs.includes("complete")) {
      const missing = missingFor(seen);
      if (missing.length > 0)
        refuseFields(Object.fromEntries(missing.map((field) => [field, { code: "missing" as const }])));
    }
    const changed = await w
      .update(enterprises)
      .set({
        state: move.to,
        stateReason: reason || null,
        stateAt: new Date(),
        version: seen.version + 1,
        ...(name === "verify" && { verifiedBy: asker.userId }),
      })
      .where(
        and(
          eq(enterprises.id, id),
          eq(enterprises.version, seen.version),
          inArray(enterprises.state, [...move.from]),
        ),
      )
      .returning({ id: enterprises.id });
    if (changed.length === 0) refuse("changed");
    await record(w, asker, {
      action: `enterprise.${name}`,
      subject: "enterprise",
      subjectId: id,
      before: { state: seen.state },
      after: { state: move.to },
      why: reason || null,
    });
    return { state: move.to };
  });
}
