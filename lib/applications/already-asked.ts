import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { applications, households } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { type Claim, clash, type OpenClaim, openClaims } from "@/lib/applications/claims";
import { askedFor } from "@/lib/applications/moves";
import { askedWork } from "@/lib/matching/county";
import type { MatchNow } from "@/lib/matching/match-now";

/** Everything a household could bring to a posting, as far as it has it only once. */
function claimsOf({ posting, answer }: MatchNow): Claim[] {
  if ("leftOut" in answer) return [];
  const base = { kind: posting.kind, memberId: null, months: 0, parcelIds: [] };
  const { fit } = answer;
  const months = askedWork(posting)?.months ?? 0;
  if (fit.kind === "job" || fit.kind === "contract")
    return fit.workers.map((m) => ({ ...base, memberId: m.id, months }));
  if (fit.kind === "land" || fit.kind === "order")
    return [{ ...base, parcelIds: fit.parcels.map((p) => p.id) }];
  return [base];
}

/**
 * The warning before a household applies: its waiting applications elsewhere that ask for the same person,
 * plot or share. @throws Refusal forbidden.
 */
export async function alreadyAsked(asker: Asker, match: MatchNow): Promise<OpenClaim[]> {
  const wanted = claimsOf(match);
  const open = await openClaims(asker, [match.household.code]);
  // What came back to be mended is this very application.
  const others = open.filter((claim) => claim.postingId !== match.posting.id);
  return others.filter((claim) => wanted.some((one) => clash(one, claim)));
}

/** What each household of a village has applied for and what is not over: household code → posting ids. */
export async function openPostingsAsked(asker: Asker): Promise<Map<string, Set<string>>> {
  const rows = await db
    .select({ household: applications.householdCode, posting: applications.postingId })
    .from(applications)
    .innerJoin(households, eq(households.code, applications.householdCode))
    .where(
      and(
        within(asker, permit(asker, "application", "read"), { village: households.villageCode }),
        inArray(applications.state, [...askedFor]),
        isNull(applications.overOn),
      ),
    );
  const asked = new Map<string, Set<string>>();
  for (const { household, posting } of rows)
    asked.set(household, (asked.get(household) ?? new Set()).add(posting));
  return asked;
}
