import { systemAsker } from "@/lib/access/asker";
import { issueToken } from "@/lib/users/tokens";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Calls a route's handler as Next would, with a user's token; as the public without a username. */
export async function callRoute(
  handler: Handler,
  given: {
    as?: string;
    method?: string;
    path?: string;
    params?: Record<string, string>;
    body?: unknown;
    headers?: Record<string, string>;
  } = {},
): Promise<{ status: number; body: Record<string, unknown>; text: string; headers: Headers }> {
  const { as, path = "/", params = {}, body, headers } = given;
  const token = as && (await issueToken(systemAsker, { username: as, days: 1 }));
  const request = new Request(`http://sanjin.test/api/v1${path}`, {
    method: given.method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return {
    status: response.status,
    text,
    headers: response.headers,
    body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}
