import { addDays, addYears, daysBetween } from "@/lib/clock/clock";

/** A stretch of days, both ends included; `wholeTo` is where it would end if the agreement ran on. */
export type Period = { from: string; to: string; wholeTo: string };
/** When an agreement runs; `endsOn` is its last day, null while none is agreed. */
export type Span = { startsOn: string; endsOn: string | null };

const two = (n: number) => String(n).padStart(2, "0");
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysInMonth = (year: number, month: number) =>
  month === 2
    ? isLeap(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** A day of a month as there is one: the 31st of a month of 30 days is its 30th, 29 February else the 28th. */
export const dayIn = (year: number, month: number, date: number): string =>
  `${year}-${two(month)}-${two(Math.min(date, daysInMonth(year, month)))}`;

/** How many days a period counts. */
export const daysOf = ({ from, to }: { from: string; to: string }): number => daysBetween(from, to) + 1;

const earlier = (a: string, b: string | null) => (b !== null && b < a ? b : a);

/**
 * The years of an agreement, each from its anniversary; the last may be cut short by the end.
 * @param until only years that begin by this day
 */
export function agreementYears({ startsOn, endsOn }: Span, until: string): Period[] {
  const years: Period[] = [];
  for (let k = 0; ; k++) {
    const from = addYears(startsOn, k);
    if (from > until || (endsOn !== null && from > endsOn)) return years;
    const wholeTo = addDays(addYears(startsOn, k + 1), -1);
    years.push({ from, to: earlier(wholeTo, endsOn), wholeTo });
  }
}

/**
 * The calendar months an agreement touches, each whole or the part of it that the agreement runs.
 * `from` is the first day that counts; `wholeFrom` the first of the month.
 */
export function calendarMonths(
  { startsOn, endsOn }: Span,
  until: string,
): (Period & { wholeFrom: string })[] {
  const months: (Period & { wholeFrom: string })[] = [];
  let [year = 0, month = 1] = startsOn.split("-").map(Number);
  for (;;) {
    const wholeFrom = dayIn(year, month, 1);
    const from = wholeFrom < startsOn ? startsOn : wholeFrom;
    if (from > until || (endsOn !== null && from > endsOn)) return months;
    const wholeTo = dayIn(year, month, 31);
    months.push({ wholeFrom, from, to: earlier(wholeTo, endsOn), wholeTo });
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

/**
 * When a year's money is due: on the pay day that falls in it, or on the agreement's last day if that comes
 * first.
 * @param payMonthDay MM-DD
 */
export function payDayIn({ from, to, wholeTo }: Period, payMonthDay: string): string {
  const [month = 12, date = 31] = payMonthDay.split("-").map(Number);
  const year = Number(from.slice(0, 4));
  const days = [dayIn(year, month, date), dayIn(year + 1, month, date)];
  const day = days.find((d) => d >= from && d <= wholeTo) ?? wholeTo;
  return day < to ? day : to;
}

/**
 * The same under terms that held in turn. Another pay day agreed on during the year holds for it while the old
 * one is still to come and if the new one is: what is due stays due, and nothing is late the day it is agreed on.
 * @param periods in order, each from its first day on; at least one
 */
export function payDayUnder(
  year: Period,
  periods: readonly { from: string; terms: { payMonthDay: string } }[],
): string {
  const before = periods.filter(({ from }, i) => i === 0 || from <= year.from);
  let day = payDayIn(year, before.at(-1)?.terms.payMonthDay ?? "");
  for (const { from, terms } of periods.slice(before.length)) {
    const next = payDayIn(year, terms.payMonthDay);
    if (from <= year.to && from <= day && next >= from) day = next;
  }
  return day;
}

/** The first pay day after a day. */
export function nextPayDay(after: string, payMonthDay: string): string {
  const [month = 12, date = 31] = payMonthDay.split("-").map(Number);
  const year = Number(after.slice(0, 4));
  const inYear = dayIn(year, month, date);
  return inYear > after ? inYear : dayIn(year + 1, month, date);
}

/** When a month's wage is due: on the pay day of the month after. */
export function wageDueOn(monthFrom: string, payDay: number): string {
  const year = Number(monthFrom.slice(0, 4));
  const month = Number(monthFrom.slice(5, 7));
  return month === 12 ? dayIn(year + 1, 1, payDay) : dayIn(year, month + 1, payDay);
}
