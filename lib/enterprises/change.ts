import { and, eq, ne } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { enterprises } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { licenseInput, type ProfileInput, profileInput, reasonInput } from "@/lib/enterprises/input";
import { figures, kindFields } from "@/lib/enterprises/kinds";
import { licenseOpenIn, profileOpenIn } from "@/lib/enterprises/moves";
import { type Enterprise, getEnterprise } from "@/lib/enterprises/queries";
import { checkPlaces } from "@/lib/enterprises/register";
import { pinyinKey } from "@/lib/i18n/pinyin";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { seal } from "@/lib/sealing/sealing";

/** The asker's own enterprise, in a state in which its entry may be written. @throws Refusal forbidden, not-open. */
export async function ownOpen(
  w: Writer,
  asker: Asker,
  states: readonly string[] = profileOpenIn,
): Promise<Enterprise> {
  permit(asker, "enterprise", "write");
  const seen = await getEnterprise(asker, asker.enterpriseId ?? "", w);
  if (!states.includes(seen.state)) refuse("not-open", { state: seen.state });
  return seen;
}

/** Writes only what is still as it was seen, and raises the version. @throws Refusal changed. */
async function write(
  w: Writer,
  { id, version }: { id: string; version: number },
  set: Partial<typeof enterprises.$inferInsert>,
): Promise<void> {
  const changed = await w
    .update(enterprises)
    .set({ ...set, version: version + 1 })
    .where(and(eq(enterprises.id, id), eq(enterprises.version, version)))
    .returning({ id: enterprises.id });
  if (changed.length === 0) refuse("changed");
}

/** Figures its kind is asked for; the others are emptied. */
const ownFigures = (kind: Enterprise["kind"], input: ProfileInput) =>
  Object.fromEntries(
    figures.map((figure) => [figure, kindFields[kind].includes(figure) ? input[figure] : null]),
  ) as Pick<ProfileInput, (typeof figures)[number]>;

/**
 * The enterprise keeps its entry up to date.
 * @param version the one the writer saw. @throws Refusal input, not-open (handed in or struck off), changed.
 */
export async function changeProfile(asker: Asker, raw: unknown, version: number): Promise<void> {
  permit(asker, "enterprise", "write");
  const input = parse(profileInput, raw);
  await tx(async (w) => {
    const before = await ownOpen(w, asker);
    await checkPlaces(w, input, before.industry);
    const { phone, industry, villageCode, contactName, address, summary, pairedVillageCode } = input;
    const plain = { industry, villageCode, contactName, address, summary, pairedVillageCode };
    const after = { ...plain, ...ownFigures(before.kind, input) };
    const place = { table: "enterprises", row: before.id, column: "contact_phone" };
    await write(w, { id: before.id, version }, { ...after, contactPhoneSealed: seal(phone, place) });
    const { phone: _, ...seen } = before;
    const about = { subject: "enterprise", subjectId: before.id };
    await record(w, asker, { action: "enterprise.change", ...about, before: seen, after });
  });
}

/** @throws Refusal input when another enterprise has the code. */
async function refuseSameCode(w: Writer, creditCode: string, id: string): Promise<void> {
  const [other] = await w
    .select({ id: enterprises.id })
    .from(enterprises)
    .where(and(eq(enterprises.creditCode, creditCode), ne(enterprises.id, id)));
  if (other) refuseFields({ creditCode: { code: "taken" } });
}

/**
 * Corrects what the license says: the enterprise its own draft, a county officer any entry, with a reason.
 * @throws Refusal forbidden, not-found, not-open, input (reason, a code that is taken), changed.
 */
export async function correctLicense(
  asker: Asker,
  id: string,
  raw: unknown,
  { version, reason: given = "" }: { version: number; reason?: string },
): Promise<void> {
  const isOfficer = asker.role === "county";
  permit(asker, "enterprise", isOfficer ? "decide" : "write");
  const input = parse(licenseInput, raw);
  const { reason } = parse(reasonInput, { reason: given });
  if (isOfficer && reason === "") refuseFields({ reason: { code: "missing" } });
  await tx(async (w) => {
    const before = isOfficer ? await getEnterprise(asker, id, w) : await ownOpen(w, asker, licenseOpenIn);
    if (before.id !== id) refuse("not-found");
    await refuseSameCode(w, input.creditCode, id);
    // A new kind is asked for other figures.
    const dropped = figures.filter((figure) => !kindFields[input.kind].includes(figure));
    const emptied = Object.fromEntries(dropped.map((figure) => [figure, null]));
    await write(w, { id, version }, { ...input, pinyin: pinyinKey(input.name), ...emptied });
    const { creditCode, name, kind, legalPerson } = before;
    await record(w, asker, {
      action: "enterprise.correct",
      subject: "enterprise",
      subjectId: id,
      before: { creditCode, name, kind, legalPerson },
      after: input,
      why: reason || null,
    });
  });
}
