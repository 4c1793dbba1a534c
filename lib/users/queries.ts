import { createHash } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, tokens, users } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { askerOf, sessionDays, type Ticket } from "@/lib/users/users";

const whoAsks = {
  userId: users.id,
  role: users.role,
  name: users.name,
  divisionScope: users.divisionScope,
  enterpriseId: users.enterpriseId,
  householdCode: users.householdCode,
};

const dayMs = 86_400_000;

/**
 * Who holds a session, asked of the database at every request.
 * @returns null when the session ended or is too old, or its user was suspended, demoted, moved or has
 * changed the password since.
 */
export async function askerOfSession(
  ticket: Ticket,
  requestId: string | null,
  now = new Date(),
): Promise<Asker | null> {
  const [user] = await db
    .select(whoAsks)
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, ticket.sid),
        isNull(sessions.endedAt),
        gt(sessions.createdAt, new Date(now.getTime() - sessionDays * dayMs)),
        eq(users.state, "active"),
        eq(users.sessionVersion, ticket.sessionVersion),
      ),
    )
    .limit(1);
  return user ? askerOf(user, requestId) : null;
}

/** Tokens are long and random: a plain SHA-256 is all the hiding they need. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Who holds an API token. @returns null when it is unknown, over or revoked, or its user suspended. */
export async function askerOfToken(
  bearer: string,
  requestId: string | null = null,
  now = new Date(),
): Promise<Asker | null> {
  const [user] = await db
    .select(whoAsks)
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.userId))
    .where(
      and(
        eq(tokens.tokenHash, tokenHash(bearer)),
        isNull(tokens.revokedAt),
        gt(tokens.expiresAt, now),
        eq(users.state, "active"),
      ),
    )
    .limit(1);
  return user ? askerOf(user, requestId) : null;
}
