import { aliasedTable, and, eq, exists, inArray, isNull, lte, ne, notExists, or, sql } from "drizzle-orm";
import { db, tx, type Writer } from "@/db/client";
import { agreements, applications, notices, postings, projects } from "@/db/schema";
import { boundStates } from "@/db/words";
import { systemAsker } from "@/lib/access/asker";
import type { Source } from "@/lib/access/scope";
import { bindingKinds, bindingOn, type Link } from "@/lib/agreements/binding";
import { record } from "@/lib/audit/commands";
import { addDays } from "@/lib/clock/clock";
import { policyFor } from "@/lib/policy/queries";

const other = aliasedTable(agreements, "other");

type Pair = { householdCode: string; enterpriseId: string };

/** When the land, order and labor links of a household with an enterprise ran, from the approval on. */
export async function linksBetween(from: Source, { householdCode, enterpriseId }: Pair): Promise<Link[]> {
  const rows = await from
    .select({
      id: applications.id,
      stateAt: applications.stateAt,
      publishedOn: notices.publishedOn,
      startsOn: agreements.startsOn,
      endedOn: agreements.endedOn,
      agreement: agreements.id,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .leftJoin(notices, and(eq(notices.applicationId, applications.id), ne(notices.state, "withdrawn")))
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(
      and(
        eq(applications.householdCode, householdCode),
        eq(projects.enterpriseId, enterpriseId),
        inArray(postings.kind, [...bindingKinds]),
        inArray(applications.state, [...boundStates]),
      ),
    );
  return rows.map((row) => ({
    // A renewal begins where the one before it ended; only the first may reach back to its approval.
    from: earlier(row.publishedOn, row.startsOn) ?? "",
    to: row.agreement === null ? null : row.endedOn,
  }));
}

const earlier = (a: string | null, b: string | null) => (a === null ? b : b === null || a < b ? a : b);

/**
 * Looks again at the shares of a household in an enterprise, in the caller's transaction: the state follows
 * from when the links ran, and a change of it is written down.
 * @returns how many agreements changed.
 */
export async function recheckBinding(w: Writer, pair: Pair, today: string): Promise<number> {
  const shares = await w
    .select({
      id: agreements.id,
      startsOn: agreements.startsOn,
      state: agreements.bindingState,
      since: agreements.bindingSince,
    })
    .from(agreements)
    .where(
      and(
        eq(agreements.householdCode, pair.householdCode),
        eq(agreements.enterpriseId, pair.enterpriseId),
        eq(agreements.kind, "equity"),
        ne(agreements.state, "ended"),
      ),
    );
  if (shares.length === 0) return 0;
  const links = await linksBetween(w, pair);
  const grace = (await policyFor(today, w))["binding.graceDays"];
  let changed = 0;
  for (const share of shares) {
    const now = bindingOn(links, share.startsOn, today, grace);
    if (now.state === share.state && (now.state === "bound" || now.since === share.since)) continue;
    await w
      .update(agreements)
      .set({ bindingState: now.state, bindingSince: now.since })
      .where(eq(agreements.id, share.id));
    if (now.state === share.state) continue;
    changed += 1;
    await record(w, systemAsker, {
      action: `agreement.binding-${now.state}`,
      subject: "agreement",
      subjectId: share.id,
      householdCode: pair.householdCode,
      before: { state: share.state, since: share.since },
      after: now,
    });
  }
  return changed;
}

/**
 * Shares whose color no longer fits what binds them: bound without a link, without color though there is one
 * again, or amber for longer than the days of grace. Asked as a set; whoever is found is looked at one by one.
 * @returns how many changed.
 */
export async function recheckBindings(today: string): Promise<number> {
  const grace = (await policyFor(today))["binding.graceDays"];
  const link = db
    .select({ one: sql`1` })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .leftJoin(
      other,
      and(
        eq(other.applicationId, applications.id),
        or(ne(other.state, "ended"), ne(other.endCause, "renewed")),
      ),
    )
    .where(
      and(
        eq(applications.householdCode, agreements.householdCode),
        eq(projects.enterpriseId, agreements.enterpriseId),
        inArray(postings.kind, [...bindingKinds]),
        inArray(applications.state, [...boundStates]),
        or(isNull(other.id), ne(other.state, "ended")),
      ),
    );
  const found = await db
    .selectDistinct({ householdCode: agreements.householdCode, enterpriseId: agreements.enterpriseId })
    .from(agreements)
    .where(
      and(
        eq(agreements.kind, "equity"),
        ne(agreements.state, "ended"),
        or(
          and(eq(agreements.bindingState, "bound"), notExists(link)),
          and(ne(agreements.bindingState, "bound"), exists(link)),
          and(eq(agreements.bindingState, "amber"), lte(agreements.bindingSince, addDays(today, -grace))),
        ),
      ),
    )
    .limit(200);
  let changed = 0;
  for (const pair of found)
    await tx(async (w) => {
      changed += await recheckBinding(w, pair, today);
    });
  return changed;
}
