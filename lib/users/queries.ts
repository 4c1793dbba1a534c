import { createHash } from "node:crypto";
import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { divisions, enterprises, households, sessions, tokens, users } from "@/db/schema";
import type { Role, UserState } from "@/db/words";
import { type Asker, divisionRange } from "@/lib/access/asker";
import { inDivision, permit, within } from "@/lib/access/scope";
import { refuse } from "@/lib/refusal/refusal";
import { mode } from "@/lib/sealing/keys";
import { nobodysHash } from "@/lib/users/password";
import { askerOf, demoUsernames, placeOf, sessionDays, type Ticket } from "@/lib/users/users";

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
    .select({ ...whoAsks, slipBy: sessions.openedBy })
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

/** Where users are, as a WHERE: their scope, their enterprise or their household inside the asker's area. */
export function usersWithin(asker: Asker, verb: "read" | "write"): SQL {
  const grant = permit(asker, "user", verb);
  if (grant.reach !== "division")
    return within(asker, grant, { account: users.id, enterprise: users.enterpriseId });
  const { divisionScope: scope } = asker;
  if (!scope) return sql`1 = 0`;
  // A scope is a prefix and may be shorter than a code; as texts, "610724" ≤ "610724001" ≤ "610724999999".
  const inScope = and(gte(users.divisionScope, scope), lte(users.divisionScope, divisionRange(scope).to));
  const inFirm = inArray(
    users.enterpriseId,
    db.select({ id: enterprises.id }).from(enterprises).where(inDivision(enterprises.villageCode, scope)),
  );
  const inHousehold = inArray(
    users.householdCode,
    db.select({ code: households.code }).from(households).where(inDivision(households.villageCode, scope)),
  );
  return or(inScope, inFirm, inHousehold) as SQL;
}

const userColumns = {
  id: users.id,
  username: users.username,
  // An administrator keeps accounts, not the register: whose household it is stays a code.
  name: sql<string | null>`case when ${users.role} = 'household' then null else ${users.name} end`,
  role: users.role,
  state: users.state,
  divisionScope: users.divisionScope,
  householdCode: users.householdCode,
  enterpriseName: enterprises.name,
  homeVillage: households.villageCode,
  lockedUntil: users.lockedUntil,
  version: users.sessionVersion,
};

export type UserRow = {
  id: string;
  username: string;
  /** null for a household's account. */
  name: string | null;
  role: Role;
  state: UserState;
  divisionScope: string | null;
  householdCode: string | null;
  enterpriseName: string | null;
  /** Name of the division that is the scope, or the household's village. */
  placeName: string | null;
  lockedUntil: Date | null;
  /** Rises with each change; a form that names an older one is refused. */
  version: number;
};

const rowsOfUsers = () =>
  db
    .select({
      ...userColumns,
      ownName: users.name,
      hasPassword: sql<number>`case when ${users.passwordHash} = ${nobodysHash} then 0 else 1 end`.mapWith(
        Boolean,
      ),
    })
    .from(users)
    .leftJoin(enterprises, eq(enterprises.id, users.enterpriseId))
    .leftJoin(households, eq(households.code, users.householdCode));
type Found = Awaited<ReturnType<typeof rowsOfUsers>>[number];

async function withPlaces(rows: Found[]): Promise<UserRow[]> {
  const codeOf = (row: Found) => (row.divisionScope ?? row.homeVillage ?? "").padEnd(12, "0");
  const places = await db
    .select({ code: divisions.code, name: divisions.name })
    .from(divisions)
    .where(inArray(divisions.code, [...new Set(rows.map(codeOf))]));
  const names = new Map(places.map((p) => [p.code, p.name]));
  return rows.map(({ homeVillage: _, ownName: __, hasPassword: ___, ...row }, i) => ({
    ...row,
    placeName: names.get(codeOf(rows[i] as Found)) ?? null,
  }));
}

export type UserFilter = { q?: string; role?: Role; state?: UserState; cursor?: string; limit?: number };

/** The accounts within the asker's area, by username. `next` is the cursor of the next page. */
export async function usersFor(
  asker: Asker,
  { q, role, state, cursor, limit = 40 }: UserFilter,
): Promise<{ items: UserRow[]; next: string | null; total: number }> {
  const text = q?.trim().replace(/[\\%_]/g, (c) => `\\${c}`);
  // Not by name: else a household's hidden name could be guessed letter by letter.
  const like = text ? sql`${users.username} like ${`%${text}%`} escape '\\'` : undefined;
  const matching = and(
    usersWithin(asker, "read"),
    like,
    role ? eq(users.role, role) : undefined,
    state ? eq(users.state, state) : undefined,
  );
  const rows = await rowsOfUsers()
    .where(and(matching, cursor ? gt(users.username, cursor) : undefined))
    .orderBy(asc(users.username))
    .limit(limit + 1);
  const items = await withPlaces(rows.slice(0, limit));
  const total = await db.$count(users, matching);
  return { items, next: rows.length > limit ? (items.at(-1)?.username ?? null) : null, total };
}

/** One account within the asker's area. @throws Refusal `not-found` outside it, just as for a missing id. */
export async function userFor(asker: Asker, id: string): Promise<UserRow> {
  const rows = await rowsOfUsers().where(and(usersWithin(asker, "read"), eq(users.id, id)));
  const [row] = await withPlaces(rows);
  return row ?? refuse("not-found");
}

/** The asker's own account and where it is signed in. */
export async function profileOf(asker: Asker): Promise<{
  username: string;
  name: string;
  role: Role;
  place: string | null;
  /** False where only slips let its owner in. */
  hasPassword: boolean;
  sessions: Date[];
  tokens: number;
}> {
  const { userId } = asker;
  if (!userId) return refuse("sign-in-needed");
  const [user] = await rowsOfUsers().where(eq(users.id, userId));
  if (!user) return refuse("not-found");
  const [row] = await withPlaces([user]);
  const open = await db
    .select({ at: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)))
    .orderBy(desc(sessions.createdAt))
    .limit(20);
  const live = and(eq(tokens.userId, userId), isNull(tokens.revokedAt), gt(tokens.expiresAt, new Date()));
  return {
    username: user.username,
    name: user.ownName,
    role: user.role,
    place: row ? placeOf(row) : null,
    hasPassword: user.hasPassword,
    sessions: open.map(({ at }) => at),
    tokens: await db.$count(tokens, live),
  };
}

/** The demo accounts with where they stand, for the sign-in page; none in live mode. */
export async function demoAccounts(): Promise<{ username: string; role: Role; place: string | null }[]> {
  if (mode() !== "demo") return [];
  const rows = await rowsOfUsers().where(
    and(inArray(users.username, [...demoUsernames]), eq(users.state, "active")),
  );
  const order = (username: string) => demoUsernames.indexOf(username);
  return (await withPlaces(rows))
    .map((row) => ({ username: row.username, role: row.role, place: row.placeName ?? row.enterpriseName }))
    .sort((a, b) => order(a.username) - order(b.username));
}

/** The names of the people who work for the asker's own village, the first to sign up first. */
export async function villageWorkersOf(asker: Asker): Promise<string[]> {
  const rows = await db
    .select({ name: users.name })
    .from(users)
    .innerJoin(households, eq(households.villageCode, users.divisionScope))
    .where(
      and(
        within(asker, permit(asker, "household", "read"), { household: households.code }),
        eq(users.role, "village"),
        eq(users.state, "active"),
      ),
    )
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(5);
  return rows.map((row) => row.name);
}
