import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { tx } from "@/db/client";
import { newId } from "@/db/ids";
import { tokens, users } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { record } from "@/lib/audit/commands";
import { parse } from "@/lib/refusal/parse";
import { refuse } from "@/lib/refusal/refusal";
import { tokenHash } from "@/lib/users/queries";

const order = z.strictObject({
  username: z.string().min(1).max(200),
  days: z.coerce.number().int().min(1).max(366),
});

/**
 * Makes an API token for the asker, or, from the command line (the system), for anyone: an administrator
 * gets none for others, since it would let them act as that person.
 * @returns the token, seen this once: only its SHA-256 is kept.
 * @throws Refusal `input` (days 1–366), `not-found`, `forbidden` (someone else's, or a suspended user).
 */
export async function issueToken(asker: Asker, input: unknown, now = new Date()): Promise<string> {
  const { username, days } = parse(order, input);
  const token = `sanjin_${randomBytes(32).toString("base64url")}`;
  await tx(async (w) => {
    const [user] = await w
      .select({ id: users.id, state: users.state })
      .from(users)
      .where(eq(users.username, username));
    if (asker.role !== "system" && user?.id !== asker.userId) return refuse("forbidden");
    if (!user) return refuse("not-found");
    if (user.state !== "active") return refuse("forbidden");
    const id = newId();
    const expiresAt = new Date(now.getTime() + days * 86_400_000);
    await w
      .insert(tokens)
      .values({ id, userId: user.id, tokenHash: tokenHash(token), expiresAt, createdAt: now });
    const after = { userId: user.id, days };
    await record(w, asker, { action: "token.issue", subject: "token", subjectId: id, after }, now);
  });
  return token;
}
