import { tx } from "@/db/client";
import { newId } from "@/db/ids";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { personInput, reasonInput } from "@/lib/enterprises/input";
import { getEnterprise } from "@/lib/enterprises/queries";
import { checkPassword, openAccount } from "@/lib/enterprises/register";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { hashPassword } from "@/lib/users/password";

/**
 * Opens an account for a colleague: anyone of an enterprise for their own, or a county officer, with a reason,
 * for an enterprise whose people cannot get in any more. Putting one out and back is lib/users/administer.ts.
 * @throws Refusal forbidden, not-found, input (username taken, weak password, reason).
 */
export async function addPerson(
  asker: Asker,
  enterpriseId: string,
  raw: unknown,
  reason = "",
): Promise<{ userId: string }> {
  const isOfficer = asker.role === "county";
  if (isOfficer) permit(asker, "enterprise", "decide");
  else permit(asker, "user", "write");
  if (!isOfficer && asker.enterpriseId !== enterpriseId) refuse("not-found");
  const input = parse(personInput, raw);
  const { reason: why } = parse(reasonInput, { reason });
  if (isOfficer && why === "") refuseFields({ reason: { code: "missing" } });
  checkPassword(input);
  const passwordHash = await hashPassword(input.password);
  const userId = newId();
  const { name, username } = input;
  await tx(async (w) => {
    await getEnterprise(asker, enterpriseId, w);
    await openAccount(w, { id: userId, username, name, passwordHash, enterpriseId });
    await record(w, asker, {
      action: "user.open",
      subject: "user",
      subjectId: userId,
      after: { username, enterpriseId },
      why: why || null,
    });
  });
  return { userId };
}
