import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db, tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { households, sessions, slips, users } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { checkCode, issueCode, spendCode } from "@/lib/users/one-time-codes";
import { nobodysHash } from "@/lib/users/password";
import { countStranger, strangerWait } from "@/lib/users/strangers";
import { askerOf, slipDigits, slipUsername, type Ticket } from "@/lib/users/users";

export type Slip = {
  household: string;
  headName: string;
  /** Ten digits; see slipInGroups. */
  number: string;
  /** Six digits that hold once, until `expiresAt`. */
  code: string;
  expiresAt: Date;
};

/** The household, if the asker may open its account. @throws Refusal `not-found` outside their village. */
async function load(from: Pick<Writer, "select">, asker: Asker, code: string) {
  const [found] = await from
    .select({ code: households.code, headName: households.headName, number: slips.number })
    .from(households)
    .leftJoin(slips, eq(slips.householdCode, households.code))
    .where(
      and(
        within(asker, permit(asker, "slip", "write"), { village: households.villageCode }),
        eq(households.code, code),
        eq(households.register, "listed"),
      ),
    );
  return found ?? refuse("not-found");
}

/**
 * A slip for a household of the asker's village, with a fresh one-time code: its account is opened if it has
 * none, its number stays unless a new one is asked for (the old slip was lost).
 * @throws Refusal `not-found`, `forbidden`, `too-many-tries` (more than five codes in an hour).
 */
export async function issueSlip(
  asker: Asker,
  household: string,
  { renew = false, now = new Date() }: { renew?: boolean; now?: Date } = {},
): Promise<Slip> {
  await load(db, asker, household);
  const { headName, number } = await tx(async (w) => {
    const found = await load(w, asker, household);
    await openAccount(w, asker, found, now);
    if (found.number && !renew) return { ...found, number: found.number };
    const fresh = String(randomInt(10 ** 9, 10 ** 10));
    const row = { number: fresh, createdBy: asker.userId ?? "", createdAt: now };
    await w
      .insert(slips)
      .values({ householdCode: household, ...row })
      .onConflictDoUpdate({ target: slips.householdCode, set: row });
    const subject = { subject: "household", subjectId: household, householdCode: household };
    await record(w, asker, { action: found.number ? "slip.renew" : "slip.issue", ...subject }, now);
    return { ...found, number: fresh };
  });
  const { code, expiresAt } = await issueCode(asker, { household, purpose: "sign-in" }, now);
  return { household, headName, number, code, expiresAt };
}

/** The household's account, unless it has one. Its user name is not for typing. */
async function openAccount(
  w: Writer,
  asker: Asker,
  { code, headName }: { code: string; headName: string },
  now: Date,
): Promise<void> {
  const username = slipUsername(code);
  const [there] = await w.select({ id: users.id }).from(users).where(eq(users.householdCode, code)).limit(1);
  if (there) return;
  const id = newId();
  const who = { role: "household" as const, householdCode: code, name: headName };
  // No password: the account is entered by slip alone. One set in such a session would only say what the slip
  // says; one of its own the household gets from the administrator (open.ts).
  await w.insert(users).values({ id, username, ...who, passwordHash: nobodysHash, createdAt: now });
  const opened = { action: "user.open", subject: "user", subjectId: id, householdCode: code };
  await record(w, asker, { ...opened, after: { role: who.role } }, now);
}

/**
 * Opens a session for the household of a slip. A number that is nobody's and a wrong code get the same answer.
 * @throws Refusal `input` at `code`, `too-many-tries` (a code or a number tried too often).
 */
export async function signInBySlip(
  typed: string,
  code: string,
  requestId: string | null,
  now = new Date(),
): Promise<Ticket> {
  const number = slipDigits(typed);
  const stranger = `slip ${number}`;
  const seconds = strangerWait(stranger, now);
  if (seconds > 0) refuse("too-many-tries", { seconds });
  const [slip] = await db
    .select({ household: slips.householdCode })
    .from(slips)
    .where(eq(slips.number, number));
  if (!slip) {
    countStranger(stranger, now);
    return refuseFields({ code: { code: "wrong-code" } });
  }
  const { household } = slip;
  const codeId = await checkCode({ household, purpose: "sign-in", code, field: "code" }, now);
  return tx(async (w) => {
    const [user] = await w
      .select({
        userId: users.id,
        role: users.role,
        name: users.name,
        divisionScope: users.divisionScope,
        enterpriseId: users.enterpriseId,
        householdCode: users.householdCode,
        sessionVersion: users.sessionVersion,
      })
      .from(users)
      .where(and(eq(users.householdCode, household), eq(users.state, "active")))
      .orderBy(users.createdAt, users.id)
      .limit(1);
    if (!user) return refuseFields({ code: { code: "wrong-code" } });
    const asker = askerOf(user, requestId);
    const { createdBy: openedBy } = await spendCode(w, asker, codeId, now);
    const sid = newId();
    await w.insert(sessions).values({ id: sid, userId: user.userId, openedBy, createdAt: now });
    const entered = { action: "user.sign-in", subject: "user", subjectId: user.userId };
    await record(w, asker, { ...entered, after: { by: "slip", codeId, slipBy: openedBy } }, now);
    return { sid, sessionVersion: user.sessionVersion };
  });
}
