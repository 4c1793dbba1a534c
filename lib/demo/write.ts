/** Writes a demo county, personal values sealed. */
import type { Writer } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import {
  allotmentRounds,
  enterprisePlaces,
  enterprises,
  households,
  members,
  parcels,
  policy,
  postings,
  projects,
  projectVillages,
  users,
} from "@/db/schema";
import { addDays, dayOf } from "@/lib/clock/clock";
import { agreedOf } from "@/lib/demo/bookings";
import type { DemoCounty } from "@/lib/demo/county";
import { policyDocuments, policyStartsOn } from "@/lib/demo/documents";
import { demoId, officeHour } from "@/lib/demo/ids";

import { figuresOf, placesOf, projectDetailsOf } from "@/lib/demo/profiles";
import { randomOf } from "@/lib/demo/random";

import { roundRows } from "@/lib/demo/rounds";

import { writeDetails } from "@/lib/demo/write-details";
import { writeDivisions } from "@/lib/divisions/commands";
import type { DivisionRow } from "@/lib/divisions/divisions";
import { pinyinKey } from "@/lib/i18n/pinyin";
import { defaultPolicy, policyKeys } from "@/lib/policy/policy";
import { blindIndex, seal } from "@/lib/sealing/sealing";

/** Divisions with the lot of the poor villages, accounts, and the policy with its documents. */
export async function writeGround(
  w: Writer,
  county: DemoCounty,
  rows: readonly DivisionRow[],
  passwordHash: string,
): Promise<void> {
  const poor = new Set(county.villages.filter((v) => v.poor).map((v) => v.code));
  await writeDivisions(w, rows, poor);
  await writePolicy(w, county);
  await insertAll(w, enterprises, enterpriseRows(county));
  await insertAll(w, enterprisePlaces, placesOf(county.enterprises));
  const details = randomOf(1, "projects");
  const plans = county.enterprises.flatMap((one) => one.projects);
  await insertAll(
    w,
    projects,
    plans.map(({ enterprise, villages, ...project }) => ({
      ...project,
      ...projectDetailsOf({ ...project, enterprise, villages }, details),
      enterpriseId: enterprise.id,
      pinyin: pinyinKey(project.name),
      updatedAt: project.createdAt,
    })),
  );
  await insertAll(
    w,
    projectVillages,
    plans.flatMap(({ id, villages }) => villages.map(({ code }) => ({ projectId: id, villageCode: code }))),
  );
  const accounts = county.accounts.filter((account) => account.role !== "household");
  await insertAll(
    w,
    users,
    accounts.map((account) => ({ ...account, passwordHash })),
  );
}

async function writePolicy(w: Writer, county: DemoCounty): Promise<void> {
  const at = officeHour(addDays(county.pastEndsOn, -655), 30);
  await insertAll(
    w,
    policy,
    policyKeys.map((key, i) => ({
      id: demoId("Y", i + 1, at),
      key,
      value: defaultPolicy[key],
      startsOn: policyStartsOn,
      document: policyDocuments[key],
      proposedBy: county.staff.officers[0] ?? null,
      appliedBy: county.staff.admin,
      appliedAt: at,
      createdAt: at,
    })),
  );
}

/** Registered by its own people and verified by an officer; every other one of the larger ones helps a poor village. */
function enterpriseRows(county: DemoCounty) {
  const random = randomOf(1, "figures");
  const poor = random.shuffle(county.villages.filter((village) => village.poor));
  const [, verifiedBy = null] = county.staff.officers;
  return county.enterprises.map((enterprise) => {
    const { village, phone, projects: _, userId: registeredBy, ...row } = enterprise;
    const pairWith = random.chance(0.7) ? (poor.pop() ?? null) : null;
    return {
      ...row,
      ...noFigures,
      ...figuresOf(enterprise, pairWith, random),
      registeredBy,
      verifiedBy,
      stateAt: row.createdAt,
      pinyin: pinyinKey(row.name),
      state: "verified" as const,
      villageCode: village.code,
      contactPhoneSealed: seal(phone, { table: "enterprises", row: row.id, column: "contact_phone" }),
    };
  });
}

/** Rows of one batch have the same columns; what a kind is not asked for is null. */
const noFigures = {
  level: null,
  capitalFen: null,
  outputFen: null,
  baseMu100: null,
  workers: null,
  memberHouseholds: null,
  tenants: null,
  floorM2: null,
};

/** The register, some thousand households at a time so that the rows of all never stand in memory at once. */
export async function writeRegister(w: Writer, county: DemoCounty): Promise<void> {
  const agreed = agreedOf(county);
  for (let i = 0; i < county.households.length; i += 2000) {
    const part = county.households.slice(i, i + 2000);
    await insertAll(
      w,
      households,
      part.map((h) => ({
        code: h.code,
        headName: h.people[0]?.name ?? "",
        pinyin: pinyinKey(h.people[0]?.name ?? "", "person"),
        villageCode: h.village.code,
        address: h.address,
        lat: h.point?.lat ?? null,
        lon: h.point?.lon ?? null,
        phoneSealed: h.phone && seal(h.phone, { table: "households", row: h.code, column: "phone" }),
        type: h.type,
        status: h.status,
        cause: h.cause,
        otherCauses: h.otherCauses,
        incomePerPersonFen: h.incomePerPersonFen,
        version: h.version,
        createdAt: h.registeredAt,
      })),
    );
    await insertAll(
      w,
      members,
      part.flatMap((h) =>
        h.people.map(({ idNumber, health, ...person }) => ({
          ...person,
          householdCode: h.code,
          idNumberSealed: seal(idNumber, { table: "members", row: person.id, column: "id_number" }),
          idNumberIndex: blindIndex(idNumber, "id-number"),
          healthSealed: seal(JSON.stringify(health), { table: "members", row: person.id, column: "health" }),
        })),
      ),
    );
    await insertAll(
      w,
      parcels,
      part.flatMap((h) =>
        h.parcels.map((parcel) => ({
          ...parcel,
          householdCode: h.code,
          agreedMu100: agreed.get(parcel.id) ?? 0,
        })),
      ),
    );
  }
}

export async function writePostings(w: Writer, county: DemoCounty): Promise<void> {
  await insertAll(w, allotmentRounds, roundRows(county));
  await insertAll(
    w,
    postings,
    county.postings.map(({ county: p, project, ownPoint, pay: _, ...row }) => ({
      ...row,
      id: p.id,
      projectId: project.id,
      kind: p.kind,
      villageCode: p.village,
      lat: ownPoint?.lat ?? null,
      lon: ownPoint?.lon ?? null,
      radiusKm: p.radiusKm,
      capacity: p.capacity,
      taken: p.taken,
      createdBy: project.enterprise.userId,
      heardOn: dayOf(row.publishedAt ?? row.createdAt),
      updatedAt: row.publishedAt ?? row.createdAt,
    })),
  );
  await writeDetails(w, county);
}
