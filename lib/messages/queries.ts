import { and, count, desc, eq, getTableColumns, inArray, isNull, lt } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db/client";
import { audit, messageSends, messages, users } from "@/db/schema";
import type { MessageChannel, SendState } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { refuse } from "@/lib/refusal/refusal";
import { usersWithin } from "@/lib/users/queries";

export type MessageRow = {
  id: string;
  kind: string;
  subject: string;
  subjectId: string;
  title: string;
  /** What the audit's row it was made of says was done. */
  facts: unknown;
  createdAt: Date;
  read: boolean;
  /** How it left the product, if it did. */
  sends: { channel: MessageChannel; state: SendState }[];
};

const own = (asker: Asker) => within(asker, permit(asker, "message", "read"), { account: messages.userId });

/** The asker's messages, newest first. @returns at most `limit`, and the cursor of the next page. */
export async function listMessages(
  asker: Asker,
  { cursor, limit = 30 }: { cursor?: string; limit?: number } = {},
): Promise<{ items: MessageRow[]; next: string | null }> {
  const at = cursor === undefined ? undefined : Number(cursor);
  const found = await db
    .select({ ...getTableColumns(messages), facts: audit.after })
    .from(messages)
    .leftJoin(audit, eq(audit.seq, messages.auditSeq))
    .where(and(own(asker), at !== undefined && Number.isInteger(at) ? lt(messages.auditSeq, at) : undefined))
    .orderBy(desc(messages.auditSeq))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const sends = rows.length === 0 ? [] : await sendsOf(rows.map((row) => row.id));
  const items = rows.map(({ id, kind, subject, subjectId, title, facts, createdAt, readAt }) => ({
    id,
    kind,
    subject,
    subjectId,
    title,
    facts,
    createdAt,
    read: readAt !== null,
    sends: sends.filter((send) => send.messageId === id).map(({ channel, state }) => ({ channel, state })),
  }));
  return { items, next: found.length > limit ? String(rows.at(-1)?.auditSeq ?? "") || null : null };
}

/** What one of the asker's messages is about. @throws Refusal not-found. */
export async function getMessage(
  asker: Asker,
  id: string,
): Promise<{ subject: string; subjectId: string; title: string }> {
  const [row] = await db
    .select({ subject: messages.subject, subjectId: messages.subjectId, title: messages.title })
    .from(messages)
    .where(and(own(asker), eq(messages.id, id)));
  return row ?? refuse("not-found");
}

const sendsOf = (ids: string[]) =>
  db
    .select({
      messageId: messageSends.messageId,
      channel: messageSends.channel,
      state: messageSends.state,
    })
    .from(messageSends)
    .where(inArray(messageSends.messageId, ids));

/** How many the asker has not read; 0 for the public. Asked by the header of every page, once a request. */
export const unreadMessages = cache(async (asker: Asker): Promise<number> => {
  if (asker.role === "public" || !grantOf(asker.role, "message", "read")) return 0;
  return db.$count(messages, and(own(asker), isNull(messages.readAt)));
});

/** Where and how the asker wants to be told; addresses only as "there is one". */
export async function contactOf(
  asker: Asker,
): Promise<{ email: boolean; phone: boolean; channels: MessageChannel[] }> {
  permit(asker, "message", "read");
  const [row] = await db
    .select({ email: users.emailSealed, phone: users.phoneSealed, channels: users.channels })
    .from(users)
    .where(eq(users.id, asker.userId ?? ""));
  if (!row) return refuse("not-found");
  return { email: row.email !== null, phone: row.phone !== null, channels: row.channels ?? [] };
}

export type DeliveryCount = { channel: MessageChannel; state: SendState; count: number };

/** How sending goes in the administrator's area: counts, no addresses. @throws Refusal forbidden. */
export async function deliveryCounts(asker: Asker): Promise<DeliveryCount[]> {
  permit(asker, "message", "decide");
  return db
    .select({ channel: messageSends.channel, state: messageSends.state, count: count() })
    .from(messageSends)
    .innerJoin(messages, eq(messages.id, messageSends.messageId))
    .innerJoin(users, eq(users.id, messages.userId))
    .where(usersWithin(asker, "read"))
    .groupBy(messageSends.channel, messageSends.state)
    .orderBy(messageSends.channel, messageSends.state);
}
