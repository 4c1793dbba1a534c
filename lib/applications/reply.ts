import type { ApplicationState } from "@/db/words";
import { workdaysAfter } from "@/lib/clock/workdays";
import type { Policy } from "@/lib/policy/policy";

/** Until when whoever's turn it is answers, and when they are reminded; all null where nobody's is. */
export type ReplyClock = { replyDueOn: string | null; remindOn: string | null; remindedOn: null };

export const noClock: ReplyClock = { replyDueOn: null, remindOn: null, remindedOn: null };

/** Whose turn it is in a state, and the policy's working days for the answer and the reminder. */
const turns: Partial<
  Record<ApplicationState, { days: "reply.enterpriseDays" | "reply.countyDays"; reminder: ReminderKey }>
> = {
  applied: { days: "reply.enterpriseDays", reminder: "reply.enterpriseReminderDays" },
  accepted: { days: "reply.countyDays", reminder: "reply.countyReminderDays" },
};
type ReminderKey = "reply.enterpriseReminderDays" | "reply.countyReminderDays";

/** The clock of an application that enters a state on a day; fixed then, whatever the policy says later. */
export function clockOf(state: ApplicationState, since: string, policy: Policy): ReplyClock {
  const turn = turns[state];
  if (!turn) return noClock;
  return {
    replyDueOn: workdaysAfter(since, policy[turn.days]),
    remindOn: workdaysAfter(since, policy[turn.reminder]),
    remindedOn: null,
  };
}
