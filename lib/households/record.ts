import { aliasedTable, and, asc, eq, inArray } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { applications, divisions, households, members, parcels } from "@/db/schema";
import type { Health } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import type { Source } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { record } from "@/lib/audit/commands";
import { maskName } from "@/lib/households/names";
import { readableHouseholds } from "@/lib/households/queries";
import { maskIdNumber } from "@/lib/numbers/id-number";
import { maskPhone } from "@/lib/numbers/phone";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { unseal } from "@/lib/sealing/sealing";

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");

/** Applications that are somebody's work now: inside one, the county may read what the case turns on. */
const caseStates = ["applied", "accepted", "approved", "held"] as const;

const recordsOf = (from: Source) =>
  from
    .select({ household: households, villageName: village.name, townName: town.name })
    .from(households)
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode));

async function load(w: Source, asker: Asker, code: string) {
  const [row] = await recordsOf(w).where(and(eq(households.code, code), readableHouseholds(asker)));
  if (!row) return refuse("not-found");
  const [people, land, cases] = await Promise.all([
    w
      .select()
      .from(members)
      .where(and(eq(members.householdCode, code), eq(members.state, "present")))
      .orderBy(asc(members.id)),
    w
      .select()
      .from(parcels)
      .where(and(eq(parcels.householdCode, code), eq(parcels.state, "present")))
      .orderBy(asc(parcels.id)),
    w
      .select({ id: applications.id })
      .from(applications)
      .where(and(eq(applications.householdCode, code), inArray(applications.state, [...caseStates]))),
  ]);
  return { ...row, people, land, inCase: cases.length > 0 };
}

const place = (table: string, row: string, column: string) => ({ table, row, column });

/**
 * One household as far as the asker may read it; what it may not read is absent, not empty. Staff's reading
 * of contact or health is logged in the same transaction.
 * @throws Refusal not-found when there is none, or it lies outside the asker's scope.
 */
export async function getHousehold(asker: Asker, code: string) {
  if (!grantOf(asker.role === "public" ? "public" : asker.role, "household", "read")) refuse("not-found");
  const may = (resource: "identity" | "contact" | "health" | "labor" | "parcel") =>
    grantOf(asker.role, resource, "read")?.view;
  return tx(async (w) => {
    const { household: h, villageName, townName, people, land, inCase } = await load(w, asker, code);
    const contact = may("contact");
    // The county reads health, cause and income only inside a case (design/access.md).
    const health = may("health") === "full" && (asker.role !== "county" || inCase);
    const phone =
      h.phoneSealed && contact ? unseal(h.phoneSealed, place("households", h.code, "phone")) : null;
    const hidesNames = may("identity") === "masked";
    const shown = {
      code: h.code,
      headName: hidesNames ? maskName(h.headName) : h.headName,
      villageCode: h.villageCode,
      villageName,
      townName,
      type: h.type,
      status: h.status,
      version: h.version,
      ...(contact && { phone: phone && contact === "masked" ? maskPhone(phone) : phone }),
      ...(contact === "full" && { address: h.address }),
      ...(health && { cause: h.cause, otherCauses: h.otherCauses, incomePerPersonFen: h.incomePerPersonFen }),
      members: people.map((m) => ({
        id: m.id,
        name: hidesNames ? maskName(m.name) : m.name,
        relation: m.relation,
        sex: m.sex,
        birthYear: Number(m.birth.slice(0, 4)),
        ...(!hidesNames && { birth: m.birth }),
        idNumber: maskIdNumber(unseal(m.idNumberSealed, place("members", m.id, "id_number"))),
        ...(health && {
          health: JSON.parse(unseal(m.healthSealed, place("members", m.id, "health"))) as Health[],
        }),
        ...(may("labor") === "full" && {
          education: m.education,
          schooling: m.schooling,
          laborClass: m.laborClass,
          skills: m.skills,
          workPlace: m.workPlace,
          workMonths: m.workMonths,
        }),
      })),
      ...(may("parcel") === "full" && { parcels: land.map(({ householdCode: _, state: __, ...p }) => p) }),
    };
    if (asker.role !== "household" && (contact || health))
      await logReading(w, asker, code, health ? "household.read-case" : "household.read");
    return shown;
  });
}
export type HouseholdRecord = Awaited<ReturnType<typeof getHousehold>>;

async function logReading(
  w: Writer,
  asker: Asker,
  code: string,
  action: string,
  why?: string,
): Promise<void> {
  await record(w, asker, { action, subject: "household", subjectId: code, householdCode: code, why });
}

/**
 * Shows one ID number whole, with a reason, logged.
 * @throws Refusal input (reason missing), forbidden, not-found.
 */
export async function revealIdNumber(
  asker: Asker,
  code: string,
  memberId: string,
  reason: string,
): Promise<string> {
  if (!grantOf(asker.role, "identity", "reveal")) refuse("forbidden");
  if (reason.trim().length < 2) refuseFields({ reason: { code: "missing" } });
  return tx(async (w) => {
    const { people } = await load(w, asker, code);
    const member = people.find((m) => m.id === memberId) ?? refuse("not-found");
    await record(w, asker, {
      action: "household.reveal-id",
      subject: "member",
      subjectId: memberId,
      householdCode: code,
      why: reason.trim().slice(0, 200),
    });
    return unseal(member.idNumberSealed, place("members", member.id, "id_number"));
  });
}
