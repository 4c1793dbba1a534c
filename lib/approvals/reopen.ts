import { and, eq, inArray, ne } from "drizzle-orm";
import { db, tx, type Writer } from "@/db/client";
import { applications, bookings, households } from "@/db/schema";
import type { SystemReason } from "@/db/words";
import { systemAsker } from "@/lib/access/asker";
import { moves } from "@/lib/applications/moves";
import { clockOf } from "@/lib/applications/reply";
import { guard, type LoadedApplication, loadApplication, takeStep } from "@/lib/applications/step";
import { type Missing, parcelsOf, standing } from "@/lib/approvals/standing";
import type { CountyHousehold } from "@/lib/matching/county";
import { matchNow } from "@/lib/matching/match-now";
import { match } from "@/lib/matching/score";
import { policyFor } from "@/lib/policy/queries";

/**
 * Matches under notice whose household changed since they were approved: where it no longer brings what was
 * approved, the case goes back to the county with a word, its notice comes down and what it held is free.
 * A change that leaves the match as it was is noted, so that it is not looked at again.
 * @returns how many were reopened now.
 */
export async function reopenChanged(today: string): Promise<number> {
  const changed = await db
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(households, eq(households.code, applications.householdCode))
    .where(
      and(
        inArray(applications.state, [...moves.reopen.from]),
        ne(applications.approvedVersion, households.version),
      ),
    )
    .limit(500);
  let reopened = 0;
  for (const { id } of changed)
    await tx(async (w) => {
      if (await reopenOne(w, id, today)) reopened += 1;
    });
  return reopened;
}

async function reopenOne(w: Writer, id: string, today: string): Promise<boolean> {
  const loaded = await loadApplication(w, systemAsker, id);
  const { application, householdVersion } = loaded;
  if (!moves.reopen.from.includes(application.state)) return false;
  if ((await missingNow(w, application, today)) === null) {
    await w.update(applications).set({ approvedVersion: householdVersion }).where(eq(applications.id, id));
    return false;
  }
  await reopen(w, loaded, "changed-after-approval", today);
  return true;
}

/** Back to the county with a word: its notice comes down and what it held is free. In the caller's transaction. */
export async function reopen(
  w: Writer,
  loaded: LoadedApplication,
  reasonCode: SystemReason,
  today: string,
): Promise<void> {
  guard(systemAsker, loaded, "reopen", "");
  await takeStep(w, systemAsker, loaded, "reopen", {
    approvedBy: null,
    approvedVersion: null,
    reasonCode,
    ...clockOf(moves.reopen.to, today, await policyFor(today, w)),
  });
}

type Approved = typeof applications.$inferSelect;

/** Judged as if this match did not hold yet what it holds. */
async function missingNow(w: Writer, application: Approved, today: string): Promise<Missing | null> {
  const now = await matchNow(w, application.postingId, application.householdCode, today);
  const held = await w
    .select({ memberId: bookings.memberId, slot: bookings.slot })
    .from(bookings)
    .where(eq(bookings.applicationId, application.id));
  const land = await parcelsOf(w, [application.id]);
  const before = withoutHeld(now.household, held, land);
  return standing(match(before, now.posting, now.policy, today, now.roads), application, land);
}

/** A household as it would be without what one match holds. */
function withoutHeld(
  household: CountyHousehold,
  held: readonly { memberId: string; slot: number }[],
  land: readonly { parcelId: string; mu100: number }[],
): CountyHousehold {
  const monthsOf = (id: string) =>
    held.filter((b) => b.memberId === id && b.slot > 0).reduce((bits, b) => bits | (1 << (b.slot - 1)), 0);
  const muOf = (id: string) => land.filter((p) => p.parcelId === id).reduce((sum, p) => sum + p.mu100, 0);
  const isHere = (id: string) => household.members.some((m) => m.id === id);
  return {
    ...household,
    members: household.members.map((m) => ({ ...m, boundMonths: m.boundMonths & ~monthsOf(m.id) })),
    parcels: household.parcels.map((p) => ({ ...p, agreedMu100: p.agreedMu100 - muOf(p.id) })),
    // Shares of those who left are no longer counted among the household's.
    allottedPersons:
      household.allottedPersons - held.filter((b) => b.slot === 0 && isHere(b.memberId)).length,
  };
}
