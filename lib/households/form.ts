import { aliasedTable, and, eq, inArray } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { applications, divisions, households } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { grantOf, type Resource, type View } from "@/lib/access/table";
import { record as recordAudit } from "@/lib/audit/commands";
import { type Able, ableOf } from "@/lib/households/able";
import type { Subject } from "@/lib/households/changes";
import { loadWhole } from "@/lib/households/load";
import { shownChange } from "@/lib/households/masking";
import { readableHouseholds } from "@/lib/households/queries";
import { everyoneOnce } from "@/lib/households/returned";
import type { RuleProblem } from "@/lib/households/rule-codes";
import { householdProblems } from "@/lib/households/rules";
import type { HouseholdPart, IncomePart, MemberPart, ParcelPart } from "@/lib/households/whole";
import { presentWorld } from "@/lib/numbers/world";
import { policyFor } from "@/lib/policy/queries";
import { refuse } from "@/lib/refusal/refusal";

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");

/** Applications that are somebody's work now: inside one, the county may read what the case turns on. */
const caseStates = ["applied", "accepted", "approved", "held"] as const;

/** What the asker may see of each resource of this household: the county sees health only inside a case. */
export function viewsOf(asker: Asker, inCase: boolean): (resource: Resource) => View | null {
  return (resource) => {
    if (resource === "health" && asker.role === "county" && !inCase) return null;
    return grantOf(asker.role, resource, "read")?.view ?? null;
  };
}

/** The fields of a part its reader may see, masked where they may see only that. */
function shownPart<T extends object>(
  subject: Subject,
  part: T,
  viewOf: (resource: Resource) => View | null,
): Partial<T> {
  const shown = Object.entries(part).flatMap(([field, after]) => {
    if (field === "id" || field === "year") return [[field, after]];
    const change = shownChange({ subject, field, before: null, after: after as unknown }, viewOf);
    return change.hidden ? [] : [[field, change.after]];
  });
  return Object.fromEntries(shown) as Partial<T>;
}

export type HouseholdForm = {
  code: string;
  version: number;
  villageName: string;
  townName: string;
  household: Partial<HouseholdPart>;
  /** Everyone once, present ones first; each with its id. */
  members: (Partial<MemberPart> & { id: string })[];
  parcels: (Partial<ParcelPart> & { id: string })[];
  incomes: (Partial<IncomePart> & { year: number })[];
  able: Able;
  /** What the counties' checks say of it; only for who can mend it. */
  problems: RuleProblem[];
};

/**
 * The whole official form of a household as far as the asker may read it: what it may not read is absent. ID
 * numbers are masked for everyone. Staff's reading is logged.
 * @param today ages are counted on it. @throws Refusal not-found when there is none within the asker's scope.
 */
export async function getForm(asker: Asker, code: string, today: string): Promise<HouseholdForm> {
  if (!grantOf(asker.role, "household", "read")) refuse("not-found");
  const workingAge = (await policyFor(today))["labor.workingAge"];
  return tx(async (w) => {
    const place = await placeOf(w, asker, code);
    const { record, version } = (await loadWhole(w, [code])).get(code) ?? refuse("not-found");
    const inCase = await isInCase(w, code);
    const viewOf = viewsOf(asker, inCase);
    const isPresent = (part: { state: string }) => Number(part.state === "present");
    const inOrder = everyoneOnce(record.members).sort((a, b) => isPresent(b) - isPresent(a));
    const canWrite = grantOf(asker.role, "household", "write") !== null;
    if (asker.role !== "household") await logReading(w, asker, code, viewOf("health") === "full");
    return {
      code,
      version,
      ...place,
      household: shownPart("household", record.household, viewOf),
      members: inOrder.map((m) => ({ ...shownPart("member", m, viewOf), id: m.id })),
      parcels: record.parcels.map((p) => ({ ...shownPart("parcel", p, viewOf), id: p.id })),
      incomes: record.incomes
        .map((i) => ({ ...shownPart("income", i, viewOf), year: i.year }))
        .filter((i) => Object.keys(i).length > 1)
        .sort((a, b) => b.year - a.year),
      able: ableOf(
        { members: record.members, parcels: record.parcels.filter((p) => p.state === "present") },
        workingAge,
        today,
      ),
      problems: canWrite ? householdProblems(record, { today, world: presentWorld() }) : [],
    };
  });
}

async function placeOf(w: Writer, asker: Asker, code: string) {
  const [row] = await w
    .select({ villageName: village.name, townName: town.name })
    .from(households)
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .where(and(eq(households.code, code), readableHouseholds(asker)));
  return row ?? refuse("not-found");
}

/** Whether something of the household waits for a decision. */
export async function isInCase(w: Writer, code: string): Promise<boolean> {
  const cases = await w
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.householdCode, code), inArray(applications.state, [...caseStates])))
    .limit(1);
  return cases.length > 0;
}

export async function logReading(w: Writer, asker: Asker, code: string, health: boolean): Promise<void> {
  await recordAudit(w, asker, {
    action: health ? "household.read-case" : "household.read",
    subject: "household",
    subjectId: code,
    householdCode: code,
  });
}
