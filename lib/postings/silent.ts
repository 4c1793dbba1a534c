import { and, asc, eq, gte, isNotNull, isNull, lt, lte, type SQL } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { postings, projects } from "@/db/schema";
import { type Asker, systemAsker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { addDays } from "@/lib/clock/clock";
import { policyFor } from "@/lib/policy/queries";
import { heardNow } from "@/lib/postings/heard";
import { refuse } from "@/lib/refusal/refusal";

/**
 * A need nobody says a word on for long is pointed out to its enterprise and, when nothing is said for as
 * long again as the warning runs, closed. The day of the warning is written down, so that after a stop or a
 * moved clock nothing closes that was not pointed out for all those days.
 */

/** Days at a time; the minute job calls again until none is left. */
const batch = 200;

/** Only needs one can still apply to grow old: full ones and those past their last day wait for nobody. */
const open = (today: string): SQL =>
  and(
    eq(postings.state, "published"),
    gte(postings.closesOn, today),
    lt(postings.taken, postings.capacity),
  ) as SQL;

async function each(due: SQL, work: (id: string) => Promise<boolean>): Promise<number> {
  const rows = await db
    .select({ id: postings.id })
    .from(postings)
    .where(due)
    .orderBy(asc(postings.id))
    .limit(batch);
  let done = 0;
  for (const { id } of rows) done += (await work(id)) ? 1 : 0;
  return done;
}

type Clock = { "posting.staleDays": number; "posting.staleWarnDays": number };

/** Silent for so long that it is to be pointed out. */
function silentBy(today: string, policy: Clock): SQL {
  const days = policy["posting.staleDays"] - policy["posting.staleWarnDays"];
  return and(open(today), lte(postings.heardOn, addDays(today, -Math.max(1, days)))) as SQL;
}

/** Which needs are silent by a clock, pointed out or not: what another clock would change. */
export async function silentNeeds(today: string, clock: Clock): Promise<string[]> {
  const rows = await db.select({ id: postings.id }).from(postings).where(silentBy(today, clock));
  return rows.map(({ id }) => id);
}

/** Points out each need that has been silent for long. @returns how many. */
export async function warnSilent(today: string): Promise<number> {
  const due = and(silentBy(today, await policyFor(today)), isNull(postings.warnedOn)) as SQL;
  return each(due, (id) =>
    tx(async (w) => {
      const changed = await w
        .update(postings)
        .set({ warnedOn: today })
        .where(and(eq(postings.id, id), due))
        .returning({ id: postings.id });
      if (changed.length === 0) return false;
      const about = { subject: "posting", subjectId: id };
      await record(w, systemAsker, { action: "posting.warn", ...about, after: { warnedOn: today } });
      return true;
    }),
  );
}

/** Closes each need that was pointed out and stayed silent. @returns how many. */
export async function closeSilent(today: string): Promise<number> {
  const policy = await policyFor(today);
  const due = and(
    open(today),
    isNotNull(postings.warnedOn),
    lte(postings.warnedOn, addDays(today, -policy["posting.staleWarnDays"])),
    lte(postings.heardOn, addDays(today, -policy["posting.staleDays"])),
  ) as SQL;
  return each(due, (id) =>
    tx(async (w) => {
      const changed = await w
        .update(postings)
        .set({ state: "closed", stateReason: null, updatedAt: new Date() })
        .where(and(eq(postings.id, id), due))
        .returning({ id: postings.id, heardOn: postings.heardOn });
      if (!changed[0]) return false;
      await record(w, systemAsker, {
        action: "posting.close",
        subject: "posting",
        subjectId: id,
        before: { state: "published" },
        after: { state: "closed", silentSince: changed[0].heardOn },
      });
      return true;
    }),
  );
}

/**
 * "Still valid": the enterprise's word on a need of its own.
 * @throws Refusal forbidden, not-found (also another's), not-open when it is not published.
 */
export async function confirmPosting(asker: Asker, id: string): Promise<void> {
  permit(asker, "posting", "write");
  await tx(async (w) => {
    const [row] = await w
      .select({ state: postings.state })
      .from(postings)
      .innerJoin(projects, eq(projects.id, postings.projectId))
      .where(and(eq(postings.id, id), eq(projects.enterpriseId, asker.enterpriseId ?? "")));
    if (!row) return refuse("not-found");
    if (row.state !== "published") refuse("not-open", { state: row.state });
    await w.update(postings).set(heardNow()).where(eq(postings.id, id));
    await record(w, asker, { action: "posting.confirm", subject: "posting", subjectId: id });
  });
}

/** Whether a posting was closed because nobody said a word on it. */
export const closedForSilence = (posting: { state: string; warnedOn: string | null }): boolean =>
  posting.state === "closed" && posting.warnedOn !== null;

/** The day a silent posting will be closed, once it was pointed out. */
export const closesForSilenceOn = (
  posting: { heardOn: string; warnedOn: string | null },
  policy: { "posting.staleDays": number; "posting.staleWarnDays": number },
): string | null => {
  if (posting.warnedOn === null) return null;
  const days = [
    addDays(posting.warnedOn, policy["posting.staleWarnDays"]),
    addDays(posting.heardOn, policy["posting.staleDays"]),
  ];
  return days.sort().at(-1) ?? null;
};
