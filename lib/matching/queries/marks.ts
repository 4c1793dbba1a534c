import { and, asc, between, desc, gt, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { engine } from "@/db/columns";
import { countyChanges } from "@/db/schema";

/** Which numbers of county_changes have been read; a value, never changed in place. */
export type Seen = {
  /** The highest number read. */
  last: number;
  /**
   * Numbers below it not read yet, as ranges in their order: on PostgreSQL a later number may commit first, and a
   * county's import takes tens of thousands while others commit between them.
   */
  missing: readonly Missing[];
};
type Missing = { from: number; to: number; missedAt: number };

/** A number missing for so long belongs to a transaction that was rolled back. */
const missingMinutes = 10;

/**
 * What has been read once these numbers were too.
 * @param numbers in ascending order; @param now milliseconds of any steady clock.
 */
export function seeing(seen: Seen, numbers: readonly number[], now: number): Seen {
  const missing: Missing[] = [];
  let i = 0;
  for (const { from, to, missedAt } of seen.missing) {
    if (missedAt < now - missingMinutes * 60_000) continue;
    let next = from;
    while (i < numbers.length && numbers[i]! < from) i++;
    for (; i < numbers.length && numbers[i]! <= to; i++) {
      if (numbers[i]! > next) missing.push({ from: next, to: numbers[i]! - 1, missedAt });
      next = numbers[i]! + 1;
    }
    if (next <= to) missing.push({ from: next, to, missedAt });
  }
  let { last } = seen;
  while (i < numbers.length && numbers[i]! <= last) i++;
  for (; i < numbers.length; i++) {
    if (numbers[i]! > last + 1) missing.push({ from: last + 1, to: numbers[i]! - 1, missedAt: now });
    last = numbers[i]!;
  }
  return { last, missing };
}

/** SQLite has one writer: numbers come in the order of commits, and what is missing was cleared away. */
const noting = (seen: Seen, numbers: readonly number[]): Seen =>
  engine === "sqlite"
    ? { last: numbers.at(-1) ?? seen.last, missing: [] }
    : seeing(seen, numbers, performance.now());

const unread = ({ last, missing }: Seen): SQL | undefined =>
  or(gt(countyChanges.seq, last), ...missing.map((m) => between(countyChanges.seq, m.from, m.to)));

/** A number farther back was not taken by a transaction still under way, be it a whole county's import. */
const lookBack = engine === "sqlite" ? 1 : 200_000;

/** Everything up to now counts as read: what is loaded after asking this holds it. */
export async function seenByNow(): Promise<Seen> {
  const recent = await db
    .select({ seq: countyChanges.seq })
    .from(countyChanges)
    .orderBy(desc(countyChanges.seq))
    .limit(lookBack);
  const numbers = recent.map((row) => row.seq).reverse();
  return noting({ last: (numbers[0] ?? 1) - 1, missing: [] }, numbers);
}

/** What changed since, and what has been read with it. */
export type Changes = {
  seen: Seen;
  /** Their codes; null when there are so many that reading all anew is faster. */
  households: ReadonlySet<string> | null;
  postings: ReadonlySet<string>;
  /** Whether the table of distances is another. */
  roads: boolean;
};

const marked = {
  seq: countyChanges.seq,
  household: countyChanges.householdCode,
  posting: countyChanges.postingId,
};
type Mark = { seq: number; household: string | null; posting: string | null };

function changesIn(marks: readonly Mark[], seen: Seen, all: boolean): Changes {
  const named = (of: "household" | "posting") =>
    new Set(marks.flatMap((mark) => (mark[of] === null ? [] : [mark[of]])));
  return {
    seen,
    households: all ? null : named("household"),
    postings: named("posting"),
    // A change of neither household nor posting is one of the table of distances.
    roads: marks.some((mark) => mark.household === null && mark.posting === null),
  };
}

/**
 * The committed changes not read yet; null when there is none.
 * @param tooMany more changed households than this are not named one by one.
 */
export async function changesAfter(seen: Seen, tooMany: number): Promise<Changes | null> {
  const most = 4 * tooMany;
  const marks = await db
    .select(marked)
    .from(countyChanges)
    .where(unread(seen))
    .orderBy(asc(countyChanges.seq))
    .limit(most);
  if (marks.length === 0) return null;
  const some = changesIn(
    marks,
    noting(
      seen,
      marks.map((mark) => mark.seq),
    ),
    false,
  );
  if (marks.length < most && (some.households?.size ?? 0) <= tooMany) return some;
  const numbers = await everyNumber(seen);
  const others = await db
    .select(marked)
    .from(countyChanges)
    .where(and(unread(seen), or(isNotNull(countyChanges.postingId), isNull(countyChanges.householdCode))));
  return changesIn(others, noting(seen, numbers), true);
}

/** All of them are needed only to know which are missing. */
async function everyNumber(seen: Seen): Promise<number[]> {
  const query = db.select({ seq: countyChanges.seq }).from(countyChanges).where(unread(seen));
  const rows =
    engine === "sqlite"
      ? await query.orderBy(desc(countyChanges.seq)).limit(1)
      : await query.orderBy(asc(countyChanges.seq));
  return rows.map((row) => row.seq);
}
