import { aliasedTable, and, asc, count, eq, gte, inArray, lt, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { divisions, enterprises, postings, projects, projectVillages } from "@/db/schema";
import { untilChanged } from "@/db/version";
import type { PostingKind } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { permit, type Source, within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { filesOf } from "@/lib/files/queries";
import { readIndustries } from "@/lib/industries/queries";
import {
  byVillage,
  type DirectoryFilter,
  type Entry,
  type FacetCounts,
  find,
  inOrder,
  keysOf,
} from "@/lib/projects/directory";
import { livePostings } from "@/lib/projects/own";
import { refuse } from "@/lib/refusal/refusal";

/** 市场主体产业项目名录: the listed projects of verified enterprises. */

const town = aliasedTable(divisions, "town");
const listed = and(eq(enterprises.state, "verified"), eq(projects.state, "listed")) as SQL;
/** What has ended is in no list, but its page and its links still open. */
const shown = and(eq(enterprises.state, "verified"), inArray(projects.state, ["listed", "ended"])) as SQL;

const columns = {
  id: projects.id,
  name: projects.name,
  state: projects.state,
  industry: projects.industry,
  sector: projects.sector,
  term: projects.term,
  summary: projects.summary,
  links: projects.links,
  enterpriseId: enterprises.id,
  enterpriseName: enterprises.name,
  enterpriseKind: enterprises.kind,
  enterpriseState: enterprises.state,
};

/** What is published, and what the table grants beyond it. Whoever has no grant reads as the public does. */
function readable(asker: Asker, published: SQL): SQL {
  const reader = grantOf(asker.role, "project", "read") ? asker : publicAsker;
  const grant = permit(reader, "project", "read");
  return or(published, within(reader, grant, { enterprise: projects.enterpriseId, published })) as SQL;
}

type Row = Awaited<ReturnType<typeof rows>>[number];
export type DirectoryProject = Row & {
  villages: { code: string; name: string; townName: string }[];
  /** Open postings by kind. */
  open: Partial<Record<PostingKind, number>>;
};

const rows = (ids: readonly string[]) =>
  db
    .select(columns)
    .from(projects)
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .where(inArray(projects.id, [...ids]));

/** Everything that is asked of the projects an asker may read; what is public is kept until something changes. */
const entriesFor = (asker: Asker): Promise<readonly Entry[]> => {
  const reach = grantOf(asker.role, "project", "read")?.reach ?? "published";
  return reach === "published" ? publicEntries() : readEntries(readable(asker, listed));
};
const publicEntries = untilChanged("directory", () => readEntries(readable(publicAsker, listed)));

async function readEntries(may: SQL): Promise<Entry[]> {
  const [facts, places] = await Promise.all([
    db
      .select({
        id: projects.id,
        name: projects.name,
        pinyin: projects.pinyin,
        industry: projects.industry,
        term: projects.term,
        links: projects.links,
        enterpriseId: enterprises.id,
        enterpriseName: enterprises.name,
        enterprisePinyin: enterprises.pinyin,
        kind: enterprises.kind,
      })
      .from(projects)
      .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
      .where(may),
    db.select().from(projectVillages),
  ]);
  const villages = new Map<string, string[]>();
  for (const { projectId, villageCode } of places) {
    const list = villages.get(projectId);
    if (list) list.push(villageCode);
    else villages.set(projectId, [villageCode]);
  }
  return facts.map((fact) => ({
    ...fact,
    villages: villages.get(fact.id) ?? [],
    keys: keysOf(fact),
  }));
}

/** The villages of some projects, by code. */
export async function villagesOf(ids: readonly string[], from: Source = db) {
  return from
    .select({
      projectId: projectVillages.projectId,
      code: divisions.code,
      name: divisions.name,
      townName: town.name,
      lat: divisions.lat,
      lon: divisions.lon,
    })
    .from(projectVillages)
    .innerJoin(divisions, eq(divisions.code, projectVillages.villageCode))
    .innerJoin(town, eq(town.code, divisions.parentCode))
    .where(inArray(projectVillages.projectId, [...ids]))
    .orderBy(asc(divisions.code));
}

/** How many postings of each kind can be applied to on a day. */
async function openOf(ids: readonly string[], today: string) {
  return db
    .select({ projectId: postings.projectId, kind: postings.kind, postings: count() })
    .from(postings)
    .where(
      and(
        inArray(postings.projectId, [...ids]),
        eq(postings.state, "published"),
        gte(postings.closesOn, today),
        lt(postings.taken, postings.capacity),
      ),
    )
    .groupBy(postings.projectId, postings.kind);
}

/** Rows for some ids, in the order of the ids. */
async function detailed(ids: readonly string[], today: string): Promise<DirectoryProject[]> {
  if (ids.length === 0) return [];
  const [items, villages, open] = await Promise.all([rows(ids), villagesOf(ids), openOf(ids, today)]);
  const byId = new Map(items.map((item) => [item.id, item]));
  return ids.flatMap((id) => {
    const item = byId.get(id);
    if (!item) return [];
    const isOpen = item.state === "listed" && item.enterpriseState === "verified";
    return [
      {
        ...item,
        villages: villages
          .filter((v) => v.projectId === id)
          .map(({ code, name, townName }) => ({ code, name, townName })),
        open: Object.fromEntries(
          isOpen ? open.filter((o) => o.projectId === id).map((o) => [o.kind, o.postings]) : [],
        ),
      },
    ];
  });
}

export type DirectoryPage = {
  items: DirectoryProject[];
  total: number;
  /** From 1. */
  page: number;
  pages: number;
  counts: FacetCounts;
  /** Village code → how many of the found projects work there. */
  places: Map<string, number>;
};

/** The found projects by industry, in the county's order, then by pinyin; one page of them with details. */
export async function listProjects(
  asker: Asker,
  today: string,
  filter: DirectoryFilter & { page?: number; size?: number } = {},
): Promise<DirectoryPage> {
  const [entries, industries] = await Promise.all([entriesFor(asker), readIndustries()]);
  const { found, counts } = find(entries, filter);
  const ordered = inOrder(
    found,
    industries.map(({ code }) => code),
  );
  const size = Math.min(filter.size ?? 30, 500);
  const pages = Math.max(1, Math.ceil(ordered.length / size));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  const ids = ordered.slice((page - 1) * size, page * size).map(({ id }) => id);
  const items = await detailed(ids, today);
  return { items, total: ordered.length, page, pages, counts, places: byVillage(found) };
}

/**
 * One project with its enterprise, villages and documents.
 * @throws Refusal not-found when there is none, or none the asker may see.
 */
export async function getProject(asker: Asker, id: string, today: string) {
  const [row] = await db
    .select({
      ...columns,
      capacity: projects.capacity,
      households: projects.households,
      startsOn: projects.startsOn,
      endsOn: projects.endsOn,
      version: projects.version,
      stateReason: projects.stateReason,
      creditCode: enterprises.creditCode,
      enterpriseSummary: enterprises.summary,
      seatCode: divisions.code,
      seatName: divisions.name,
      seatTownName: town.name,
    })
    .from(projects)
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .innerJoin(divisions, eq(divisions.code, enterprises.villageCode))
    .innerJoin(town, eq(town.code, divisions.parentCode))
    .where(and(eq(projects.id, id), readable(asker, shown)));
  if (!row) return refuse("not-found");
  const [[details], documents] = await Promise.all([detailed([id], today), filesOf("project", [id])]);
  return { ...row, villages: details?.villages ?? [], open: details?.open ?? {}, documents };
}
export type ProjectPage = Awaited<ReturnType<typeof getProject>>;

/** All projects of an enterprise an asker may read whole, with how many of their needs are open or in review. */
export async function projectsOf(asker: Asker, enterpriseId: string) {
  const found = await db
    .select({
      id: projects.id,
      name: projects.name,
      state: projects.state,
      stateReason: projects.stateReason,
    })
    .from(projects)
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .where(and(eq(projects.enterpriseId, enterpriseId), readable(asker, listed)))
    .orderBy(asc(projects.pinyin), asc(projects.id));
  const live = await livePostings(found.map(({ id }) => id));
  return found.map((project) => ({ ...project, live: live.get(project.id) ?? 0 }));
}

/** How many projects each industry has, in whatever state: public as a number. */
export async function countByIndustry(): Promise<Map<string, number>> {
  const found = await db
    .select({ code: projects.industry, n: count() })
    .from(projects)
    .groupBy(projects.industry);
  return new Map(found.map(({ code, n }) => [code, n]));
}
