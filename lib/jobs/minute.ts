import { endOverdue, remindEnding } from "@/lib/agreements/clock";
import { finishNotices } from "@/lib/agreements/finish";
import { recheckBindings } from "@/lib/agreements/recheck";
import { expireUnanswered, remindWaiting } from "@/lib/applications/due";
import { reopenChanged } from "@/lib/approvals/reopen";
import { today } from "@/lib/clock/clock";
import { sendMessages } from "@/lib/messages/send";
import { tellNews } from "@/lib/messages/tell";
import { freezeWhoDefaults } from "@/lib/moneys/default";
import { makeDues } from "@/lib/moneys/make";
import { closeSilent, warnSilent } from "@/lib/postings/silent";

/** Works off some of what is due on a day. @returns how much was done; 0 when nothing is left. */
type Job = (today: string) => Promise<number>;

/**
 * What time does by itself, in this order. Each job looks at what is due, never at when it last ran, so that
 * a restart, a clock change or two runs at once lose nothing and do nothing twice.
 */
const jobs: Record<string, Job> = {
  /** Before anything becomes final: what changed in a household since its approval is decided again. */
  reopenChanged,
  /** What an enterprise left unanswered, and who is to be reminded. */
  expireUnanswered,
  remindWaiting,
  /** Agreements whose last day is past end, or go on renewed; shares follow the links that bind them. */
  endOverdue,
  recheckBindings,
  remindEnding,
  /** Notices that are over make their matches final. */
  finishNotices,
  /** Needs nobody says a word on are pointed out to their enterprise, later closed. */
  warnSilent,
  closeSilent,
  /** Agreements that are new, changed or run on get the lines of money they make due. */
  makeDues,
  /** Enterprises whose dividends are in default may post nothing new, until they are paid. */
  freezeWhoDefaults,
  /** What was done is told to whom it concerns, last, so that it tells of this round's work too. */
  tellNews,
  /** SMS and e-mail, where the county has configured them. */
  sendMessages: () => sendMessages(),
};

/** A job that always finds more to do must not keep the others waiting for ever. */
const mostRounds = 1000;

/** Runs every job until nothing is due. One that fails is named and tried again next time; the others go on. */
export async function runJobs(day = today()): Promise<void> {
  for (const [name, job] of Object.entries(jobs))
    try {
      for (let round = 0; round < mostRounds && (await job(day)) > 0; round++);
    } catch (error) {
      // The error's message may hold values, so only its name is said.
      console.error(`job ${name} failed: ${error instanceof Error ? error.name : "unknown"}`);
    }
}

const store = globalThis as { sanjinMinute?: { timer: NodeJS.Timeout; running: boolean } };

/** Runs the jobs now and once a minute; a run that takes longer is not met by a second. */
export function startMinuteJobs(): void {
  if (store.sanjinMinute) return;
  const tick = async () => {
    const minute = store.sanjinMinute;
    if (!minute || minute.running) return;
    minute.running = true;
    await runJobs();
    minute.running = false;
  };
  store.sanjinMinute = { timer: setInterval(() => void tick(), 60_000), running: false };
  store.sanjinMinute.timer.unref();
  void tick();
}
