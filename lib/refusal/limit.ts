import { refuse } from "@/lib/refusal/refusal";

const store = globalThis as { sanjinLimits?: Map<string, Map<string, number[]>> };
const everybody = "everybody";

/**
 * Something strangers may do only so often: `most` times from one address and `mostOfAll` times from
 * everybody together within `windowMs`. The second number holds even when a client invents its address in a
 * header. Kept in memory; a restart forgets, which harms nobody.
 * @returns what throws Refusal too-many-tries (with the seconds to wait) when it is once too often.
 */
export const limiter =
  (what: string, { most, mostOfAll, windowMs }: { most: number; mostOfAll: number; windowMs: number }) =>
  (address: string, nowMs: number): void => {
    store.sanjinLimits ??= new Map();
    const times = store.sanjinLimits.get(what) ?? new Map<string, number[]>();
    store.sanjinLimits.set(what, times);
    const all = times.get(everybody) ?? [];
    if (times.size > 10_000) times.clear();
    const recent = (list: readonly number[] = []) => list.filter((at) => nowMs - at < windowMs);
    const own = recent(times.get(address));
    const everyones = recent(all);
    const full = own.length >= most ? own : everyones.length >= mostOfAll ? everyones : null;
    if (full)
      refuse("too-many-tries", { seconds: Math.ceil((windowMs - nowMs + (full[0] ?? nowMs)) / 1000) });
    times.set(address, [...own, nowMs]);
    times.set(everybody, [...everyones, nowMs]);
  };
