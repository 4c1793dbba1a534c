import { and, eq, isNull } from "drizzle-orm";
import { tx } from "@/db/client";
import { agreements } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { guard, keepSignature, loadAgreement, ownSide } from "@/lib/agreements/step";
import { record } from "@/lib/audit/commands";
import type { AcceptedFile } from "@/lib/files/files";
import { refuse } from "@/lib/refusal/refusal";

/**
 * Signs for the asker's side: the enterprise and the household on their accounts, or with a photograph of the
 * signed paper; the village with the paper the household signed. The second signature makes it live.
 * @throws Refusal forbidden, not-found, not-open, own-case (one hand for both), input (paper).
 */
export async function signAgreement(asker: Asker, id: string, paper: AcceptedFile | null): Promise<void> {
  permit(asker, "agreement", "write");
  await tx(async (w) => {
    const loaded = await loadAgreement(w, asker, id);
    const side = ownSide(asker);
    guard(asker, loaded, `sign-${side}`);
    const otherBy = side === "enterprise" ? loaded.householdSignedBy : loaded.enterpriseSignedBy;
    if (otherBy !== null && otherBy === asker.userId) refuse("own-case");
    const { how, fileId } = await keepSignature(w, asker, loaded, paper);
    const at = new Date();
    const mine =
      side === "enterprise"
        ? {
            enterpriseSignedBy: asker.userId,
            enterpriseSignedHow: how,
            enterpriseSignedAt: at,
            enterpriseFileId: fileId,
          }
        : {
            householdSignedBy: asker.userId,
            householdSignedHow: how,
            householdSignedAt: at,
            householdFileId: fileId,
            householdSlipBy: asker.slipBy ?? null,
          };
    const both = side === "enterprise" ? loaded.householdSignedHow : loaded.enterpriseSignedHow;
    const state = both === null ? ("unsigned" as const) : ("live" as const);
    const unsigned = side === "enterprise" ? agreements.enterpriseSignedHow : agreements.householdSignedHow;
    const changed = await w
      .update(agreements)
      .set({ ...mine, state, version: loaded.version + 1 })
      .where(
        and(
          eq(agreements.id, id),
          eq(agreements.version, loaded.version),
          eq(agreements.state, "unsigned"),
          isNull(unsigned),
        ),
      )
      .returning({ id: agreements.id });
    if (changed.length === 0) refuse("not-open", { state: loaded.state });
    await record(w, asker, {
      action: `agreement.sign-${side}`,
      subject: "agreement",
      subjectId: id,
      householdCode: loaded.householdCode,
      before: { state: loaded.state },
      after: { state, how },
    });
  });
}
