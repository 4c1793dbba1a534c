import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import {
  applicationParcels,
  applications,
  contractDetails,
  households,
  jobDetails,
  members,
  postings,
} from "@/db/schema";
import type { ApplicationState, PostingKind } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { budgetOf } from "@/lib/applications/budget";

/** What an application asks of a household's person, months, plots or shares. */
export type Claim = {
  kind: PostingKind;
  memberId: string | null;
  /** Months as bits; 0 for what takes nobody's time. */
  months: number;
  parcelIds: readonly string[];
};

/** An application under way with what it asks. */
export type OpenClaim = Claim & {
  applicationId: string;
  household: string;
  postingId: string;
  posting: string;
  state: ApplicationState;
  memberName: string | null;
};

/** Whether two applications of one household ask for the same thing: both could not stand. */
export function clash(a: Claim, b: Claim): boolean {
  const budget = budgetOf[a.kind];
  if (budget !== budgetOf[b.kind]) return false;
  if (budget === "months") return a.memberId === b.memberId && (a.months & b.months) !== 0;
  if (budget === "land") return a.parcelIds.some((id) => b.parcelIds.includes(id));
  return budget === "shares";
}

/** Asked for and not yet decided: what is approved holds its own already. */
const waiting: readonly ApplicationState[] = ["applied", "accepted", "returned"];

/** What the waiting applications of some households ask. @throws Refusal forbidden. */
export async function openClaims(asker: Asker, codes: readonly string[]): Promise<OpenClaim[]> {
  const grant = permit(asker, "application", "read");
  if (codes.length === 0) return [];
  const rows = await db
    .select({
      applicationId: applications.id,
      household: applications.householdCode,
      postingId: postings.id,
      posting: postings.title,
      kind: postings.kind,
      state: applications.state,
      memberId: applications.memberId,
      memberName: members.name,
      job: jobDetails.months,
      plot: contractDetails.months,
    })
    .from(applications)
    .innerJoin(households, eq(households.code, applications.householdCode))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .leftJoin(jobDetails, eq(jobDetails.postingId, postings.id))
    .leftJoin(contractDetails, eq(contractDetails.postingId, postings.id))
    .leftJoin(members, eq(members.id, applications.memberId))
    .where(
      and(
        inArray(applications.householdCode, [...codes]),
        inArray(applications.state, [...waiting]),
        within(asker, grant, { village: households.villageCode, household: households.code }),
      ),
    );
  const land = await db
    .select({ id: applicationParcels.applicationId, parcelId: applicationParcels.parcelId })
    .from(applicationParcels)
    .where(
      inArray(
        applicationParcels.applicationId,
        rows.map((row) => row.applicationId),
      ),
    );
  return rows.map(({ job, plot, ...row }) => ({
    ...row,
    months: job ?? plot ?? 0,
    parcelIds: land.filter((p) => p.id === row.applicationId).map((p) => p.parcelId),
  }));
}
