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
import { signInBySlip } from "@/lib/users/slips";
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
      credentials: { username: {}, password: {}, slip: {}, code: {} },
      authorize: async ({ username, password, slip, code }) => {
        const ticket = slip
          ? await signInBySlip(String(slip), String(code ?? ""), newId())
          : await openSession(String(username ?? ""), String(password ?? ""), newId());
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

/** The sessions of the other households that use this browser: their tokens, one after another. */
const othersCookie = "households";
/** A cookie holds some 4 KB; a family's phone holds fewer. */
const mostOthers = 5;

/** Tickets of tokens opened within the last minute: opening one is a tenth of a page's work. */
const opened = new Map<string, { ticket: Promise<Ticket | null>; until: number }>();
const openedMs = 60_000;
const mostOpened = 2000;

/** What a cookie holds; whether that session still stands, the database is asked at every request. */
function ticketIn(token: string, salt: string): Promise<Ticket | null> {
  const now = performance.now();
  const key = `${salt} ${token}`;
  const known = opened.get(key);
  if (known && known.until > now) return known.ticket;
  if (opened.size >= mostOpened) opened.clear();
  const ticket = openToken(token, salt);
  opened.set(key, { ticket, until: now + openedMs });
  return ticket;
}

async function openToken(token: string, salt: string): Promise<Ticket | null> {
  // Not ours, cut or expired: as good as none.
  const payload = await decode({ token, secret: authSecret(), salt }).catch(() => null);
  const ticket = payload?.ticket as Partial<Ticket> | undefined;
  return typeof ticket?.sid === "string" && typeof ticket.sessionVersion === "number"
    ? { sid: ticket.sid, sessionVersion: ticket.sessionVersion }
    : null;
}

/** The session cookie as it stands in this request, or as this action has set it. */
async function readSession(): Promise<{ name: string; token: string; ticket: Ticket } | null> {
  const jar = await cookies();
  for (const name of cookieNames) {
    const token = jar.get(name)?.value;
    const ticket = token ? await ticketIn(token, name) : null;
    if (token && ticket) return { name, token, ticket };
  }
  return null;
}

const readTicket = async (): Promise<Ticket | null> => (await readSession())?.ticket ?? null;

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
 * Signs in, sets the cookie and ends the session this browser had; for server actions. A household that joins
 * another on the same phone leaves that one signed in beside it.
 * @throws Refusal `wrong-password` or `too-many-tries` (data: seconds); `input` for a slip or its code.
 */
async function enter(credentials: Record<string, string>, beside: boolean): Promise<Asker> {
  const before = await readSession();
  const left = before && (await askerOfSession(before.ticket, null));
  try {
    await auth.signIn("credentials", { ...credentials, redirect: false });
  } catch (error) {
    const cause = causeOf(error);
    throw isRefusal(cause) ? cause : error;
  }
  const now = await readSession();
  const asker = (now && (await askerOfSession(now.ticket, null))) ?? refuse("sign-in-needed");
  const others = await readOthers();
  if (beside && before && left?.role === "household" && asker.role === "household") {
    // The same household once more is no second one.
    const kept = [{ ...before, asker: left }, ...others].filter(
      (one) => one.asker.householdCode !== asker.householdCode,
    );
    await keepOthers(kept.slice(0, mostOthers));
    return asker;
  }
  if (before && left) await endSession(left, before.ticket.sid);
  for (const one of others) await endSession(one.asker, one.ticket.sid);
  await keepOthers([]);
  return asker;
}

/** By name and password. @returns who it is now. */
export const signIn = (username: string, password: string, beside = false): Promise<Asker> =>
  enter({ username, password }, beside);

/** By the number of a printed slip and the one-time code that goes with it. */
export const signInWithSlip = (slip: string, code: string, beside = false): Promise<Asker> =>
  enter({ slip, code }, beside);

type Held = { name: string; token: string; ticket: Ticket; asker: Asker };

/** The other households signed in on this browser; sessions that are over are left out. */
async function readOthers(): Promise<Held[]> {
  const jar = await cookies();
  const name = cookieNames.find((one) => jar.has(one)) ?? cookieNames[1];
  const tokens = (jar.get(othersCookie)?.value ?? "").split(" ").filter(Boolean).slice(0, mostOthers);
  const held = await Promise.all(
    tokens.map(async (token) => {
      const ticket = await ticketIn(token, name);
      const asker = ticket && (await askerOfSession(ticket, null));
      return ticket && asker?.role === "household" ? [{ name, token, ticket, asker }] : [];
    }),
  );
  return held.flat();
}

const cookieLook = (name: string) => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: name.startsWith("__Secure-"),
  maxAge: sessionDays * 86_400,
});

async function keepOthers(held: readonly Held[]): Promise<void> {
  const jar = await cookies();
  if (held.length === 0) jar.delete(othersCookie);
  else jar.set(othersCookie, held.map(({ token }) => token).join(" "), cookieLook(held[0]?.name ?? ""));
}

/** The other households of this phone, by the session each is signed in with. */
export async function otherHouseholds(): Promise<{ sid: string; name: string; householdCode: string }[]> {
  return (await readOthers()).map(({ ticket, asker }) => ({
    sid: ticket.sid,
    name: asker.name,
    householdCode: asker.householdCode ?? "",
  }));
}

/** Makes another household of this phone the one that asks; for server actions. Nothing happens without it. */
export async function switchHousehold(sid: string): Promise<void> {
  const [now, others] = await Promise.all([readSession(), readOthers()]);
  const next = others.find((one) => one.ticket.sid === sid);
  if (!next) return;
  const asker = now && (await askerOfSession(now.ticket, null));
  const left = now && asker?.role === "household" ? [{ ...now, asker }] : [];
  (await cookies()).set(next.name, next.token, cookieLook(next.name));
  await keepOthers([...left, ...others.filter((one) => one !== next)]);
}

/** Ends this household's session alone; the next of this phone takes its place. @returns whether there is one. */
export async function leaveHousehold(): Promise<boolean> {
  const [now, [next]] = await Promise.all([readSession(), readOthers()]);
  if (!next) {
    await signOut();
    return false;
  }
  await switchHousehold(next.ticket.sid);
  if (now) await endSession(await currentAsker(), now.ticket.sid);
  await keepOthers((await readOthers()).filter((one) => one.ticket.sid !== now?.ticket.sid));
  return true;
}

/** Ends every session of this browser in the database and clears its cookies; for server actions. */
export async function signOut(): Promise<void> {
  const [ticket, others] = await Promise.all([readTicket(), readOthers()]);
  if (ticket) await endSession(await currentAsker(), ticket.sid);
  for (const one of others) await endSession(one.asker, one.ticket.sid);
  await keepOthers([]);
  await auth.signOut({ redirect: false });
}
