import { and, eq } from "drizzle-orm";
import { db, type Writer } from "@/db/client";
import { type applications, members } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import type { ConsentInput } from "@/lib/applications/input";
import { refuseFields } from "@/lib/refusal/refusal";
import { seal, unseal } from "@/lib/sealing/sealing";
import { checkCode, spendCode } from "@/lib/users/one-time-codes";

/** How a household gave its word, proved as far as a machine can. */
export type Word = { consent: ConsentInput; codeId: string | null };

/**
 * Each way has what shows it, and a photograph can stand for a slip's number.
 * @throws Refusal input, too-many-tries (a code tried too often).
 */
export async function proveWord(
  asker: Asker,
  household: string,
  consent: ConsentInput,
  hasPhoto = false,
): Promise<Word> {
  const { how, evidence, witnesses } = consent;
  // The household itself speaks on its own account; its village records how it gave its word.
  if ((asker.role === "household") !== (how === "own-account"))
    refuseFields({ "consent.how": { code: "not-in-list" } });
  if (how === "witnesses" && !witnesses) refuseFields({ "consent.witnesses": { code: "missing" } });
  if (how === "witnesses" && witnesses) await checkWitnesses(asker, household, witnesses);
  if (how === "slip" && !evidence && !hasPhoto) refuseFields({ "consent.evidence": { code: "missing" } });
  if (how !== "code") return { consent, codeId: null };
  const field = "consent.evidence";
  if (!evidence) return refuseFields({ [field]: { code: "missing" } });
  const codeId = await checkCode({ household, purpose: "consent", code: evidence, field });
  return { consent, codeId };
}

/** A name as it is compared: written with or without spaces it is the same. */
const bare = (name: string) => name.replace(/\s/g, "");

/**
 * Two people who saw it: not twice the same, not who writes it down, not of the household whose word it is.
 * @throws Refusal input, at the name.
 */
async function checkWitnesses(asker: Asker, household: string, witnesses: readonly Witness[]): Promise<void> {
  const own = await db
    .select({ name: members.name })
    .from(members)
    .where(and(eq(members.householdCode, household), eq(members.state, "present")));
  for (const [i, { name }] of witnesses.entries()) {
    const field = `consent.witnesses.${i}.name`;
    const is = (other: string) => bare(other) === bare(name);
    if (is(asker.name)) refuseFields({ [field]: { code: "is-asker" } });
    if (own.some((member) => is(member.name))) refuseFields({ [field]: { code: "of-household" } });
    if (witnesses.slice(0, i).some((other) => is(other.name)))
      refuseFields({ [field]: { code: "same-person" } });
  }
}

type Columns = Pick<
  typeof applications.$inferInsert,
  "consentHow" | "consentEvidence" | "witnessesSealed" | "consentBy" | "consentAt" | "slipBy"
>;

export type Witness = { name: string; reach: string };

const placeOf = (row: string) => ({ table: "applications", row, column: "witnesses" });

/**
 * The word as an application keeps it: a code is used up and not kept, witnesses are sealed.
 * @param id the application's. @throws Refusal own-case, changed (the code).
 */
export async function keepWord(
  w: Writer,
  asker: Asker,
  id: string,
  { consent, codeId }: Word,
): Promise<Columns> {
  const { how, evidence, witnesses } = consent;
  if (codeId) await spendCode(w, asker, codeId);
  return {
    consentHow: how,
    consentEvidence: how === "code" ? null : (evidence ?? null),
    witnessesSealed: how === "witnesses" && witnesses ? sealWitnesses(id, witnesses) : null,
    consentBy: asker.userId,
    slipBy: asker.slipBy ?? null,
    consentAt: new Date(),
  };
}

/** Two witnesses as they are kept. */
export const sealWitnesses = (id: string, witnesses: readonly Witness[]): string =>
  seal(JSON.stringify(witnesses), placeOf(id));

/** The witnesses of an application, for whoever may read the whole case. */
export const witnessesOf = (id: string, sealed: string | null): Witness[] =>
  sealed === null ? [] : (JSON.parse(unseal(sealed, placeOf(id))) as Witness[]);
