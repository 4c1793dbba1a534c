import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { isRefusal, type Refusal, refusalStatus } from "@/lib/refusal/refusal";
import { problemSentence, refusalSentence } from "@/lib/refusal/words";

/** Headers of every answer: nobody keeps a copy of what may be personal. */
export const answerHeaders = { "Cache-Control": "no-store", Vary: "Authorization, Cookie, Accept-Language" };

/** The language of a problem's sentence: what the caller asks for, else Chinese. */
export const localeAsked = (request: Request): Locale =>
  /^\s*en\b/i.test(request.headers.get("accept-language") ?? "") ? "en" : "zh";

/** A refusal as RFC 9457 says: stable `code`, its figures beside it, and for input one problem per field. */
export function problemOf(refusal: Refusal, locale: Locale): Response {
  const t = dictionary(locale);
  const status = refusalStatus[refusal.code];
  const fields = Object.entries(refusal.fields).map(([path, problem]) => [
    path,
    { ...problem, message: problemSentence(t, problem) },
  ]);
  const { seconds } = refusal.data;
  const body = {
    ...refusal.data,
    type: `urn:sanjin:problem:${refusal.code}`,
    title: refusalSentence(t, refusal),
    status,
    code: refusal.code,
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...answerHeaders,
      "Content-Type": "application/problem+json",
      ...(status === 401 && { "WWW-Authenticate": 'Bearer realm="sanjin"' }),
      ...(status === 429 && { "Retry-After": String(seconds ?? 60) }),
    },
  });
}

/** Where an unexpected error arose: its name and frames, never its message, which may hold a query's values. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return "not an Error";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 12)].join("\n");
}

/** Any error as an answer: a refusal in its own words; all else is ours, named in the log and told to nobody. */
export function answerToError(error: unknown, request: Request): Response {
  if (isRefusal(error)) return problemOf(error, localeAsked(request));
  console.error(`api: ${request.method} ${new URL(request.url).pathname} failed: ${framesOf(error)}`);
  const body = { type: "urn:sanjin:problem:internal", title: "internal", status: 500, code: "internal" };
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { ...answerHeaders, "Content-Type": "application/problem+json" },
  });
}
