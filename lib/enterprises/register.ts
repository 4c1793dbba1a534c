import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { divisions, enterprises, industries, users } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { registrationInput } from "@/lib/enterprises/input";
import { pinyinKey } from "@/lib/i18n/pinyin";
import { limiter } from "@/lib/refusal/limit";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { mode } from "@/lib/sealing/keys";
import { seal } from "@/lib/sealing/sealing";
import { refuseTaken } from "@/lib/users/open";
import { hashPassword } from "@/lib/users/password";
import { passwordProblem } from "@/lib/users/users";

/** Registrations from one address, and from everybody together, in an hour. */
export const mayRegister = limiter("registrations", { most: 10, mostOfAll: 200, windowMs: 3_600_000 });

/** @throws Refusal input: the password is weak or was typed differently. */
export function checkPassword(p: { password: string; again: string; username: string }): void {
  const problem = passwordProblem(p.password, p.username, mode() === "live");
  if (problem) refuseFields({ password: problem });
  if (p.password !== p.again) refuseFields({ again: { code: "not-same" } });
}

/** A village that exists and an industry in use. @throws Refusal input at the field. */
export async function checkPlaces(
  w: Writer,
  input: { villageCode?: string; industry?: string; pairedVillageCode?: string | null },
  presentIndustry?: string,
): Promise<void> {
  for (const field of ["villageCode", "pairedVillageCode"] as const) {
    const code = input[field];
    if (!code) continue;
    const [place] = await w
      .select({ code: divisions.code })
      .from(divisions)
      .where(and(eq(divisions.code, code), inArray(divisions.kind, ["village", "community"])));
    if (!place) refuseFields({ [field]: { code: "unknown" } });
  }
  if (input.industry === undefined || input.industry === presentIndustry) return;
  const [industry] = await w
    .select({ code: industries.code })
    .from(industries)
    .where(and(eq(industries.code, input.industry), eq(industries.active, true)));
  if (!industry) refuseFields({ industry: { code: "not-in-list" } });
}

/** Opens an account for an enterprise. @throws Refusal input when the username is taken. */
export async function openAccount(
  w: Writer,
  account: { id: string; username: string; name: string; passwordHash: string; enterpriseId: string },
): Promise<void> {
  await refuseTaken(w, account.username);
  await w.insert(users).values({ ...account, role: "enterprise" });
}

async function write(
  w: Writer,
  input: z.output<typeof registrationInput>,
  ids: { enterprise: string; registeredBy: string },
): Promise<void> {
  const { creditCode, name, kind, legalPerson, industry, villageCode, contactName, phone } = input;
  await w.insert(enterprises).values({
    id: ids.enterprise,
    creditCode,
    name,
    pinyin: pinyinKey(name),
    kind,
    legalPerson,
    industry,
    villageCode,
    contactName,
    contactPhoneSealed: seal(phone, { table: "enterprises", row: ids.enterprise, column: "contact_phone" }),
    registeredBy: ids.registeredBy,
  });
}

/**
 * Writes a new enterprise as a draft and opens its first account: by itself, or by an officer who takes it
 * down for somebody at the counter (and will not verify it).
 * @returns the enterprise's id and the account's name.
 * @throws Refusal code-registered (with `code`), input by field, forbidden for everyone else.
 */
export async function registerEnterprise(
  asker: Asker,
  raw: unknown,
): Promise<{ enterpriseId: string; username: string }> {
  permit(asker, "registration", "write");
  const input = parse(registrationInput, raw);
  checkPassword(input);
  const passwordHash = await hashPassword(input.password);
  const enterpriseId = newId();
  const userId = newId();
  const { creditCode, username, contactName: name } = input;
  await tx(async (w) => {
    const [known] = await w
      .select({ id: enterprises.id })
      .from(enterprises)
      .where(eq(enterprises.creditCode, creditCode));
    if (known) refuse("code-registered", { code: creditCode });
    await checkPlaces(w, input);
    const registeredBy = asker.userId ?? userId;
    await write(w, input, { enterprise: enterpriseId, registeredBy });
    await openAccount(w, { id: userId, username, name, passwordHash, enterpriseId });
    const { phone: _, password: __, again: ___, ...after } = input;
    const about = { subject: "enterprise", subjectId: enterpriseId };
    await record(w, asker, { action: "enterprise.register", ...about, after: { ...after, userId } });
  });
  return { enterpriseId, username };
}
