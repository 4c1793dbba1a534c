import { aliasedTable, and, desc, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  contractDetails,
  divisions,
  enterprises,
  equityDetails,
  jobDetails,
  landDetails,
  membershipDetails,
  orderDetails,
  postings,
  projects,
} from "@/db/schema";
import type { PostingKind, PostingState } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { inDivision, permit, type Source, within } from "@/lib/access/scope";
import { refuse } from "@/lib/refusal/refusal";

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");

const columns = {
  id: postings.id,
  kind: postings.kind,
  state: postings.state,
  title: postings.title,
  summary: postings.summary,
  villageCode: postings.villageCode,
  villageName: village.name,
  townName: town.name,
  lat: postings.lat,
  lon: postings.lon,
  villageLat: village.lat,
  villageLon: village.lon,
  radiusKm: postings.radiusKm,
  closesOn: postings.closesOn,
  capacity: postings.capacity,
  taken: postings.taken,
  reachBand: postings.reachBand,
  version: postings.version,
  stateReason: postings.stateReason,
  createdBy: postings.createdBy,
  publishedAt: postings.publishedAt,
  heardOn: postings.heardOn,
  warnedOn: postings.warnedOn,
  updatedAt: postings.updatedAt,
  projectId: projects.id,
  projectName: projects.name,
  projectState: projects.state,
  term: projects.term,
  industry: projects.industry,
  enterpriseId: enterprises.id,
  enterpriseName: enterprises.name,
  enterpriseState: enterprises.state,
  enterpriseFrozenOn: enterprises.frozenOn,
  job: {
    months: jobDetails.months,
    work: jobDetails.work,
    wageFen: jobDetails.wageFen,
    wageUnit: jobDetails.wageUnit,
    ageMin: jobDetails.ageMin,
    ageMax: jobDetails.ageMax,
    skills: jobDetails.skills,
    skillsRequired: jobDetails.skillsRequired,
    lodging: jobDetails.lodging,
  },
  land: {
    parcelKinds: landDetails.parcelKinds,
    minMu100: landDetails.minMu100,
    fullMu100: landDetails.fullMu100,
    rentFenPerMuYear: landDetails.rentFenPerMuYear,
    years: landDetails.years,
  },
  equity: {
    // First what is never null: by it drizzle tells a missing row.
    fenPerPerson: equityDetails.fenPerPerson,
    roundId: equityDetails.roundId,
    roundName: sql<
      string | null
    >`(select round.name from allotment_rounds round where round.id = ${equityDetails.roundId})`,
    guaranteedBp: equityDetails.guaranteedBp,
    secondBp: equityDetails.secondBp,
    bindingLink: equityDetails.bindingLink,
  },
  order: {
    product: orderDetails.product,
    grade: orderDetails.grade,
    parcelKinds: orderDetails.parcelKinds,
    yieldJin: orderDetails.yieldJin,
    minJin: orderDetails.minJin,
    fullJin: orderDetails.fullJin,
    floorFenPerJin: orderDetails.floorFenPerJin,
    deliveryMonths: orderDetails.deliveryMonths,
    payWithinDays: orderDetails.payWithinDays,
    years: orderDetails.years,
  },
  membership: {
    shareFen: membershipDetails.shareFen,
    surplusBp: membershipDetails.surplusBp,
    services: membershipDetails.services,
    ownVillages: membershipDetails.ownVillages,
  },
  contract: {
    product: contractDetails.product,
    plotMu100: contractDetails.plotMu100,
    maxPlots: contractDetails.maxPlots,
    months: contractDetails.months,
    skills: contractDetails.skills,
    feeFenPerPlotYear: contractDetails.feeFenPerPlotYear,
    inputsFenPerPlotYear: contractDetails.inputsFenPerPlotYear,
    yieldJinPerPlot: contractDetails.yieldJinPerPlot,
    floorFenPerJin: contractDetails.floorFenPerJin,
    payWithinDays: contractDetails.payWithinDays,
    years: contractDetails.years,
  },
};

