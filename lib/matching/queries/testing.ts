import { and, eq, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import {
  agreements,
  applicationParcels,
  applications,
  bookings,
  contractDetails,
  divisions,
  enterprises,
  equityDetails,
  households,
  jobDetails,
  landDetails,
  members,
  membershipDetails,
  orderDetails,
  parcels,
  postings,
  projects,
  projectVillages,
} from "@/db/schema";
import { type ApplicationState, boundStates } from "@/db/words";
import type { County, CountyHousehold, CountyPosting } from "@/lib/matching/county";

/**
 * Writes a generated county to the database, for tests and benchmarks. What live matches bind is not
 * written: a test that wants some makes applications (`saveApplication`).
 */
export async function saveCounty(w: Writer, county: County): Promise<void> {
  const places = new Map<string, { lat: number; lon: number }>();
  for (const one of [...county.postings, ...county.households])
    for (const code of [one.village, townOf(one.village), ...(("villages" in one && one.villages) || [])])
      if (!places.has(code)) places.set(code, one.point);
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
    } else if (p.kind === "order") {
      const { parcelKinds, yieldJin, minJin, fullJin } = p;
      const asks = { parcelKinds: [...parcelKinds], yieldJin, minJin, fullJin };
      const terms = { floorFenPerJin: 400, deliveryMonths: 4095, payWithinDays: 15, years: 3 };
      await w.insert(orderDetails).values({ postingId, product: "P", ...asks, ...terms });
    } else if (p.kind === "membership") {
      const terms = { shareFen: 0, surplusBp: 6000, services: ["sales" as const] };
      await w.insert(membershipDetails).values({ postingId, ...terms, ownVillages: p.villages !== null });
      for (const villageCode of p.villages ?? [])
        await w.insert(projectVillages).values({ projectId: `J-${p.id}`, villageCode });
    } else if (p.kind === "contract") {
      const { months, maxPlots } = p;
      const plot = { product: "P", plotMu100: 100, maxPlots, months, skills: [...p.skills] };
      const fees = { feeFenPerPlotYear: 50_000, inputsFenPerPlotYear: 100_000, yieldJinPerPlot: 1000 };
      await w
        .insert(contractDetails)
        .values({ postingId, ...plot, ...fees, floorFenPerJin: 400, payWithinDays: 15, years: 5 });
    } else {
      const terms = { fenPerPerson: 1_000_000, guaranteedBp: 500, secondBp: 200 };
      await w.insert(equityDetails).values({ postingId, bindingLink: p.bindingLink, ...terms });
    }
  }
}

/**
 * An application in a state, of a member, of parcels, or of so many persons; with an agreement if asked. A live
 * one holds what it takes: the member's months of the job, the parcels, or the shares of as many members.
 */
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
  const holds = (boundStates as readonly string[]).includes(state) && agreement !== "ended";
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
  for (const [parcelId, mu100] of Object.entries(land)) {
    await w.insert(applicationParcels).values({ applicationId: id, parcelId, mu100, booked: holds });
    if (holds)
      await w
        .update(parcels)
        .set({ agreedMu100: sql`${parcels.agreedMu100} + ${mu100}` })
        .where(eq(parcels.id, parcelId));
  }
  if (holds) await book(w, id, given);
  if (agreement) await saveAgreement(w, id, agreement);
}

async function book(
  w: Writer,
  applicationId: string,
  given: { posting: string; household: string; member?: string; size?: number },
): Promise<void> {
  const [job] = await w.select().from(jobDetails).where(eq(jobDetails.postingId, given.posting));
  const [equity] = await w.select().from(equityDetails).where(eq(equityDetails.postingId, given.posting));
  const slots = Array.from({ length: 12 }, (_, i) => i + 1).filter(
    (m) => (job?.months ?? 0) & (1 << (m - 1)),
  );
  const people = await w.select().from(members).where(eq(members.householdCode, given.household));
  const rows = equity
    ? people.slice(0, given.size ?? 1).map((m) => ({ memberId: m.id, slot: 0, applicationId }))
    : slots.map((slot) => ({ memberId: given.member ?? "", slot, applicationId }));
  if (rows.length > 0) await w.insert(bookings).values(rows).onConflictDoNothing();
}

/** What a match held is free again: it was taken back, or its agreement ended. */
export async function freeApplication(w: Writer, applicationId: string): Promise<void> {
  await w.delete(bookings).where(eq(bookings.applicationId, applicationId));
  const rows = await w
    .select()
    .from(applicationParcels)
    .where(and(eq(applicationParcels.applicationId, applicationId), eq(applicationParcels.booked, true)));
  for (const { parcelId, mu100 } of rows)
    await w
      .update(parcels)
      .set({ agreedMu100: sql`${parcels.agreedMu100} - ${mu100}` })
      .where(eq(parcels.id, parcelId));
}

/** The agreement of an application, of whatever kind; matching reads of it whether it has ended. */
export async function saveAgreement(w: Writer, applicationId: string, state: "unsigned" | "live" | "ended") {
  const [one] = await w
    .select({ household: applications.householdCode, enterprise: projects.enterpriseId })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .where(eq(applications.id, applicationId));
  const at = new Date();
  await w.insert(agreements).values({
    id: `A-${applicationId}`,
    number: applicationId,
    applicationId,
    kind: "land",
    enterpriseId: one?.enterprise ?? "",
    householdCode: one?.household ?? "",
    title: "",
    terms: { kind: "land", parcels: [], mu100: 0, rentFenPerMuYear: 0, years: 1, payMonthDay: "12-20" },
    startsOn: "2026-01-01",
    state,
    ...(state === "live" && {
      enterpriseSignedHow: "paper",
      enterpriseSignedAt: at,
      householdSignedHow: "paper",
      householdSignedAt: at,
    }),
    ...(state === "ended" && ended),
  });
}

/** What an ended agreement has besides its state. */
export const ended = {
  state: "ended",
  endsOn: "2026-06-30",
  endedOn: "2026-06-30",
  endCause: "both-agreed",
} as const;
