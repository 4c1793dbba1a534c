import { finishNotices } from "@/lib/agreements/finish";
import { today } from "@/lib/clock/clock";

const store = globalThis as { sanjinMinuteJob?: NodeJS.Timeout };

async function tick(): Promise<void> {
  try {
    while ((await finishNotices(today())) > 0);
  } catch (error) {
    // The next minute tries again; the error's message may hold values, so only its name is said.
    console.error(`minute job failed: ${error instanceof Error ? error.name : "unknown"}`);
  }
}

/**
 * What time does by itself, once a minute and at start: notices that are over make their matches final. It
 * looks at what is due, not at when it last ran, so a restart or a clock change loses nothing.
 */
export function startMinuteJob(): void {
  if (store.sanjinMinuteJob) return;
  store.sanjinMinuteJob = setInterval(() => void tick(), 60_000);
  store.sanjinMinuteJob.unref();
  void tick();
}
