import { aliasedTable, and, asc, count, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { divisions, enterprises, postings, projects, projectVillages } from "@/db/schema";
import type { EnterpriseKind, Industry, PostingKind, Term } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { inDivision, permit, within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { readsAs } from "@/lib/i18n/pinyin";
import { found, searchKey } from "@/lib/projects/search";
import { refuse } from "@/lib/refusal/refusal";

/** 市场主体产业项目名录: the projects of verified enterprises. */

const town = aliasedTable(divisions, "town");
const published = eq(enterprises.state, "verified");

const columns = {
  id: projects.id,
  name: projects.name,
  industry: projects.industry,
  sector: projects.sector,
  term: projects.term,
  summary: projects.summary,
  enterpriseId: enterprises.id,
  enterpriseName: enterprises.name,
  enterpriseKind: enterprises.kind,
  enterpriseState: enterprises.state,
};

/** What is published, and what the table grants beyond it. Whoever has no grant reads as the public does. */
function readable(asker: Asker): SQL {
  const reader = grantOf(asker.role, "project", "read") ? asker : publicAsker;
  const grant = permit(reader, "project", "read");
  return or(published, within(reader, grant, { enterprise: projects.enterpriseId, published })) as SQL;
}

export type DirectoryFilter = {
  /** Part of the project's or enterprise's name, in Chinese, pinyin or initials. */
  q?: string;
  /** 9 or 12 digits: one of the project's villages lies in it. */
  town?: string;
  /** 12 digits. */
  village?: string;
  industry?: Industry;
  kind?: EnterpriseKind;
  term?: Term;
  enterpriseId?: string;
  limit?: number;
  /** The id of the last project of the page before. */
  cursor?: string;
};

export type DirectoryProject = Awaited<ReturnType<typeof rows>>[number] & {
  villages: { code: string; name: string; townName: string }[];
  /** Open postings by kind. */
  open: Partial<Record<PostingKind, number>>;
};

const rows = (where: SQL | undefined, limit: number) =>
  db
    .select(columns)
    .from(projects)
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .where(where)
    .orderBy(asc(projects.pinyin), asc(projects.id))
    .limit(limit);

function matching({ town: townCode, village, ...filter }: DirectoryFilter): SQL | undefined {
  const place = village ?? townCode?.slice(0, 9);
  const there = db
    .select({ id: projectVillages.projectId })
    .from(projectVillages)
    .where(place ? inDivision(projectVillages.villageCode, place) : undefined);
  return and(
    found(filter.q, [projects.name, projects.pinyin, enterprises.name, enterprises.pinyin]),
    place ? inArray(projects.id, there) : undefined,
    filter.industry ? eq(projects.industry, filter.industry) : undefined,
    filter.kind ? eq(enterprises.kind, filter.kind) : undefined,
    filter.term ? eq(projects.term, filter.term) : undefined,
    filter.enterpriseId ? eq(enterprises.id, filter.enterpriseId) : undefined,
  );
}

/** Of the names the keys let through, those that read as what was typed. Undefined when nothing was typed. */
async function reading(asker: Asker, filter: DirectoryFilter): Promise<SQL | undefined> {
  const key = searchKey(filter.q ?? "");
  if (key === "") return undefined;
  const names = await db
    .select({ id: projects.id, project: projects.name, enterprise: enterprises.name })
    .from(projects)
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .where(and(readable(asker), matching(filter)));
  const graded = names.map(({ id, project, enterprise }) => ({
    id,
    grade: Math.max(readsAs(project, key), readsAs(enterprise, key)),
  }));
  // Half a syllable counts only while nothing reads as a whole one.
  const best = Math.max(1, ...graded.map(({ grade }) => grade));
  return inArray(
    projects.id,
    graded.filter(({ grade }) => grade === best).map(({ id }) => id),
  );
}

/** The villages of some projects, by code. */
async function villagesOf(ids: string[]) {
  return db
    .select({
      projectId: projectVillages.projectId,
      code: divisions.code,
      name: divisions.name,
      townName: town.name,
    })
    .from(projectVillages)
    .innerJoin(divisions, eq(divisions.code, projectVillages.villageCode))
    .innerJoin(town, eq(town.code, divisions.parentCode))
    .where(inArray(projectVillages.projectId, ids))
    .orderBy(asc(divisions.code));
}

/** How many postings of each kind can be applied to on a day. */
async function openOf(ids: string[], today: string) {
  return db
    .select({ projectId: postings.projectId, kind: postings.kind, postings: count() })
    .from(postings)
    .where(
      and(
        inArray(postings.projectId, ids),
        eq(postings.state, "published"),
        gte(postings.closesOn, today),
        lt(postings.taken, postings.capacity),
      ),
    )
    .groupBy(postings.projectId, postings.kind);
}

async function withDetails(
  items: Awaited<ReturnType<typeof rows>>,
  today: string,
): Promise<DirectoryProject[]> {
  const ids = items.map((item) => item.id);
  if (ids.length === 0) return [];
  const [villages, open] = await Promise.all([villagesOf(ids), openOf(ids, today)]);
  return items.map((item) => ({
    ...item,
    villages: villages
      .filter((v) => v.projectId === item.id)
      .map(({ code, name, townName }) => ({ code, name, townName })),
    open: Object.fromEntries(open.filter((o) => o.projectId === item.id).map((o) => [o.kind, o.postings])),
  }));
}

/** By pinyin. @returns at most `limit` (100) projects, how many there are in all, and the next page's cursor. */
export async function listProjects(
  asker: Asker,
  today: string,
  filter: DirectoryFilter = {},
): Promise<{ items: DirectoryProject[]; total: number; next: string | null }> {
  const limit = Math.min(filter.limit ?? 30, 100);
  const all = and(readable(asker), matching(filter), await reading(asker, filter));
  const after = filter.cursor
    ? sql`(${projects.pinyin}, ${projects.id}) > (select pinyin, id from projects where id = ${filter.cursor})`
    : undefined;
  const [page, totals] = await Promise.all([
    rows(and(all, after), limit + 1),
    db
      .select({ total: count() })
      .from(projects)
      .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
      .where(all),
  ]);
  const items = await withDetails(page.slice(0, limit), today);
  return {
    items,
    total: totals[0]?.total ?? 0,
    next: page.length > limit ? (items.at(-1)?.id ?? null) : null,
  };
}

/** @throws Refusal not-found when there is none, or none the asker may see. */
export async function getProject(asker: Asker, id: string, today: string) {
  const [row] = await db
    .select({
      ...columns,
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
    .where(and(eq(projects.id, id), readable(asker)));
  if (!row) return refuse("not-found");
  const [details] = await withDetails([row], today);
  return { ...row, villages: details?.villages ?? [], open: details?.open ?? {} };
}
export type ProjectPage = Awaited<ReturnType<typeof getProject>>;
