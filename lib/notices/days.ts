import chineseDays from "chinese-days";
import { addDays } from "@/lib/clock/clock";
import type { Policy } from "@/lib/policy/policy";

/** Whether people work on a day in China, State Council holidays and shifted weekends included. */
export const isWorkday = (day: string): boolean => chineseDays.isWorkday(day);

/** The n-th working day after a day. */
export function workdaysAfter(day: string, n: number): string {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkday(at)) left -= 1;
  }
  return at;
}

/** The last day of a notice put up on a day: the longer of the policy's calendar and working days. */
export function noticeEndsOn(publishedOn: string, policy: Policy): string {
  const byCalendar = addDays(publishedOn, policy["notice.calendarDays"]);
  const byWork = workdaysAfter(publishedOn, policy["notice.workingDays"]);
  return byCalendar > byWork ? byCalendar : byWork;
}
