/** Writes a demo county, personal values sealed. */
import type { Writer } from "@/db/client";
import {
  divisions,
  enterprises,
  equityDetails,
  households,
  jobDetails,
  landDetails,
  members,
  parcels,
  policy,
  postings,
  projects,
  projectVillages,
  users,
} from "@/db/schema";
import { addDays } from "@/lib/clock/clock";
import type { DemoCounty } from "@/lib/demo/county";
import { policyDocuments, policyStartsOn } from "@/lib/demo/documents";
import { demoId, officeHour } from "@/lib/demo/ids";
import { insertAll } from "@/lib/demo/insert";
import { countyCode, type DivisionRow, divisionEdition } from "@/lib/divisions/divisions";
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
  // Parents first.
  const ordered = [...rows].sort((a, b) => Number(b.code === countyCode) - Number(a.code === countyCode));
  await insertAll(
    w,
    divisions,
    ordered.map((row) => ({
      ...row,
      pinyin: pinyinKey(row.name),
      edition: divisionEdition,
      poor: poor.has(row.code),
    })),
  );
  await writePolicy(w, county);
  await insertAll(w, enterprises, enterpriseRows(county));
  const plans = county.enterprises.flatMap((one) => one.projects);
  await insertAll(
    w,
    projects,
    plans.map(({ enterprise, villages: _, ...project }) => ({
      ...project,
      enterpriseId: enterprise.id,
      pinyin: pinyinKey(project.name),
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

const enterpriseRows = (county: DemoCounty) =>
  county.enterprises.map(({ village, phone, projects: _, userId: __, ...row }) => ({
    ...row,
    pinyin: pinyinKey(row.name),
    state: "verified" as const,
    villageCode: village.code,
    contactPhoneSealed: seal(phone, { table: "enterprises", row: row.id, column: "contact_phone" }),
  }));

/** The register, some thousand households at a time so that the rows of all never stand in memory at once. */
export async function writeRegister(w: Writer, county: DemoCounty): Promise<void> {
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
      part.flatMap((h) => h.parcels.map((parcel) => ({ ...parcel, householdCode: h.code }))),
    );
  }
}

export async function writePostings(w: Writer, county: DemoCounty): Promise<void> {
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
      updatedAt: row.publishedAt ?? row.createdAt,
    })),
  );
  const jobs: (typeof jobDetails.$inferInsert)[] = [];
  const lands: (typeof landDetails.$inferInsert)[] = [];
  const equities: (typeof equityDetails.$inferInsert)[] = [];
  for (const { county: p, pay } of county.postings) {
    if (p.kind === "job" && "wageFen" in pay)
      jobs.push({
        postingId: p.id,
        months: p.months,
        work: p.work,
        ageMin: p.ageMin,
        ageMax: p.ageMax,
        skills: [...p.skills],
        skillsRequired: p.skillsRequired,
        lodging: p.lodging,
        ...pay,
      });
    if (p.kind === "land" && "years" in pay)
      lands.push({
        postingId: p.id,
        parcelKinds: [...p.parcelKinds],
        minMu100: p.minMu100,
        fullMu100: p.fullMu100,
        ...pay,
      });
    if (p.kind === "equity" && "guaranteedBp" in pay)
      equities.push({ postingId: p.id, bindingLink: p.bindingLink, ...pay });
  }
  await insertAll(w, jobDetails, jobs);
  await insertAll(w, landDetails, lands);
  await insertAll(w, equityDetails, equities);
}
