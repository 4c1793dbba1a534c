import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { db, tx } from "@/db/client";
import { newId } from "@/db/ids";
import { sessions, users } from "@/db/schema";
import { authSecret } from "@/lib/sealing/keys";

const name = "authjs.session-token";

/** A Cookie header that is a session of a demo account, as signing in would have made it. */
export async function sessionCookieOf(username: string): Promise<string> {
  const [user] = await db
    .select({ id: users.id, sessionVersion: users.sessionVersion })
    .from(users)
    .where(eq(users.username, username));
  if (!user) throw new Error(`no such account: ${username}`);
  const sid = newId();
  await tx((w) => w.insert(sessions).values({ id: sid, userId: user.id }));
  const token = { ticket: { sid, sessionVersion: user.sessionVersion } };
  return `${name}=${await encode({ token, secret: authSecret(), salt: name })}`;
}
