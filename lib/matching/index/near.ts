import { earthRadiusKm } from "@/lib/matching/distance";
import { distancePart } from "@/lib/matching/score";

/**
 * Bounds on distance without a sine, a power or an arcsine: what lets most rows be passed over. Every bound
 * errs to the side of "nearer", so that passing over never changes the answer.
 */

/** Half a degree in radians: haversines take half angles. */
export const halfRadian = Math.PI / 360;

/** sin²(x) ≥ x² − x⁴/3 for every x. @param x half angle in radians */
export const lowSquare = (x: number): number => {
  const square = x * x;
  return square * (1 - square / 3);
};

/** Straight km to bins of the table, from the square root of a haversine: 2R·s ≤ 2R·asin(s). */
const binKm = 0.05;
export const binsPerRoot = (2 * earthRadiusKm) / binKm;
export const lastBin = 4095;

const tables = new Map<string, Float64Array>();

/** The highest distance part of each bin of straight km. Kept: there are as many as policies have halves. */
export function highestParts(halfKm: number, detour: number): Float64Array {
  const key = `${halfKm}:${detour}`;
  let table = tables.get(key);
  if (!table) {
    if (tables.size > 64) tables.clear();
    table = Float64Array.from({ length: lastBin + 1 }, (_, i) => distancePart(i * binKm * detour, halfKm));
    tables.set(key, table);
  }
  return table;
}
