import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db, tx } from "@/db/client";
import { planPairs, plans } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { classBits } from "@/lib/matching/index/layout";
import { loadHouseholds } from "@/lib/matching/queries/households";
import type { PlannedPair } from "@/lib/plans/compute";
import { standingPlan } from "@/lib/plans/queries";
import { runPlan, stopPlan, type WorkerSays } from "@/lib/plans/runner";
import { parse } from "@/lib/refusal/parse";
import { refuse } from "@/lib/refusal/refusal";

const code = z.string().min(1).max(40);
export const planInput = z.strictObject({
  rules: z
    .array(z.strictObject({ household: code, posting: code, rule: z.enum(["pin", "forbid"]) }))
    .max(1000)
    .default([]),
  /** A plan to start from: unaffected pairs stay. */
  from: code.nullable().default(null),
});

/**
 * Starts planning the asker's county in the background.
 * @returns the plan's id, whose page shows how far it is. @throws Refusal forbidden, input, not-found.
 */
export async function startPlan(asker: Asker, raw: unknown, today: string): Promise<{ id: string }> {
  permit(asker, "plan", "write");
  const { rules, from } = parse(planInput, raw);
  const scope = asker.divisionScope ?? refuse("forbidden");
  const standing = from === null ? null : await standingPlan(asker, from);
  const id = await tx(async (w) => {
    // One at a time: each is a process of its own.
    const busy = await w.$count(plans, and(eq(plans.state, "running"), eq(plans.divisionScope, scope)));
    if (busy > 0) refuse("not-open", { state: "running" });
    const [row] = await w
      .insert(plans)
      .values({
        divisionScope: scope,
        plannedFor: today,
        rules,
        basedOn: from,
        createdBy: asker.userId ?? "",
      })
      .returning({ id: plans.id });
    const made = row?.id ?? "";
    await record(w, asker, {
      action: "plan.start",
      subject: "plan",
      subjectId: made,
      after: { rules, from },
    });
    return made;
  });
  runPlan(id, { today, scope, rules, from: standing }, (said) => finishPlan(asker, id, said));
  return { id };
}

/** Writes down what the worker found. */
async function finishPlan(asker: Asker, id: string, said: WorkerSays): Promise<void> {
  const finishedAt = new Date();
  const running = and(eq(plans.id, id), eq(plans.state, "running"));
  if (said.says !== "done") {
    const failure = said.says === "failed" ? said.failure : { code: "failed" };
    await tx((w) => w.update(plans).set({ state: "failed", failure, finishedAt }).where(running));
    return;
  }
  const { summary, prices, inputsHash } = said.plan;
  const rows = await storedPairs(id, said.plan.pairs);
  await tx(async (w) => {
    const ended = await w
      .update(plans)
      .set({ state: "done", summary, prices, inputsHash, finishedAt })
      .where(running)
      .returning({ id: plans.id });
    // Cancelled in the meantime: what was found is thrown away.
    if (ended.length === 0) return;
    for (let i = 0; i < rows.length; i += 500) await w.insert(planPairs).values(rows.slice(i, i + 500));
    await record(w, asker, {
      action: "plan.done",
      subject: "plan",
      subjectId: id,
      after: { inputsHash, value: summary.value, bound: summary.bound },
    });
  });
}

/** The index knows members and parcels by their place in the household; here they get their ids back. */
async function storedPairs(
  planId: string,
  pairs: readonly PlannedPair[],
): Promise<(typeof planPairs.$inferInsert)[]> {
  const found = await loadHouseholds(db, [...new Set(pairs.map((p) => p.household))]);
  const byCode = new Map(found.map((h) => [h.code, h]));
  return pairs.map(({ item, household, posting, kind, ordinal, size, score }) => {
    const home = byCode.get(household);
    const workers = home?.members.filter((m) => classBits[m.laborClass] !== undefined) ?? [];
    return {
      planId,
      item,
      householdCode: household,
      postingId: posting,
      memberId: kind === "member" ? (workers[ordinal]?.id ?? null) : null,
      parcelId: kind === "parcel" ? (home?.parcels[ordinal]?.id ?? null) : null,
      persons: kind === "persons" ? size : null,
      size,
      score,
    };
  });
}

/** Ends a plan that runs; what it had found is thrown away. @throws Refusal forbidden, not-found, not-open. */
export async function cancelPlan(asker: Asker, id: string): Promise<void> {
  permit(asker, "plan", "write");
  await tx(async (w) => {
    const changed = await w
      .update(plans)
      .set({ state: "cancelled", finishedAt: new Date() })
      .where(
        and(eq(plans.id, id), eq(plans.divisionScope, asker.divisionScope ?? ""), eq(plans.state, "running")),
      )
      .returning({ id: plans.id });
    if (changed.length === 0) refuse("not-open");
    await record(w, asker, { action: "plan.cancel", subject: "plan", subjectId: id });
  });
  stopPlan(id);
}

/** At start: plans that were running when the server went down will not come back. */
export async function abandonPlans(): Promise<void> {
  await tx((w) =>
    w
      .update(plans)
      .set({ state: "failed", failure: { code: "restarted" }, finishedAt: new Date() })
      .where(eq(plans.state, "running")),
  );
}
