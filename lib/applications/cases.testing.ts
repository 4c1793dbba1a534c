import { eq, sql } from "drizzle-orm";
import { tx } from "@/db/client";
import { newId } from "@/db/ids";
import * as s from "@/db/schema";
import type { ApplicationState, NoticeState } from "@/db/words";
import { inTheWay, takeBudget } from "@/lib/applications/budget";
import {
  aHousehold,
  aPosting,
  people,
  type TestHousehold,
  type TestPosting,
  testDay,
} from "@/lib/applications/testing";
import { nextNumber } from "@/lib/notices/number";

export type Case = Awaited<ReturnType<typeof aCase>>;

type Given = {
  state?: ApplicationState;
  posting?: TestPosting;
  household?: TestHousehold;
  who?: Awaited<ReturnType<typeof people>>;
  size?: number;
  /** Last day of its notice. */
  noticeEndsOn?: string;
  row?: Partial<typeof s.applications.$inferInsert>;
  /** The land it offers, by parcel. */
  land?: Record<string, number>;
};

const bound: readonly ApplicationState[] = ["approved", "held", "final"];
const answered: readonly ApplicationState[] = [...bound, "accepted", "declined", "rejected", "returned"];
/** How a case's notice stands; a case that was never approved has none. */
const noticeOf: Partial<Record<ApplicationState, NoticeState>> = {
  approved: "open",
  held: "open",
  final: "over",
  withdrawn: "withdrawn",
  rejected: "withdrawn",
};

/**
 * An application as it stands in a state: applied by the village, answered by the enterprise, approved by the
 * first county officer, with its notice, its places taken and, where there was one, its objection.
 */
export async function aCase(given: Given = {}) {
  const { state = "applied", size = 1, noticeEndsOn = "2026-12-03" } = given;
  const household = given.household ?? (await aHousehold());
  const posting = given.posting ?? (await aPosting());
  const who = given.who ?? (await people(household));
  const id = newId();
  const notice = noticeOf[state];
  const noticeId = notice ? newId() : null;
  const objectionId = notice && state !== "approved" && state !== "final" ? newId() : null;
  await tx(async (w) => {
    await w.insert(s.applications).values({
      id,
      postingId: posting.id,
      householdCode: household.code,
      state,
      memberId: household.memberIds[0] ?? null,
      size,
      cardToken: newId(),
      appliedBy: who.village.userId,
      onBehalfBy: who.village.userId,
      consentHow: "code",
      consentBy: who.village.userId,
      answeredBy: answered.includes(state) ? posting.enterprise.user.userId : null,
      approvedBy: notice ? who.county.userId : null,
      ...given.row,
    });
    for (const [parcelId, mu100] of Object.entries(given.land ?? {}))
      await w.insert(s.applicationParcels).values({ applicationId: id, parcelId, mu100 });
    if (bound.includes(state)) {
      await w
        .update(s.postings)
        .set({ taken: sql`${s.postings.taken} + ${size}` })
        .where(eq(s.postings.id, posting.id));
      const [row] = await w.select().from(s.applications).where(eq(s.applications.id, id));
      const [need] = await w.select().from(s.postings).where(eq(s.postings.id, posting.id));
      // Several matches of one worker stand side by side in tests: what is taken already stays with the first.
      if (row && need && !(await inTheWay(w, need.kind, row))) await takeBudget(w, need.kind, row);
    }
    if (!notice || !noticeId) return;
    await w.insert(s.notices).values({
      id: noticeId,
      number: await nextNumber(w, s.notices, "2026"),
      applicationId: id,
      state: notice,
      publishedOn: testDay,
      endsOn: noticeEndsOn,
    });
    if (!objectionId) return;
    const isOpen = state === "held";
    await w.insert(s.objections).values({
      id: objectionId,
      noticeId,
      via: "web",
      state: isOpen ? "open" : "upheld",
      body: "不符合条件",
      ...(!isOpen && { decidedBy: who.county2.userId, decisionReason: "属实", decidedAt: new Date() }),
    });
  });
  return { id, household, posting, who, noticeId, objectionId };
}
