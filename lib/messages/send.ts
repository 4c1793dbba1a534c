import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { audit, households, messageSends, messages, users } from "@/db/schema";
import { configuredChannels, SendFailure, send } from "@/lib/messages/channels";
import { messageText } from "@/lib/messages/text";
import { unseal } from "@/lib/sealing/sealing";

/** Minutes after which a failed try is repeated; after the last it is given up. */
const retryMinutes = [1, 5, 30, 180];
/** Sent in one turn: a gateway that hangs keeps the other jobs waiting for so many times its patience at most. */
const batch = 10;

/**
 * Sends what waits. A try is counted before it is made, so that a message that brings the server down is not
 * sent for ever; a restart between sending and noting it may send it once more.
 * @returns how many were tried.
 */
export async function sendMessages(now = new Date()): Promise<number> {
  const open = configuredChannels();
  if (open.length === 0) return 0;
  const due = await db
    .select({
      messageId: messageSends.messageId,
      channel: messageSends.channel,
      tries: messageSends.tries,
      kind: messages.kind,
      title: messages.title,
      facts: audit.after,
      userId: users.id,
      emailSealed: users.emailSealed,
      phoneSealed: users.phoneSealed,
      householdCode: users.householdCode,
      householdPhoneSealed: households.phoneSealed,
    })
    .from(messageSends)
    .innerJoin(messages, eq(messages.id, messageSends.messageId))
    .leftJoin(audit, eq(audit.seq, messages.auditSeq))
    .innerJoin(users, eq(users.id, messages.userId))
    .leftJoin(households, eq(households.code, users.householdCode))
    .where(
      and(
        eq(messageSends.state, "queued"),
        lte(messageSends.nextTryAt, now),
        inArray(messageSends.channel, open),
      ),
    )
    .orderBy(asc(messageSends.nextTryAt))
    .limit(batch);
  for (const one of due) {
    const tries = one.tries + 1;
    const wait = retryMinutes[one.tries];
    const again = new Date(now.getTime() + (wait ?? 0) * 60_000);
    await note(one, { tries, nextTryAt: again });
    try {
      await send(one.channel, addressOf(one), messageText(one));
      await note(one, { state: "sent", sentAt: new Date(), failure: null });
    } catch (error) {
      if (!(error instanceof SendFailure)) throw error;
      await note(one, { failure: error.message, ...(wait === undefined && { state: "failed" as const }) });
    }
  }
  return due.length;
}

type Due = {
  messageId: string;
  channel: (typeof messageSends.$inferSelect)["channel"];
  userId: string;
  emailSealed: string | null;
  phoneSealed: string | null;
  householdCode: string | null;
  householdPhoneSealed: string | null;
};

/** The account's own address, else its household's phone. @throws SendFailure when there is none any more. */
function addressOf(one: Due): string {
  const own = one.channel === "email" ? one.emailSealed : one.phoneSealed;
  if (own) {
    const column = one.channel === "email" ? "email" : "phone";
    return unseal(own, { table: "users", row: one.userId, column });
  }
  if (one.channel === "sms" && one.householdPhoneSealed && one.householdCode)
    return unseal(one.householdPhoneSealed, { table: "households", row: one.householdCode, column: "phone" });
  throw new SendFailure("no-address");
}

const note = ({ messageId, channel }: Due, set: Partial<typeof messageSends.$inferInsert>) =>
  tx((w) =>
    w
      .update(messageSends)
      .set(set)
      .where(and(eq(messageSends.messageId, messageId), eq(messageSends.channel, channel))),
  );
