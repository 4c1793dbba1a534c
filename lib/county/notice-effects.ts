import { and, count, eq, gte, max } from "drizzle-orm";
import { db } from "@/db/client";
import { applications, notices } from "@/db/schema";
import { noticeEndsOn } from "@/lib/notices/days";
import type { Policy } from "@/lib/policy/policy";

/** What another length of notices would change: nothing for those that are up, all for those to come. */
export type NoticeEffects = {
  /** Notices up today; each keeps the last day it was put up with. */
  up: number;
  /** The latest of these days; null when none is up. */
  lastEndsOn: string | null;
  /** Applications that wait for the county's approval: each would get a notice of the new length. */
  waiting: number;
  /** The last day of a notice put up today, by either length: the longer of calendar and working days. */
  endsOn: { before: string; after: string };
};

export async function noticeEffects(before: Policy, after: Policy, today: string): Promise<NoticeEffects> {
  const [[up], waiting] = await Promise.all([
    db
      .select({ n: count(), lastEndsOn: max(notices.endsOn) })
      .from(notices)
      .where(and(eq(notices.state, "open"), gte(notices.endsOn, today))),
    db.$count(applications, eq(applications.state, "accepted")),
  ]);
  return {
    up: up?.n ?? 0,
    lastEndsOn: up?.lastEndsOn ?? null,
    waiting,
    endsOn: { before: noticeEndsOn(today, before), after: noticeEndsOn(today, after) },
  };
}
