/** What the pictures of a county show, worked out from plain rows. Months are "YYYY-MM". */

/** The last `count` months up to a day's, oldest first. */
export function monthsUpTo(today: string, count: number): string[] {
  const [year = 0, month = 0] = today.split("-").map(Number);
  return Array.from({ length: count }, (_, i) => {
    const n = year * 12 + month - 1 - (count - 1 - i);
    return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`;
  });
}

/** A household's agreement: from its first day to its last, null while it goes on. */
export type Span = { household: string; from: string; to: string | null };

/**
 * Households with at least one live agreement at the end of each month (of the last one: on the day itself),
 * each counted once.
 * @param spans in any order
 */
export function coveredByMonth(spans: readonly Span[], months: readonly string[], today: string): number[] {
  return months.map((month) => {
    const end = month === today.slice(0, 7) ? today : `${month}-31`;
    const covered = new Set<string>();
    for (const { household, from, to } of spans)
      if (from <= end && (to === null || to >= end)) covered.add(household);
    return covered.size;
  });
}

export type LinkCount = { enterpriseId: string; name: string; town: string; households: number };

/** Enterprises by the households they are linked with, most first, at most `most`; counts in the towns' order. */
export function linksOf(
  counts: readonly LinkCount[],
  towns: readonly string[],
  most: number,
): { id: string; name: string; counts: number[]; all: number }[] {
  const rows = new Map<string, { id: string; name: string; counts: number[]; all: number }>();
  for (const { enterpriseId, name, town, households } of counts) {
    const row = rows.get(enterpriseId) ?? { id: enterpriseId, name, counts: towns.map(() => 0), all: 0 };
    const column = towns.indexOf(town);
    if (column >= 0) row.counts[column]! += households;
    row.all += households;
    rows.set(enterpriseId, row);
  }
  return [...rows.values()].sort((a, b) => b.all - a.all || (a.id < b.id ? -1 : 1)).slice(0, most);
}
