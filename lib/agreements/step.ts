import { and, eq } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { agreements, households } from "@/db/schema";
import type { AgreementSide } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { type Source, within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import {
  type AgreementMove,
  type AnnexMove,
  agreementMoves,
  annexMoves,
  sideOf,
} from "@/lib/agreements/moves";
import { keepFile } from "@/lib/files/commands";
import type { AcceptedFile } from "@/lib/files/files";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** Who may see an agreement: by household, village and enterprise. */
export const scopeColumns = {
  village: households.villageCode,
  household: agreements.householdCode,
  enterprise: agreements.enterpriseId,
};

/** @throws Refusal not-found when there is none, or none the asker may see. */
export async function loadAgreement(from: Source, asker: Asker, id: string) {
  const grant = grantOf(asker.role, "agreement", "read");
  const [row] = await from
    .select({ agreement: agreements })
    .from(agreements)
    .innerJoin(households, eq(households.code, agreements.householdCode))
    .where(and(eq(agreements.id, id), within(asker, grant, scopeColumns)));
  return row?.agreement ?? refuse("not-found");
}
export type LoadedAgreement = Awaited<ReturnType<typeof loadAgreement>>;

/** @throws Refusal forbidden, not-open (with the present state): what the table itself says. */
export function guard(asker: Asker, { state }: LoadedAgreement, name: AgreementMove): void {
  const move: { by: readonly string[]; from: readonly string[] } = agreementMoves[name];
  if (!move.by.includes(asker.role)) refuse("forbidden");
  if (!move.from.includes(state)) refuse("not-open", { state });
}

/** The same for an annex, whose agreement must be live. @param annexState `none` when it is to be proposed. */
export function guardAnnex(
  asker: Asker,
  { state }: LoadedAgreement,
  name: AnnexMove,
  annexState: string,
): void {
  const move: { by: readonly string[]; from: readonly string[] } = annexMoves[name];
  if (!move.by.includes(asker.role)) refuse("forbidden");
  if (state !== "live") refuse("not-open", { state });
  if (!move.from.includes(annexState)) refuse("not-open", { state: annexState });
}

/** The side someone signs and answers for. @throws Refusal forbidden for whoever is on none. */
export const ownSide = (asker: Asker): AgreementSide => sideOf(asker.role) ?? refuse("forbidden");

/**
 * How a side gave its word: on its own account, or on paper whose photograph is kept. A village has no word of
 * its own: it must bring the paper the household signed.
 * @throws Refusal input at `paper`.
 */
export async function keepSignature(
  w: Writer,
  asker: Asker,
  { id, householdCode }: LoadedAgreement,
  paper: AcceptedFile | null,
): Promise<{ how: "screen" | "paper"; fileId: string | null }> {
  if (!paper) {
    if (asker.role === "village") refuseFields({ paper: { code: "missing" } });
    return { how: "screen", fileId: null };
  }
  const fileId = await keepFile(w, asker, { subject: "agreement", subjectId: id, householdCode }, paper);
  return { how: "paper", fileId };
}

/**
 * For what is said rather than signed: to end, to refuse, to take back. Only a village needs the household's
 * paper for it; what others bring is not asked for.
 * @throws Refusal input at `paper`.
 */
export const wordOfHousehold = async (
  w: Writer,
  asker: Asker,
  loaded: LoadedAgreement,
  paper: AcceptedFile | null,
): Promise<{ how: "screen" | "paper"; fileId: string | null }> =>
  keepSignature(w, asker, loaded, asker.role === "village" ? paper : null);
