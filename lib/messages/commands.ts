import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { db, tx } from "@/db/client";
import { messageSends, messages, users } from "@/db/schema";
import { messageChannels } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { parsePhone } from "@/lib/numbers/phone";
import { presentWorld } from "@/lib/numbers/world";
import { parse } from "@/lib/refusal/parse";
import { refuseFields } from "@/lib/refusal/refusal";
import { seal } from "@/lib/sealing/sealing";
import { usersWithin } from "@/lib/users/queries";

/** Marks one of the asker's messages as read, or all of them. */
export async function markRead(asker: Asker, which: { id: string } | "all"): Promise<void> {
  const grant = permit(asker, "message", "write");
  await tx((w) =>
    w
      .update(messages)
      .set({ readAt: new Date() })
      .where(
        and(
          within(asker, grant, { account: messages.userId }),
          isNull(messages.readAt),
          which === "all" ? undefined : eq(messages.id, which.id),
        ),
      ),
  );
}

const contact = z.object({
  email: z.union([z.literal(""), z.email("code:bad-email").max(200)]).default(""),
  phone: z.string().trim().max(30).default(""),
  channels: z.array(z.enum(messageChannels)).default([]),
  forget: z.boolean().default(false),
});

/**
 * Where and how the asker wants to be told. What is left empty stays as it was, unless all is to be forgotten.
 * @throws Refusal input (email, phone).
 */
export async function setContact(asker: Asker, typed: unknown): Promise<void> {
  permit(asker, "message", "write");
  const { email, phone, channels, forget } = parse(contact, typed);
  const id = asker.userId ?? "";
  const mobile = phone === "" ? null : parsePhone(phone, presentWorld());
  if (phone !== "" && mobile?.kind !== "mobile") refuseFields({ phone: { code: "bad-phone" } });
  const place = (column: string) => ({ table: "users", row: id, column });
  const set = {
    channels,
    ...(email && { emailSealed: seal(email, place("email")) }),
    ...(mobile && { phoneSealed: seal(mobile.phone, place("phone")) }),
    ...(forget && { emailSealed: null, phoneSealed: null }),
  };
  await tx(async (w) => {
    await w.update(users).set(set).where(eq(users.id, id));
    await record(w, asker, {
      action: "user.contact",
      subject: "user",
      subjectId: id,
      after: { channels, email: forget ? "removed" : email !== "", phone: forget ? "removed" : phone !== "" },
    });
  });
}

/** Puts what could not be sent in the administrator's area back in the queue. @returns how many. */
export async function retrySends(asker: Asker): Promise<number> {
  permit(asker, "message", "decide");
  const mine = db
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(users, eq(users.id, messages.userId))
    .where(usersWithin(asker, "write"));
  return tx(async (w) => {
    const again = await w
      .update(messageSends)
      .set({ state: "queued", tries: 0, nextTryAt: new Date(), failure: null })
      .where(and(eq(messageSends.state, "failed"), inArray(messageSends.messageId, mine)))
      .returning({ id: messageSends.messageId });
    await record(w, asker, {
      action: "messages.retry",
      subject: "messages",
      subjectId: "failed",
      after: { count: again.length },
    });
    return again.length;
  });
}
