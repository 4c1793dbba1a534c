import { refuse } from "@/lib/refusal/refusal";

/**
 * Objections from one address, and from everybody together: at most so many in so long. The second number
 * holds even when a client invents its address in a header. Kept in memory; a restart forgets, which harms
 * nobody.
 */
const most = 10;
const mostOfAll = 200;
const everybody = "everybody";
const windowMs = 10 * 60_000;
const store = globalThis as { sanjinObjectionTimes?: Map<string, number[]> };

/** @throws Refusal too-many-tries (with the seconds to wait) when one address, or everybody, objects too often. */
export function allowOrRefuse(address: string, nowMs: number): void {
  store.sanjinObjectionTimes ??= new Map();
  const times = store.sanjinObjectionTimes;
  const all = times.get(everybody) ?? [];
  if (times.size > 10_000) times.clear();
  const recent = (list: readonly number[] = []) => list.filter((at) => nowMs - at < windowMs);
  const own = recent(times.get(address));
  const everyones = recent(all);
  const full = own.length >= most ? own : everyones.length >= mostOfAll ? everyones : null;
  if (full) refuse("too-many-tries", { seconds: Math.ceil((windowMs - nowMs + (full[0] ?? nowMs)) / 1000) });
  times.set(address, [...own, nowMs]);
  times.set(everybody, [...everyones, nowMs]);
}
