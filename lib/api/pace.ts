import { refuse } from "@/lib/refusal/refusal";

/**
 * How often something may be done, counted in this process's memory in windows that slide. On globalThis,
 * because a production build instantiates modules twice.
 */
export type Pace = { most: number; seconds: number };

const store = globalThis as { sanjinPace?: Map<string, number[]> };
store.sanjinPace ??= new Map();
const seen = store.sanjinPace;
/** Keys kept at most; the ones longest unused go first. */
const mostKeys = 10_000;

/** @throws Refusal `too-many-tries` with the seconds until the next is welcome. */
export function keepPace(key: string, { most, seconds }: Pace, now = Date.now()): void {
  const since = now - seconds * 1000;
  const recent = (seen.get(key) ?? []).filter((at) => at > since);
  const [first] = recent;
  if (recent.length >= most && first !== undefined)
    refuse("too-many-tries", { seconds: Math.ceil((first - since) / 1000) });
  seen.delete(key);
  seen.set(key, [...recent, now]);
  const [oldest] = seen.keys();
  if (seen.size > mostKeys && oldest !== undefined) seen.delete(oldest);
}

/** Objections of one address, and to one notice from all addresses together. */
export const objectionPace = {
  address: { most: 5, seconds: 600 },
  notice: { most: 30, seconds: 600 },
} as const;
