import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { audit, cursors, households, messageSends, messages, users } from "@/db/schema";
import { configuredChannels } from "@/lib/messages/channels";
import { isMessageKind, messageKinds, onBehalfKind } from "@/lib/messages/kinds";
import { concernedBy, readersOf } from "@/lib/messages/recipients";

const name = "messages";
/** Rows of the audit read in one transaction. */
const batch = 200;

/**
 * Reads what was written to the audit since the last time and tells those it concerns; what happened before
 * the first time is history and told to nobody. Rows are read in one transaction with the place reached, so
 * that each is told once, whatever restarts in between.
 * @returns how many rows were read now.
 */
export async function tellNews(): Promise<number> {
  return tx(async (w) => {
    const [place] = await w.select({ seq: cursors.seq }).from(cursors).where(eq(cursors.name, name));
    if (!place) {
      const [last] = await w.select({ seq: audit.seq }).from(audit).orderBy(desc(audit.seq)).limit(1);
      await w.insert(cursors).values({ name, seq: last?.seq ?? 0 });
      return 0;
    }
    const rows = await w
      .select({
        seq: audit.seq,
        at: audit.at,
        action: audit.action,
        subject: audit.subject,
        subjectId: audit.subjectId,
        userId: audit.userId,
        role: audit.role,
        after: audit.after,
      })
      .from(audit)
      .where(gt(audit.seq, place.seq))
      .orderBy(asc(audit.seq))
      .limit(batch);
    for (const row of rows) {
      if (isMessageKind(row.action)) await tell(w, { ...row, action: row.action });
      const action = onBehalfKind(row);
      // The account itself acted where a slip opened the session: it is the one that has to find out.
      if (action) await tell(w, { ...row, action, userId: row.role === "household" ? null : row.userId });
    }
    const last = rows.at(-1);
    if (last) await w.update(cursors).set({ seq: last.seq }).where(eq(cursors.name, name));
    return rows.length;
  });
}

type News = {
  seq: number;
  at: Date;
  action: keyof typeof messageKinds;
  subject: string;
  subjectId: string;
  userId: string | null;
};

async function tell(w: Writer, { seq, at, action, subject, subjectId, userId }: News): Promise<void> {
  const concerned = await concernedBy(w, subject, subjectId);
  if (!concerned) return;
  const readers = await readersOf(w, concerned, messageKinds[action], userId);
  if (readers.length === 0) return;
  const rows = readers.map((reader) => ({
    id: newId(),
    userId: reader,
    kind: action,
    ...(concerned.at ?? { subject, subjectId }),
    title: concerned.title,
    auditSeq: seq,
    createdAt: at,
  }));
  // Who has been told of this row already is not told again, nor sent anything.
  const told = await w
    .insert(messages)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: messages.id, userId: messages.userId });
  await queueSends(w, told);
}

/** Only where the county has configured a channel and the reader asked for it and can be reached by it. */
async function queueSends(w: Writer, rows: readonly { id: string; userId: string }[]): Promise<void> {
  const open = configuredChannels();
  if (open.length === 0) return;
  const readers = await w
    .select({
      id: users.id,
      channels: users.channels,
      email: sql<number>`case when ${users.emailSealed} is null then 0 else 1 end`.mapWith(Boolean),
      sms: sql<number>`case when ${users.phoneSealed} is null and ${households.phoneSealed} is null then 0 else 1 end`.mapWith(
        Boolean,
      ),
    })
    .from(users)
    .leftJoin(households, eq(households.code, users.householdCode))
    .where(
      and(
        inArray(
          users.id,
          rows.map((row) => row.userId),
        ),
        eq(users.state, "active"),
      ),
    );
  const sends = rows.flatMap((row) => {
    const reader = readers.find((one) => one.id === row.userId);
    return open
      .filter((channel) => reader?.channels?.includes(channel) && reader[channel])
      .map((channel) => ({ messageId: row.id, channel, nextTryAt: new Date() }));
  });
  if (sends.length > 0) await w.insert(messageSends).values(sends);
}
