import { type FieldProblems, refuse, refuseFields } from "@/lib/refusal/refusal";

/** Largest body the API reads, in bytes. */
export const mostBytes = 64 * 1024;
/** Deepest nesting of lists and objects in a body; ours go three deep. */
const mostDepth = 32;

/**
 * The bytes of a body, counted while they come in.
 * @throws Refusal `too-large` as soon as there are too many.
 */
export async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) refuse("too-large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > mostBytes) {
      // Not awaited: whoever sends on would make us wait.
      void reader.cancel().catch(() => undefined);
      refuse("too-large");
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

/** @throws Refusal `media-type` unless the body says it is JSON in UTF-8. */
export function assertJson(request: Request): void {
  const [type = "", ...parameters] = (request.headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset = parameters.map((p) => p.trim()).find((p) => p.startsWith("charset="));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (!/^application\/([\w.+-]+\+)?json$/.test(type.trim()) || !isUtf8) refuse("media-type");
}

/** Texts no database of ours keeps as they came: NUL, halves of a character. By their path. */
function unwritable(value: unknown): FieldProblems {
  const problems: [string, FieldProblems[string]][] = [];
  const check = (text: string, path: string) => {
    if (text.includes("\0") || !text.isWellFormed())
      problems.push([path.toWellFormed(), { code: "bad-characters" }]);
  };
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value, path: "", depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, depth } = next;
    if (depth > mostDepth) refuse("bad-request");
    if (typeof value === "string") check(value, path);
    if (typeof value !== "object" || value === null) continue;
    for (const [key, part] of Object.entries(value)) {
      const below = path === "" ? key : `${path}.${key}`;
      check(key, below);
      waiting.push({ value: part, path: below, depth: depth + 1 });
    }
  }
  return Object.fromEntries(problems);
}

/**
 * A body's bytes as an object.
 * @throws Refusal `bad-request` when they are not UTF-8, not JSON, no object or nested past reason; `input`
 * when a text holds NUL or half a character.
 */
export function parseJson(bytes: Uint8Array): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse("bad-request");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse("bad-request");
  const problems = unwritable(value);
  if (Object.keys(problems).length > 0) refuseFields(problems);
  return value as Record<string, unknown>;
}
