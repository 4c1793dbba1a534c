import { addDays } from "@/lib/clock/clock";
import { workdaysAfter } from "@/lib/clock/workdays";
import type { Policy } from "@/lib/policy/policy";

/** The last day of a notice put up on a day: the longer of the policy's calendar and working days. */
export function noticeEndsOn(publishedOn: string, policy: Policy): string {
  const byCalendar = addDays(publishedOn, policy["notice.calendarDays"]);
  const byWork = workdaysAfter(publishedOn, policy["notice.workingDays"]);
  return byCalendar > byWork ? byCalendar : byWork;
}
