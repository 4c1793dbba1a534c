import { newId } from "@/db/ids";
import type { Asker } from "@/lib/access/asker";
import { refuse } from "@/lib/refusal/refusal";
import { askerOfToken } from "@/lib/users/queries";

/** The token of `Authorization: Bearer TOKEN`; null without that header. @throws Refusal for another scheme. */
function bearerOf(request: Request): string | null {
  const header = request.headers.get("authorization");
  if (header === null) return null;
  return /^Bearer +([\w.~+/=-]{1,200})$/i.exec(header.trim())?.[1] ?? refuse("sign-in-needed");
}

/** Whether a request that writes came from our own pages: a cookie alone could be sent by anyone's. */
function isOwnPage(request: Request): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Who is asking: the holder of the token or, without one, of the session. A token that is not good is never
 * the public.
 * @throws Refusal `sign-in-needed` for a bad token, `forbidden` when a session writes from a foreign page.
 */
export async function whoAsks(request: Request, writes: boolean): Promise<Asker> {
  const bearer = bearerOf(request);
  if (bearer !== null) return (await askerOfToken(bearer, newId())) ?? refuse("sign-in-needed");
  // Sessions belong to the web server; the command line and tests never come this way.
  const { currentAsker } = await import("@/lib/users/session");
  const asker = await currentAsker();
  if (writes && asker.role !== "public" && !isOwnPage(request)) refuse("forbidden");
  return asker;
}

/** Where a request comes from, for counting only: the nearest hop that a proxy of ours, or Next itself, wrote. */
export const addressOf = (request: { headers: Pick<Headers, "get"> }): string =>
  request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
