/**
 * What the stories do again and again, without the sign-in form: a session and its cookie, or an API token,
 * made where the server makes its own (the runner gives both the same database and keys).
 */
import { and, eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { type APIRequestContext, type BrowserContext, type Page, test } from "playwright/test";
import { db, tx } from "@/db/client";
import { newId } from "@/db/ids";
import { applications, divisions, sessions, users } from "@/db/schema";
import { type Asker, systemAsker } from "@/lib/access/asker";
import { aHousehold, anEnterprise, aPosting, aVillage, people } from "@/lib/applications/testing";
import { authSecret } from "@/lib/sealing/keys";
import { askerOfToken } from "@/lib/users/queries";
import { issueToken } from "@/lib/users/tokens";

/** An API token of a user, good for a day. */
export const tokenOf = (username: string): Promise<string> => issueToken(systemAsker, { username, days: 1 });

const sessionCookie = "authjs.session-token";

/** A cookie that is a session of this user's, as signing in would have set it. */
export async function sessionOf(username: string): Promise<{ name: string; value: string }> {
  const [user] = await db
    .select({ id: users.id, sessionVersion: users.sessionVersion })
    .from(users)
    .where(eq(users.username, username));
  if (!user) throw new Error(`no such account: ${username}`);
  const sid = newId();
  await tx((w) => w.insert(sessions).values({ id: sid, userId: user.id }));
  const ticket = { sid, sessionVersion: user.sessionVersion };
  return {
    name: sessionCookie,
    value: await encode({ token: { ticket }, secret: authSecret(), salt: sessionCookie }),
  };
}

/** Signs a browser in as a user; whoever was signed in before is not any more. */
export async function signInAs(context: BrowserContext, username: string): Promise<void> {
  const url = test.info().project.use.baseURL ?? "";
  await context.addCookies([{ ...(await sessionOf(username)), url, httpOnly: true, sameSite: "Lax" }]);
}

/** The interface's language from the next page on. */
export async function readIn(context: BrowserContext, locale: "zh" | "en"): Promise<void> {
  await context.addCookies([{ name: "locale", value: locale, url: test.info().project.use.baseURL ?? "" }]);
}

/** Asks the API as a token's holder, or as the public without one. */
export async function ask(
  request: APIRequestContext,
  method: "GET" | "POST" | "PUT",
  path: string,
  { token, body, headers }: { token?: string | null; body?: unknown; headers?: Record<string, string> } = {},
) {
  const answer = await request.fetch(`/api/v1${path}`, {
    method,
    headers: { ...(token && { Authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { data: body }),
  });
  return { status: answer.status(), text: await answer.text() };
}

/** A decision in two taps: its button opens the question (and asks why), the second button decides. */
export async function decideOn(
  page: Page,
  { label, confirm }: { label: string; confirm: string },
  reason?: string,
): Promise<void> {
  // By the whole word: 接受 stands in 不接受 too.
  const opener = page.locator("summary").getByText(label, { exact: true });
  const question = page.locator("details", { has: opener });
  await opener.click();
  if (reason) await question.getByRole("textbox").fill(reason);
  await question.getByRole("button", { name: confirm }).click();
}

/** The village an account works in. */
export async function scopeOf(username: string): Promise<{ code: string; name: string }> {
  const [found] = await db
    .select({ code: divisions.code, name: divisions.name })
    .from(users)
    .innerJoin(divisions, eq(divisions.code, users.divisionScope))
    .where(eq(users.username, username));
  if (!found) throw new Error(`no village account: ${username}`);
  return found;
}

/** An account as the commands know it, for what somebody else does meanwhile. */
export async function askerOf(username: string): Promise<Asker> {
  const asker = await askerOfToken(await tokenOf(username));
  if (!asker) throw new Error(`no such account: ${username}`);
  return asker;
}

/** A household that an opening fits, not yet applied for. */
export async function aFamily() {
  const village = await aVillage();
  const home = await aHousehold({ village });
  const enterprise = await anEnterprise({ villageCode: village });
  await aPosting({ enterprise, title: `键-${Date.now()}` });
  return { home, who: await people(home) };
}

/** How many applications of a household wait for an answer. */
export const madeBy = (code: string) =>
  db.$count(applications, and(eq(applications.householdCode, code), eq(applications.state, "applied")));