const rows = (from: Source) =>
  from
    .select(columns)
    .from(postings)
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .innerJoin(village, eq(village.code, postings.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .leftJoin(jobDetails, eq(jobDetails.postingId, postings.id))
    .leftJoin(landDetails, eq(landDetails.postingId, postings.id))
    .leftJoin(equityDetails, eq(equityDetails.postingId, postings.id))
    .leftJoin(orderDetails, eq(orderDetails.postingId, postings.id))
    .leftJoin(membershipDetails, eq(membershipDetails.postingId, postings.id))
    .leftJoin(contractDetails, eq(contractDetails.postingId, postings.id));

type Row = Awaited<ReturnType<typeof rows>>[number];
type Common = Omit<Row, PostingKind>;
/** A posting with what is particular to its kind, under its kind's name. */
export type PostingOf<K extends PostingKind> = Common & { kind: K } & { [P in K]: NonNullable<Row[P]> };
export type Posting = { [K in PostingKind]: PostingOf<K> }[PostingKind];

/** The detail tables are joined loosely; here the kind and its detail become one. */
function shaped(row: Row): Posting {
  const { job, land, equity, order, membership, contract, ...common } = row;
  const detail = row[common.kind];
  if (detail === null) throw new Error(`posting ${common.id} lacks its ${common.kind} details`);
  return { ...common, [common.kind]: detail } as Posting;
}

const published = and(
  eq(postings.state, "published"),
  eq(enterprises.state, "verified"),
  eq(projects.state, "listed"),
) as SQL;

/** What an asker may see: what the table grants, and what is published in any case. */
function visible(asker: Asker): SQL {
  const grant = permit(asker, "posting", "read");
  return or(
    within(asker, grant, { village: postings.villageCode, enterprise: projects.enterpriseId, published }),
    published,
  ) as SQL;
}

export type PostingFilter = {
  kind?: PostingKind;
  status?: PostingState;
  /** 9 or 12 digits. */
  town?: string;
  /** 12 digits. */
  village?: string;
  enterpriseId?: string;
  projectId?: string;
  ids?: readonly string[];
  /** Only those one can still apply to on this day. */
  openOn?: string;
  limit?: number;
  cursor?: string;
};

/** Newest first. @returns at most `limit` (200) postings the asker may see, and the cursor of the next page. */
export async function listPostings(
  asker: Asker,
  filter: PostingFilter = {},
): Promise<{ items: Posting[]; next: string | null }> {
  const limit = Math.min(filter.limit ?? 50, 200);
  const found = await rows(db)
    .where(
      and(
        visible(asker),
        filter.kind ? eq(postings.kind, filter.kind) : undefined,
        filter.status ? eq(postings.state, filter.status) : undefined,
        filter.town ? inDivision(postings.villageCode, filter.town.slice(0, 9)) : undefined,
        filter.village ? eq(postings.villageCode, filter.village) : undefined,
        filter.enterpriseId ? eq(enterprises.id, filter.enterpriseId) : undefined,
        filter.projectId ? eq(projects.id, filter.projectId) : undefined,
        filter.ids ? inArray(postings.id, [...filter.ids]) : undefined,
        filter.openOn
          ? and(published, gte(postings.closesOn, filter.openOn), lt(postings.taken, postings.capacity))
          : undefined,
        filter.cursor ? lt(postings.id, filter.cursor) : undefined,
      ),
    )
    .orderBy(desc(postings.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(shaped);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** @throws Refusal not-found when there is none, or none the asker may see. */
export async function getPosting(asker: Asker, id: string, from: Source = db): Promise<Posting> {
  const [row] = await rows(from)
    .where(and(eq(postings.id, id), visible(asker)))
    .limit(1);
  return row ? shaped(row) : refuse("not-found");
}

/** Whether someone can still apply on a day: published, in good standing, not past its last day, not full. */
export const isOpenOn = (posting: Posting, today: string): boolean =>
  posting.state === "published" &&
  posting.enterpriseState === "verified" &&
  posting.projectState === "listed" &&
  posting.closesOn >= today &&
  posting.taken < posting.capacity;
