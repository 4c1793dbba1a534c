import { addDays } from "@/lib/clock/clock";
import { workdaysAfter } from "@/lib/clock/workdays";
import { leastNotice, type Policy } from "@/lib/policy/policy";

/**
 * The last day of a notice put up on a day: the longer of the policy's calendar and working days, and never less
 * than the law's, whatever was proposed before that was a bound.
 */
export function noticeEndsOn(
  publishedOn: string,
  policy: Pick<Policy, "notice.calendarDays" | "notice.workingDays">,
): string {
  const days = Math.max(policy["notice.calendarDays"], leastNotice.calendarDays);
  const byCalendar = addDays(publishedOn, days);
  const workdays = Math.max(policy["notice.workingDays"], leastNotice.workingDays);
  const byWork = workdaysAfter(publishedOn, workdays);
  return byCalendar > byWork ? byCalendar : byWork;
}
