import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { householdDetails, households, parcels } from "@/db/schema";
import { type ParcelKind, type PostingKind, postingKinds } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { editHousehold, editParcels } from "@/lib/households/edit";
import { readableHouseholds } from "@/lib/households/queries";
import { parse } from "@/lib/refusal/parse";
import { refuse } from "@/lib/refusal/refusal";

/** What a village worker asks at the door: which plots are on offer, and what the household would like. */
export type Visit = {
  /** Of the record; a note made on an older one is a conflict. */
  version: number;
  wishKinds: PostingKind[];
  plots: { id: string; kind: ParcelKind; areaMu100: number; offered: boolean }[];
};

/** Of every household of the asker's village, by code. Plots somebody else uses are nobody's to offer. */
export async function visitsOf(asker: Asker): Promise<Map<string, Visit>> {
  for (const resource of ["wish", "parcel"] as const)
    if (permit(asker, resource, "read").view !== "full") refuse("forbidden");
  const mine = and(readableHouseholds(asker), eq(households.register, "listed"));
  const [homes, plots] = await Promise.all([
    db
      .select({ code: households.code, version: households.version, wishKinds: householdDetails.wishKinds })
      .from(households)
      .leftJoin(householdDetails, eq(householdDetails.householdCode, households.code))
      .where(mine),
    db
      .select({
        id: parcels.id,
        code: parcels.householdCode,
        kind: parcels.kind,
        areaMu100: parcels.areaMu100,
        offered: parcels.offered,
      })
      .from(parcels)
      .innerJoin(households, eq(households.code, parcels.householdCode))
      .where(and(mine, eq(parcels.state, "present"), inArray(parcels.use, ["own-use"])))
      .orderBy(asc(parcels.id)),
  ]);
  const visits = new Map<string, Visit>();
  for (const { code, version, wishKinds } of homes)
    visits.set(code, { version, wishKinds: wishKinds ?? [], plots: [] });
  for (const { code, ...plot } of plots) visits.get(code)?.plots.push(plot);
  return visits;
}

const visitInput = z.strictObject({
  household: z.string().min(1).max(40),
  /** The version that was seen at the door; null: over whatever stands there now. */
  version: z.int().min(1).nullable(),
  happenedOn: z.string(),
  why: z.string(),
  /** One of the two: each is a change of its own. */
  wishKinds: z.array(z.enum(postingKinds)).max(postingKinds.length).optional(),
  plots: z
    .array(z.strictObject({ id: z.string().min(1).max(40), offered: z.boolean() }))
    .max(100)
    .optional(),
});

/**
 * Writes down what was said at the door, as an edit like any other.
 * @returns the record's version after it. @throws Refusal changed (edited since), and as the edits do.
 */
export async function keepVisit(asker: Asker, raw: unknown, today: string): Promise<{ version: number }> {
  const { household, version, happenedOn, why, wishKinds, plots } = parse(visitInput, raw);
  const about = { version: version ?? (await versionOf(asker, household)), happenedOn, why };
  if (wishKinds) await editHousehold(asker, household, about, { wishKinds }, today);
  else if (plots) await editParcels(asker, household, about, plots, today);
  else refuse("bad-request");
  return { version: await versionOf(asker, household) };
}

async function versionOf(asker: Asker, code: string): Promise<number> {
  const [row] = await db
    .select({ version: households.version })
    .from(households)
    .where(and(readableHouseholds(asker), eq(households.code, code)));
  return row?.version ?? refuse("not-found");
}
