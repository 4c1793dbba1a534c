import { and, eq, inArray, ne, type SQL } from "drizzle-orm";
import {
  agreements,
  applications,
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
  projectVillages,
} from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import { byCode, type CountyPosting } from "@/lib/matching/county";
import type { LiveKinds, Pay, PostingFacts } from "@/lib/matching/posting-facts";

export type LoadedPostings = { facts: PostingFacts[]; liveKinds: LiveKinds };

/**
 * Postings with their details, in id order, and the kinds their enterprises have live agreements of; hand
 * both to `postingsOn` with the day. Whole enterprises only, since a binding link looks at its neighbours.
 * @param enterpriseIds only theirs; everyone's when left out.
 */
export async function loadPostings(from: Source, enterpriseIds?: readonly string[]): Promise<LoadedPostings> {
  const only = enterpriseIds && inArray(projects.enterpriseId, [...enterpriseIds]);
  const rows = await from
    .select({
      posting: postings,
      job: jobDetails,
      land: landDetails,
      equity: equityDetails,
      order: orderDetails,
      membership: membershipDetails,
      contract: contractDetails,
      term: projects.term,
      projectName: projects.name,
      enterpriseId: enterprises.id,
      enterpriseName: enterprises.name,
      enterpriseState: enterprises.state,
      projectState: projects.state,
      villageLat: divisions.lat,
      villageLon: divisions.lon,
    })
    .from(postings)
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .innerJoin(divisions, eq(divisions.code, postings.villageCode))
    .leftJoin(jobDetails, eq(jobDetails.postingId, postings.id))
    .leftJoin(landDetails, eq(landDetails.postingId, postings.id))
    .leftJoin(equityDetails, eq(equityDetails.postingId, postings.id))
    .leftJoin(orderDetails, eq(orderDetails.postingId, postings.id))
    .leftJoin(membershipDetails, eq(membershipDetails.postingId, postings.id))
    .leftJoin(contractDetails, eq(contractDetails.postingId, postings.id))
    .where(only);
  const villages = await coopVillages(from, only);
  const live = await from
    .selectDistinct({ enterpriseId: projects.enterpriseId, kind: postings.kind })
    .from(agreements)
    .innerJoin(applications, eq(applications.id, agreements.applicationId))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .where(and(ne(agreements.state, "ended"), only));
  const facts = rows.map((row) => factsOf(row, villages)).filter((fact) => fact !== null);
  return {
    facts: facts.sort((a, b) => byCode(a.posting.id, b.posting.id)),
    liveKinds: new Set(live.map((row) => `${row.enterpriseId}:${row.kind}`)),
  };
}

/** The villages of projects whose co-ops take members from their own villages only, in code order. */
async function coopVillages(from: Source, only: SQL | undefined): Promise<ReadonlyMap<string, string[]>> {
  const rows = await from
    .selectDistinct({ project: projects.id, village: projectVillages.villageCode })
    .from(membershipDetails)
    .innerJoin(postings, eq(postings.id, membershipDetails.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(projectVillages, eq(projectVillages.projectId, projects.id))
    .where(and(eq(membershipDetails.ownVillages, true), only));
  const villages = new Map<string, string[]>();
  for (const { project, village } of rows)
    villages.set(project, [...(villages.get(project) ?? []), village].sort(byCode));
  return villages;
}

type Row = {
  posting: typeof postings.$inferSelect;
  job: typeof jobDetails.$inferSelect | null;
  land: typeof landDetails.$inferSelect | null;
  equity: typeof equityDetails.$inferSelect | null;
  order: typeof orderDetails.$inferSelect | null;
  membership: typeof membershipDetails.$inferSelect | null;
  contract: typeof contractDetails.$inferSelect | null;
  term: CountyPosting["term"];
  projectName: string;
  enterpriseId: string;
  enterpriseName: string;
  enterpriseState: (typeof enterprises.$inferSelect)["state"];
  projectState: (typeof projects.$inferSelect)["state"];
  villageLat: number;
  villageLon: number;
};

/** Null for a posting whose details are not written yet. */
function factsOf(row: Row, villages: ReadonlyMap<string, string[]>): PostingFacts | null {
  const { posting: p, job, land, equity, order, membership, contract } = row;
  const base = {
    id: p.id,
    enterpriseId: row.enterpriseId,
    term: row.term,
    village: p.villageCode,
    point:
      p.lat !== null && p.lon !== null
        ? { lat: p.lat, lon: p.lon }
        : { lat: row.villageLat, lon: row.villageLon },
    radiusKm: p.radiusKm,
    open: false,
    capacity: p.capacity,
    taken: p.taken,
  };
  const fact = (posting: CountyPosting, pay: Pay): PostingFacts => ({
    posting,
    title: p.title,
    projectName: row.projectName,
    enterpriseName: row.enterpriseName,
    state: p.state,
    closesOn: p.closesOn,
    stands: row.enterpriseState === "verified" && row.projectState === "listed",
    pay,
  });
  if (p.kind === "job" && job) {
    const { months, work, ageMin, ageMax, skills, skillsRequired, lodging, wageFen, wageUnit } = job;
    const asks = { months, work, ageMin, ageMax, skills, skillsRequired, lodging };
    return fact({ ...base, kind: "job", ...asks }, { kind: "job", wageFen, wageUnit });
  }
  if (p.kind === "land" && land) {
    const { parcelKinds, minMu100, fullMu100, rentFenPerMuYear, years } = land;
    const asks = { parcelKinds, minMu100, fullMu100 };
    return fact({ ...base, kind: "land", ...asks }, { kind: "land", rentFenPerMuYear, years });
  }
  if (p.kind === "equity" && equity) {
    const { bindingLink, fenPerPerson, guaranteedBp, secondBp } = equity;
    const asks = { bindingLink, bindingLive: false };
    return fact(
      { ...base, kind: "equity", ...asks },
      { kind: "equity", fenPerPerson, guaranteedBp, secondBp },
    );
  }
  if (p.kind === "order" && order) {
    const { parcelKinds, yieldJin, minJin, fullJin, floorFenPerJin, years } = order;
    const asks = { parcelKinds, yieldJin, minJin, fullJin };
    return fact({ ...base, kind: "order", ...asks }, { kind: "order", floorFenPerJin, years });
  }
  if (p.kind === "membership" && membership) {
    const { ownVillages, shareFen, surplusBp } = membership;
    const asks = { villages: ownVillages ? (villages.get(p.projectId) ?? []) : null };
    return fact({ ...base, kind: "membership", ...asks }, { kind: "membership", shareFen, surplusBp });
  }
  if (p.kind === "contract" && contract) {
    const { months, skills, maxPlots } = contract;
    const { feeFenPerPlotYear, inputsFenPerPlotYear, yieldJinPerPlot, floorFenPerJin, years } = contract;
    const pay = { feeFenPerPlotYear, inputsFenPerPlotYear, yieldJinPerPlot, floorFenPerJin, years };
    return fact({ ...base, kind: "contract", months, skills, maxPlots }, { kind: "contract", ...pay });
  }
  return null;
}
