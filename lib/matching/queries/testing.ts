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
  parcels,
  postings,
  projects,
} from "@/db/schema";
import type { ApplicationState } from "@/db/words";
import type { County, CountyHousehold, CountyPosting } from "@/lib/matching/county";

/**
 * Writes a generated county to the database, for tests and benchmarks. What live matches bind is not
 * written: a test that wants some makes applications (`saveApplication`).
 */
export async function saveCounty(w: Writer, county: County): Promise<void> {
  const places = new Map<string, { lat: number; lon: number }>();
  for (const one of [...county.postings, ...county.households])
    for (const code of [one.village, townOf(one.village)]) if (!places.has(code)) places.set(code, one.point);
  await inChunks([...places], (some) =>
    w.insert(divisions).values(
      some.map(([code, point]) => ({
        code,
        name: code,
        pinyin: code,
        kind: code === townOf(code) ? ("town" as const) : ("village" as const),
        parentCode: code === townOf(code) ? null : townOf(code),
        ...point,
        coordSource: "generated",
        accuracyKm: 1,
        officialName: code,
        edition: "test",
      })),
    ),
  );
  await savePostings(w, county.postings, [...places.keys()][0]!);
  await saveHouseholds(w, county.households);
}

const townOf = (village: string) => `${village.slice(0, 9)}000`;

async function inChunks<T>(rows: readonly T[], write: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += 300) await write(rows.slice(i, i + 300));
}

export async function saveHouseholds(w: Writer, some: readonly CountyHousehold[]): Promise<void> {
  await inChunks(some, (rows) =>
    w.insert(households).values(
      rows.map((h) => ({
        code: h.code,
        headName: "某某",
        pinyin: "moumou",
        villageCode: h.village,
        ...h.point,
        type: "general" as const,
        status: "poor" as const,
        register: h.listed ? ("listed" as const) : ("moved-away" as const),
        cause: "other" as const,
        otherCauses: [],
        incomePerPersonFen: h.incomePerPersonFen,
      })),
    ),
  );
  const people = some.flatMap((h) => h.members.map((m) => ({ household: h.code, ...m })));
  await inChunks(people, (rows) =>
    w.insert(members).values(
      rows.map((m) => ({
        id: m.id,
        householdCode: m.household,
        name: "某某",
        relation: "other" as const,
        sex: "female" as const,
        birth: m.birth,
        idNumberSealed: "-",
        idNumberIndex: m.id,
        schooling: m.atSchool ? ("senior" as const) : null,
        healthSealed: "-",
        laborClass: m.laborClass,
        skills: [...m.skills],
      })),
    ),
  );
  const land = some.flatMap((h) => h.parcels.map((p) => ({ household: h.code, ...p })));
  await inChunks(land, (rows) =>
    w
      .insert(parcels)
      .values(rows.map(({ household, agreedMu100: _, ...p }) => ({ householdCode: household, ...p }))),
  );
}

async function savePostings(w: Writer, some: readonly CountyPosting[], village: string): Promise<void> {
  const firms = [...new Set(some.map((p) => p.enterpriseId))];
  await inChunks(firms, (rows) =>
    w.insert(enterprises).values(
      rows.map((id) => ({
        id,
        creditCode: id.padStart(18, "0"),
        name: id,
        pinyin: id,
        kind: "cooperative" as const,
        state: "verified" as const,
        industry: "tea" as const,
        villageCode: village,
        legalPerson: "某某",
        contactName: "某某",
      })),
    ),
  );
  await inChunks(some, (rows) =>
    w.insert(projects).values(
      rows.map((p) => ({
        id: `J-${p.id}`,
        enterpriseId: p.enterpriseId,
        name: p.id,
        pinyin: p.id,
        industry: "tea" as const,
        sector: "primary" as const,
        term: p.term,
      })),
    ),
  );
  await inChunks(some, (rows) =>
    w.insert(postings).values(
      rows.map((p) => ({
        id: p.id,
        projectId: `J-${p.id}`,
        kind: p.kind,
        state: p.open ? ("published" as const) : ("draft" as const),
        title: p.id,
        villageCode: p.village,
        ...p.point,
        radiusKm: p.radiusKm,
        closesOn: "2027-12-31",
        capacity: p.capacity,
        taken: p.taken,
      })),
    ),
  );
  for (const p of some) {
    const postingId = p.id;
    if (p.kind === "job") {
      const { months, work, ageMin, ageMax, skillsRequired, lodging } = p;
      const wage = { wageFen: 200_000, wageUnit: "month" as const, skills: [...p.skills] };
      await w
        .insert(jobDetails)
        .values({ postingId, months, work, ageMin, ageMax, skillsRequired, lodging, ...wage });
    } else if (p.kind === "land") {
      const { minMu100, fullMu100 } = p;
      const rent = { rentFenPerMuYear: 30_000, years: 5, parcelKinds: [...p.parcelKinds] };
      await w.insert(landDetails).values({ postingId, minMu100, fullMu100, ...rent });
    } else {
      const terms = { fenPerPerson: 1_000_000, guaranteedBp: 500, secondBp: 200 };
      await w.insert(equityDetails).values({ postingId, bindingLink: p.bindingLink, ...terms });
    }
  }
}

/** An application in a state, of a member, of parcels, or of so many persons; with an agreement if asked. */
export async function saveApplication(
  w: Writer,
  given: {
    id: string;
    posting: string;
    household: string;
    state: ApplicationState;
    member?: string;
    parcels?: Record<string, number>;
    size?: number;
    agreement?: "live" | "ended";
  },
): Promise<void> {
  const { id, state, agreement, parcels: land = {} } = given;
  await w.insert(applications).values({
    id,
    postingId: given.posting,
    householdCode: given.household,
    state,
    memberId: given.member ?? null,
    size: given.size ?? 1,
    cardToken: id,
    consentHow: "slip",
  });
  for (const [parcelId, mu100] of Object.entries(land))
    await w.insert(applicationParcels).values({ applicationId: id, parcelId, mu100 });
  if (agreement)
    await w
      .insert(agreements)
      .values({ id: `A-${id}`, number: id, applicationId: id, state: agreement, startsOn: "2026-01-01" });
}
