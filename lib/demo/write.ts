/** Writes a demo county: rows in bulk, personal values sealed, the audit as it would have grown. */
import { getTableName, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import {
  agreements,
  applicationParcels,
  applications,
  divisions,
  enterprises,
  equityDetails,
  households,
  jobDetails,
  landDetails,
  members,
  notices,
  objections,
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
import type { Application } from "@/lib/demo/matches";
import { countyCode, type DivisionRow, divisionEdition } from "@/lib/divisions/divisions";
import { pinyinKey } from "@/lib/i18n/pinyin";
import { defaultPolicy, policyKeys } from "@/lib/policy/policy";
import { blindIndex, seal } from "@/lib/sealing/sealing";

type Table = Parameters<Writer["insert"]>[0];

/** Few enough rows at once that their values stay under both engines' limit of parameters. */
const rowsAtOnce = 50;

/**
 * Inserts rows that all have the same keys. The statement for a full batch is built once and run again and
 * again: building it anew each time takes most of the time of a seed.
 */
async function insertAll<T extends Table>(w: Writer, table: T, rows: T["$inferInsert"][]): Promise<void> {
  const keys = Object.keys(rows[0] ?? {});
  const whole = rows.length - (rows.length % rowsAtOnce);
  const named = (row: number, key: string) => `${row}.${key}`;
  if (whole > rowsAtOnce) {
    const batch = Array.from({ length: rowsAtOnce }, (_, row) =>
      Object.fromEntries(keys.map((key) => [key, sql.placeholder(named(row, key))])),
    );
    const statement = w
      .insert(table)
      .values(batch as never)
      .prepare(`demo_${getTableName(table)}`);
    for (let i = 0; i < whole; i += rowsAtOnce) {
      const values: Record<string, unknown> = {};
      for (let row = 0; row < rowsAtOnce; row++)
        for (const key of keys)
          values[named(row, key)] = rows[i + row]?.[key as keyof T["$inferInsert"]] ?? null;
      await statement.execute(values);
    }
  }
  const rest = whole > rowsAtOnce ? rows.slice(whole) : rows;
  for (let i = 0; i < rest.length; i += rowsAtOnce)
    await w.insert(table).values(rest.slice(i, i + rowsAtOnce) as never);
}

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

/** Gives each its number of the year, like 2026-000123, in the order of the days. */
function numbered<T>(list: readonly T[], dayOf: (one: T) => string): { one: T; number: string }[] {
  const counts = new Map<string, number>();
  return [...list]
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
    .map((one) => {
      const year = dayOf(one).slice(0, 4);
      const count = (counts.get(year) ?? 0) + 1;
      counts.set(year, count);
      return { one, number: `${year}-${String(count).padStart(6, "0")}` };
    });
}

type Noticed = Application & { notice: NonNullable<Application["notice"]> };

export async function writeApplications(w: Writer, county: DemoCounty): Promise<void> {
  await insertAll(
    w,
    applications,
    county.applications.map((a) => ({
      id: a.id,
      postingId: a.posting.county.id,
      householdCode: a.household.code,
      state: a.state,
      memberId: a.bring.memberId,
      size: a.bring.size,
      cardToken: a.cardToken,
      appliedBy: a.appliedBy,
      onBehalfBy: a.appliedBy,
      consentHow: a.consentHow,
      consentEvidence: a.consentEvidence,
      match: a.match,
      answeredBy: a.answeredBy,
      approvedBy: a.approvedBy,
      declineReason: a.declineReason,
      stateReason: a.stateReason,
      createdAt: a.createdAt,
      stateAt: a.stateAt,
    })),
  );
  await insertAll(
    w,
    applicationParcels,
    county.applications.flatMap((a) => a.bring.parcels.map((p) => ({ ...p, applicationId: a.id }))),
  );
  const withNotice = county.applications.filter((a): a is Noticed => a.notice !== null);
  const noticeRows = numbered(withNotice, (a) => a.notice.publishedOn).map(({ one, number }, i) => ({
    id: demoId("N", i + 1, officeHour(one.notice.publishedOn, 300)),
    number,
    applicationId: one.id,
    state: one.finalOn ? ("over" as const) : ("open" as const),
    ...one.notice,
    createdAt: officeHour(one.notice.publishedOn, 300),
  }));
  await insertAll(w, notices, noticeRows);
  const held = new Set(county.applications.filter((a) => a.state === "held").map((a) => a.id));
  await insertAll(
    w,
    objections,
    noticeRows
      .filter((notice) => held.has(notice.applicationId))
      .map((notice, i) => ({
        id: demoId("B", i + 1, notice.createdAt),
        noticeId: notice.id,
        via: "web" as const,
        body: "听说这家有人已在县城上班,请村里核实后再定。",
        createdAt: officeHour(notice.publishedOn, 480),
      })),
  );
  const finals = county.applications.filter((a) => a.finalOn !== null);
  await insertAll(
    w,
    agreements,
    numbered(finals, (a) => a.finalOn ?? "").map(({ one, number }, i) => ({
      id: demoId("K", i + 1, officeHour(one.finalOn ?? "", 0)),
      number,
      applicationId: one.id,
      startsOn: one.finalOn ?? "",
      createdAt: officeHour(one.finalOn ?? "", 0),
    })),
  );
}
