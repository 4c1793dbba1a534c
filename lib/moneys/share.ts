/**
 * The one rule by which money is divided (largest remainder): everyone gets the whole fen of their exact
 * part, and the fen that are left go to the largest remainders, equal ones to whoever comes first. So the
 * parts always sum to the whole, to the fen.
 * @param totalFen whole fen, not negative
 * @param weights not negative whole numbers (days, capital × days, mu), not all 0 unless the total is 0
 */
export function share(totalFen: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (sum === 0n) {
    if (totalFen !== 0) throw new RangeError("nobody to share among");
    return weights.map(() => 0);
  }
  // Whole numbers of any size: fen × capital × days passes 2^53.
  const exact = weights.map((weight) => BigInt(totalFen) * BigInt(weight));
  const parts = exact.map((e) => e / sum);
  let left = totalFen - Number(parts.reduce((all, part) => all + part, 0n));
  const byRemainder = exact
    .map((e, i) => ({ i, rest: e % sum }))
    .sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  for (const { i } of byRemainder) {
    if (left === 0) break;
    parts[i] = (parts[i] ?? 0n) + 1n;
    left -= 1;
  }
  return parts.map(Number);
}

/**
 * What some days of a period are worth: the same rule with two shares, the days that count and the days that
 * do not, so that a used and an unused part sum to the whole; half a fen goes to the days that count.
 * @param wholeFen what the whole period is worth
 * @param days of the period that count, 0 … `ofDays`
 */
export function proRata(wholeFen: number, days: number, ofDays: number): number {
  const exact = wholeFen * days;
  // Plain numbers while they are exact: a county's lines are made by the ten thousand.
  if (exact <= Number.MAX_SAFE_INTEGER / 4) return Math.floor((2 * exact + ofDays) / (2 * ofDays));
  return share(wholeFen, [days, ofDays - days])[0] ?? 0;
}
