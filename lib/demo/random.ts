/**
 * Chance that repeats: the same seed and label give the same numbers on every machine. Each part of the
 * demo county draws from its own stream, so that a change in one does not stir the others.
 */
export type Random = {
  /** In [0, 1). */
  next: () => number;
  /** Whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** One of the keys, with probability proportional to its weight. */
  weighted: <T>(choices: readonly (readonly [T, number])[]) => T;
  /** A new array in chance order. */
  shuffle: <T>(list: readonly T[]) => T[];
  /** Normal with mean 0 and deviation 1. */
  normal: () => number;
};

/** FNV-1a over UTF-16 code units, mixed with the seed: where a stream starts. */
function start(seed: number, label: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < label.length; i++) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

export function randomOf(seed: number, label: string): Random {
  let state = start(seed, label);
  // mulberry32 (T. Ettinger, public domain): 32 bits of state, ample for a few million draws.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error("nothing to pick from");
    return list[Math.floor(next() * list.length)] as T;
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted: (choices) => {
      let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of choices) {
        rest -= weight;
        if (rest < 0) return key;
      }
      return pick(choices)[0];
    },
    shuffle: (list) => {
      const shuffled = [...list];
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        [shuffled[i], shuffled[j]] = [
          shuffled[j] as (typeof shuffled)[0],
          shuffled[i] as (typeof shuffled)[0],
        ];
      }
      return shuffled;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
