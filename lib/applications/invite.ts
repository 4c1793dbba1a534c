import { and, eq, inArray, isNull } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { applications } from "@/db/schema";
import { type Asker, isInside } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { underWay } from "@/lib/applications/moves";
import { bringParcels, frozen, insertApplication } from "@/lib/applications/row";
import { bringOf } from "@/lib/applications/size";
import { record } from "@/lib/audit/commands";
import { matchNow } from "@/lib/matching/match-now";
import { isRefusal, refuse } from "@/lib/refusal/refusal";

export type Invitation = {
  posting: string;
  household: string;
  member?: string;
  parcels?: readonly string[];
  persons?: number;
};
export type InviteResult = {
  invited: string[];
  skipped: { household: string; posting: string; why: string }[];
};

/** An invitation that still needs the household's word. @returns its id. @throws Refusal not-eligible, already-applied, full. */
export async function inviteIn(w: Writer, asker: Asker, wish: Invitation, today: string): Promise<string> {
  const { posting, household } = wish;
  const now = await matchNow(w, posting, household, today);
  if (!isInside(asker.divisionScope, now.household.village)) refuse("not-found");
  if (!now.posting.open) refuse("posting-closed");
  if ("leftOut" in now.answer) return refuse("not-eligible", { rule: now.answer.leftOut.rule });
  const [open] = await w
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.postingId, posting),
        eq(applications.householdCode, household),
        inArray(applications.state, [...underWay]),
        isNull(applications.overOn),
      ),
    );
  if (open) refuse("already-applied");
  const bring = bringOf(now.answer.fit, now.posting, now.policy, wish);
  const { memberId, size } = bring;
  const id = newId();
  await insertApplication(w, {
    id,
    postingId: posting,
    householdCode: household,
    state: "invited",
    invitedBy: asker.userId,
    memberId,
    size,
    match: frozen(now, now.answer, today),
  });
  await bringParcels(w, id, bring);
  await record(w, asker, {
    action: "application.invite",
    subject: "application",
    subjectId: id,
    householdCode: household,
    after: { posting, size },
  });
  return id;
}

/**
 * An officer invites households to a posting; each still gives its own word before anything is decided.
 * Who cannot be invited is skipped and named with the reason.
 * @throws Refusal forbidden.
 */
export async function invite(
  asker: Asker,
  wishes: readonly Invitation[],
  today: string,
): Promise<InviteResult> {
  permit(asker, "application", "decide");
  if (asker.role !== "county") refuse("forbidden");
  const result: InviteResult = { invited: [], skipped: [] };
  for (const wish of wishes) {
    try {
      result.invited.push(await tx((w) => inviteIn(w, asker, wish, today)));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      result.skipped.push({ household: wish.household, posting: wish.posting, why: error.code });
    }
  }
  return result;
}
