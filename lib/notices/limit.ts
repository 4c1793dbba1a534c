import { refuse } from "@/lib/refusal/refusal";

/** Objections from one address: at most so many in so long. Kept in memory; a restart forgets, which harms nobody. */
const most = 10;
const windowMs = 10 * 60_000;
const store = globalThis as { sanjinObjectionTimes?: Map<string, number[]> };

/** @throws Refusal too-many-tries (with the seconds to wait) when one address objects too often. */
export function allowOrRefuse(address: string, nowMs: number): void {
  store.sanjinObjectionTimes ??= new Map();
  const times = store.sanjinObjectionTimes;
  if (times.size > 10_000) times.clear();
  const recent = (times.get(address) ?? []).filter((at) => nowMs - at < windowMs);
  if (recent.length >= most)
    refuse("too-many-tries", { seconds: Math.ceil((windowMs - nowMs + (recent[0] ?? nowMs)) / 1000) });
  times.set(address, [...recent, nowMs]);
}
