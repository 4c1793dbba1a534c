/**
 * A round end for an axis: the least of 1, 2, 2.5, 5 × a power of ten, times at most five steps, that holds
 * `most`, with its steps.
 * @param most ≥ 0
 */
export function niceScale(most: number, steps = 4): { end: number; ticks: number[] } {
  const least = Math.max(most, 1e-9) / steps;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10) * power;
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
  return { end: ticks.at(-1) ?? step, ticks };
}
