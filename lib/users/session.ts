import "server-only";
import { cookies } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import NextAuth, { type NextAuthConfig } from "next-auth";
import { decode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cache } from "react";
import { newId } from "@/db/ids";
import type { Role } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { isRefusal, refuse } from "@/lib/refusal/refusal";
import { authSecret } from "@/lib/sealing/keys";
import { endSession, signIn as openSession } from "@/lib/users/commands";
import { askerOfSession } from "@/lib/users/queries";
import { sessionDays, type Ticket } from "@/lib/users/users";

/** What `authorize` threw: next-auth wraps it. */
const causeOf = (error: unknown): unknown =>
  error instanceof Error ? (error.cause as { err?: unknown } | undefined)?.err : undefined;

/**
 * The only module that knows next-auth. It makes and clears the cookie (an encrypted token that holds a
 * session's id and version); who that is, is asked of the database at every request.
 */
const config = (): NextAuthConfig => ({
  secret: authSecret(),
  trustHost: true,
  basePath: "/api/auth",
  session: { strategy: "jwt", maxAge: sessionDays * 86_400 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { username: {}, password: {} },
      authorize: async ({ username, password }) => {
        const ticket = await openSession(String(username ?? ""), String(password ?? ""), newId());
        return { id: ticket.sid, ticket };
      },
    }),
  ],
  callbacks: {
    // Nothing else goes into the token: no name, no role.
    jwt: ({ token, user }) => (user && "ticket" in user ? { ticket: user.ticket } : token),
  },
  // A wrong password is no error, and next-auth would print it with a stack; what is one is named only.
  logger: {
    error: (error) => {
      const cause = causeOf(error);
      if (isRefusal(cause)) return;
      console.error(`sign-in failed: ${error.name}, ${cause instanceof Error ? cause.name : "no cause"}`);
    },
    warn: (code) => console.warn(`next-auth: ${code}`),
    debug: () => {},
  },
});

const auth = NextAuth(config);

/** `__Secure-` is what next-auth writes over https. */
const cookieNames = ["__Secure-authjs.session-token", "authjs.session-token"] as const;

async function readTicket(): Promise<Ticket | null> {
  const jar = await cookies();
  for (const salt of cookieNames) {
    const token = jar.get(salt)?.value;
    if (!token) continue;
    // Not ours, cut or expired: as good as none.
    const payload = await decode({ token, secret: authSecret(), salt }).catch(() => null);
    const ticket = payload?.ticket as Partial<Ticket> | undefined;
    if (typeof ticket?.sid === "string" && typeof ticket.sessionVersion === "number")
      return { sid: ticket.sid, sessionVersion: ticket.sessionVersion };
  }
  return null;
}

/** Who is asking: the user of the session cookie, or the public. Read once a request. */
export const currentAsker = cache(async (): Promise<Asker> => {
  const requestId = newId();
  const ticket = await readTicket();
  const asker = ticket && (await askerOfSession(ticket, requestId));
  return asker ?? { ...publicAsker, requestId };
});

/**
 * For pages and actions: the signed-in asker, of one of `roles` when any are named. Sends the public to the
 * sign-in page and answers 403 to another role.
 */
export async function requireAsker(
  ...roles: readonly Role[]
): Promise<Asker & { role: Role; userId: string }> {
  const { role, userId, ...rest } = await currentAsker();
  if (role === "public" || role === "system" || userId === null)
    return redirect(`/sign-in?next=${encodeURIComponent(await presentPath())}`);
  if (roles.length > 0 && !roles.includes(role)) forbidden();
  return { ...rest, role, userId };
}

/** The page asked for. Next tells layouts and pages nothing of it, except in this store (pinned version). */
async function presentPath(): Promise<string> {
  const { workUnitAsyncStorage } = await import(
    "next/dist/server/app-render/work-unit-async-storage.external"
  );
  const store = workUnitAsyncStorage.getStore();
  return store?.type === "request" ? store.url.pathname + store.url.search : "/";
}

/**
 * Signs in, sets the cookie and ends the session this browser had; for server actions.
 * @returns who it is now.
 * @throws Refusal `wrong-password` or `too-many-tries` (data: seconds).
 */
export async function signIn(username: string, password: string): Promise<Asker> {
  const before = await readTicket();
  try {
    await auth.signIn("credentials", { username, password, redirect: false });
  } catch (error) {
    const cause = causeOf(error);
    throw isRefusal(cause) ? cause : error;
  }
  const left = before && (await askerOfSession(before, null));
  if (left) await endSession(left, before.sid);
  const ticket = await readTicket();
  return (ticket && (await askerOfSession(ticket, null))) ?? refuse("sign-in-needed");
}

/** Ends this browser's session in the database and clears its cookie; for server actions. */
export async function signOut(): Promise<void> {
  const ticket = await readTicket();
  if (ticket) await endSession(await currentAsker(), ticket.sid);
  await auth.signOut({ redirect: false });
}
