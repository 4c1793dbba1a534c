import { PassThrough, Readable } from "node:stream";
import type { Asker } from "@/lib/access/asker";
import { startWorker, type WorkerQuestion } from "@/lib/imports/runner";
import { Turns } from "@/lib/imports/turns";
import { Refusal, refuse } from "@/lib/refusal/refusal";

/** Spreadsheets written at once, exports and error files alike: each takes a processor and a process of its own. */
const writtenAtOnce = 2;
/** Who comes while so many are written waits so long for a turn, and is then told to come back. */
const longestWaitMs = 20_000;
/** A reader who takes longer has gone without a word, and must not keep the turn. */
const longestMs = 600_000;

const store = globalThis as { sanjinWriting?: Turns };
store.sanjinWriting ??= new Turns(writtenAtOnce);
const writing = store.sanjinWriting;

/**
 * A turn to write a spreadsheet.
 * @param signal of whoever waits: when they go away, so does their place in the queue.
 * @returns what gives the turn back. @throws Refusal too-many-exports
 */
export function writingTurn(signal?: AbortSignal): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      leave();
      settle();
      reject(new Refusal("too-many-exports"));
    };
    const timer = setTimeout(giveUp, longestWaitMs);
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
    };
    signal?.addEventListener("abort", giveUp);
    const leave = writing.ask(() => {
      settle();
      // A turn that is free begins before `ask` has answered.
      queueMicrotask(() => resolve(leave));
    });
    if (signal?.aborted) giveUp();
  });
}

type Asked = WorkerQuestion & { task: "export" | "errors" };
/** What is written, and under which name. */
export type Taken = { asked: Asked; name: string };

/**
 * A spreadsheet written by a process of its own, as it comes. When that process fails the stream breaks off with
 * an error, so that nobody takes half a file for a whole one; when the reader goes away it ends.
 * @param take says what to write, once there is a turn, so that what is written down as taken is taken.
 * @throws Refusal sign-in-needed, too-many-exports; whatever `take` throws.
 */
export async function writtenByWorker(
  asker: Asker,
  take: () => Promise<Taken>,
  signal?: AbortSignal,
): Promise<{ body: ReadableStream<Uint8Array>; name: string }> {
  // A stranger takes up nobody's turn.
  if (asker.role === "public") refuse("sign-in-needed");
  const leave = await writingTurn(signal);
  try {
    const { asked, name } = await take();
    return { body: written(asked, leave), name };
  } catch (error) {
    leave();
    throw error;
  }
}

function written(asked: Asked, leave: () => void): ReadableStream<Uint8Array> {
  const worker = startWorker("pipe");
  const { stdout } = worker;
  if (!stdout) throw new Error("a worker without its output");
  // Held open until it is known how the worker ended.
  const through = new PassThrough();
  stdout.pipe(through, { end: false });
  const fail = () => through.destroy(new Error("the export broke off"));
  const timer = setTimeout(fail, longestMs);
  worker.once("error", fail);
  worker.once("close", (code) => (code === 0 ? through.end() : fail()));
  through.once("close", () => {
    clearTimeout(timer);
    worker.kill();
    leave();
  });
  worker.send(asked);
  return Readable.toWeb(through) as ReadableStream<Uint8Array>;
}
