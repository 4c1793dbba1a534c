import chineseDays from "chinese-days";
import { addDays } from "@/lib/clock/clock";

const weekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Whether the library has a year's days off; the State Council decides them late in the year before. */
const isDecided = (year: string): boolean =>
  // National Day is always off, and one of these three is never a Saturday or Sunday.
  ["01", "02", "03"].some((d) => weekday(`${year}-10-${d}`) && !chineseDays.isWorkday(`${year}-10-${d}`));

/** The statutory days off of a year nobody has decided yet (国务院令 795, since 2025), as MM-DD. */
function statutoryDays(year: string): ReadonlySet<string> {
  const lunar = (monthAndDay: string) => chineseDays.getSolarDateFromLunar(`${year}-${monthAndDay}`).date;
  const qingming = chineseDays.getSolarTermDate(Number(year), 4, "pure_brightness");
  const newYear = lunar("01-01");
  return new Set([
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map((n) => addDays(newYear, n)),
    qingming,
    `${year}-05-01`,
    `${year}-05-02`,
    lunar("05-05"),
    lunar("08-15"),
    ...["01", "02", "03"].map((day) => `${year}-10-${day}`),
  ]);
}
/** By year: its days off where nobody has decided them, null where the library knows better. */
const undecided = new Map<string, ReadonlySet<string> | null>();

/**
 * Whether people work on a day in China: State Council holidays and shifted weekends where the year's are
 * known, else all weekdays but the statutory days off, without any shifting.
 */
export function isWorkday(day: string): boolean {
  const year = day.slice(0, 4);
  let off = undecided.get(year);
  if (off === undefined) {
    off = isDecided(year) ? null : statutoryDays(year);
    undecided.set(year, off);
  }
  return off === null ? chineseDays.isWorkday(day) : weekday(day) && !off.has(day);
}

/** The n-th working day after a day. */
export function workdaysAfter(day: string, n: number): string {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkday(at)) left -= 1;
  }
  return at;
}
