import { importsOf } from "@/app/imports/address";
import { whoAsks } from "@/lib/api/who";
import { today } from "@/lib/clock/clock";
import { startImport } from "@/lib/imports/commands";
import { readUpload } from "@/lib/imports/multipart";
import { isRefusal, refuse } from "@/lib/refusal/refusal";

const see = (path: string) => new Response(null, { status: 303, headers: { Location: path } });

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = (body ?? refuse("bad-request")).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** What is still coming of a refused file is let pass, within reason: a browser reads the answer only after. */
async function drain(body: AsyncGenerator<Uint8Array>): Promise<void> {
  let size = 0;
  for (;;) {
    const next = await body.next();
    if (next.done) return;
    size += next.value.length;
    if (size > 100 * 1024 * 1024) return;
  }
}

/** A file handed in by a form: streamed to disk, sealed on its way, and never held whole. */
export async function POST(request: Request): Promise<Response> {
  const body = chunksOf(request.body);
  let home = "/";
  try {
    const asker = await whoAsks(request, true);
    if (asker.role === "public") return see("/sign-in");
    home = importsOf(asker);
    const { fields, fileName, bytes } = await readUpload(request.headers.get("content-type"), body, "file");
    const { id } = await startImport(asker, { ...fields, fileName }, bytes, today());
    return see(`${home}/${id}`);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await drain(body);
    const { problem } = error.data;
    const why = new URLSearchParams({ refused: error.code, ...(problem && { problem: String(problem) }) });
    return see(`${home}?${why}`);
  }
}
