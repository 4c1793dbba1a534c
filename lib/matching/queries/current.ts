import { and, asc, desc, eq, gt, inArray, or } from "drizzle-orm";
import { databaseUrl, db } from "@/db/client";
import { engine } from "@/db/columns";
import { countyChanges, households, postings, projects } from "@/db/schema";
import type { CountyHousehold } from "@/lib/matching/county";
import { type Roads, statedKm } from "@/lib/matching/distance";
import { buildIndex } from "@/lib/matching/index/build";
import type { CountyIndex } from "@/lib/matching/index/layout";
import { withChanges } from "@/lib/matching/index/update";
import { type LiveKinds, type PostingFacts, postingsOn } from "@/lib/matching/posting-facts";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { loadPostings } from "@/lib/matching/queries/postings";
import { loadRoads } from "@/lib/matching/queries/roads";

/**
 * The county index of this process, never stale: triggers write a row of county_changes in the transaction
 * of every change, and each ask first reads the rows it has not seen and loads just those households and
 * postings again. It lives on globalThis, because a production build instantiates modules twice.
 */
export type CurrentCounty = {
  index: CountyIndex;
  rowOf: ReadonlyMap<string, number>;
  /** The county's own table of distances, for the reference; the index holds it too. */
  roads: Roads;
  /** All postings, as they stand on a day. */
  postings: (today: string) => PostingFacts[];
};

type Kept = {
  index: CountyIndex;
  rowOf: Map<string, number>;
  roads: Roads;
  facts: Map<string, PostingFacts>;
  liveKinds: LiveKinds;
  /** The highest number seen. */
  seq: number;
  /** Numbers below it not seen yet, by when they were first missed: on PostgreSQL a later number may commit first. */
  gaps: Map<number, number>;
  onDay: { today: string; postings: PostingFacts[] } | null;
};

const store = globalThis as {
  sanjinCounty?: { url: string; kept: Kept | null; turn: Promise<unknown> };
};

/** More changed households than this, and building everything anew is faster. */
const tooMany = 3000;
/** A number missing for so long belongs to a transaction that was rolled back. */
const gapMinutes = 10;

/** The county as the last committed change left it. Asks no permission: queries.ts does. */
export async function currentCounty(): Promise<CurrentCounty> {
  const url = databaseUrl();
  if (store.sanjinCounty?.url !== url) store.sanjinCounty = { url, kept: null, turn: Promise.resolve() };
  const place = store.sanjinCounty;
  // One at a time: two asks that find the same change must not load it twice into different states.
  const turn = place.turn.then(async () => {
    place.kept = place.kept ? await caughtUp(place.kept) : await loadAll();
    return place.kept;
  });
  place.turn = turn.catch(() => {
    place.kept = null;
  });
  const kept = await turn;
  const { index, rowOf, roads } = kept;
  return { index, rowOf, roads, postings: (today) => postingsOf(kept, today) };
}

/** Forgets the index, so that the next ask builds it anew; for tests and benchmarks. */
export function forgetCounty(): void {
  delete store.sanjinCounty;
}

function postingsOf(kept: Kept, today: string): PostingFacts[] {
  if (kept.onDay?.today !== today)
    kept.onDay = { today, postings: postingsOn([...kept.facts.values()], kept.liveKinds, today) };
  return kept.onDay.postings;
}

const changeColumns = {
  seq: countyChanges.seq,
  household: countyChanges.householdCode,
  posting: countyChanges.postingId,
};

async function loadAll(): Promise<Kept> {
  // The number first: what changes while the rest is read is then read once more.
  const recent = await db
    .select({ seq: countyChanges.seq })
    .from(countyChanges)
    .orderBy(desc(countyChanges.seq))
    .limit(1000);
  const seq = recent[0]?.seq ?? 0;
  const gaps = new Map<number, number>();
  noteGaps(gaps, (recent.at(-1)?.seq ?? 1) - 1, recent.map((r) => r.seq).reverse());
  const { facts, liveKinds } = await loadPostings(db);
  const roads = await loadRoads(db);
  const index = { ...buildIndex(await loadInSteps()), stated: statedKm(roads) };
  return {
    index,
    rowOf: rowsByCode(index),
    roads,
    facts: new Map(facts.map((f) => [f.posting.id, f])),
    liveKinds,
    seq,
    gaps,
    onDay: null,
  };
}

/**
 * All households, some at a time with a breath between: the whole county in one go would hold up every page for
 * as long, just when a large import came in.
 */
async function loadInSteps(): Promise<CountyHousehold[]> {
  const codes = (
    await db.select({ code: households.code }).from(households).orderBy(asc(households.code))
  ).map((row) => row.code);
  const found: CountyHousehold[] = [];
  for (let i = 0; i < codes.length; i += stepSize) {
    for (const household of await loadHouseholds(db, codes.slice(i, i + stepSize))) found.push(household);
    await new Promise((breath) => setImmediate(breath));
  }
  return found;
}
const stepSize = 500;

const rowsByCode = (index: CountyIndex) => new Map(index.codes.map((code, row) => [code, row]));

/** More numbers than this at once are not transactions under way, but rows cleared away, as after filling. */
const widestGap = 1000;

function noteGaps(gaps: Map<number, number>, after: number, seen: readonly number[]): void {
  // SQLite has one writer: numbers come in the order of commits, and what is missing was cleared away.
  if (engine === "sqlite") return;
  let next = after + 1;
  for (const seq of seen) {
    if (seq - next <= widestGap) for (; next < seq; next++) gaps.set(next, performance.now());
    gaps.delete(seq);
    if (seq >= next) next = seq + 1;
  }
}

async function caughtUp(kept: Kept): Promise<Kept> {
  const oldest = performance.now() - gapMinutes * 60_000;
  for (const [seq, missedAt] of kept.gaps) if (missedAt < oldest) kept.gaps.delete(seq);
  const changes = await db
    .select(changeColumns)
    .from(countyChanges)
    .where(or(gt(countyChanges.seq, kept.seq), inArray(countyChanges.seq, [...kept.gaps.keys()])))
    .orderBy(asc(countyChanges.seq))
    .limit(4 * tooMany);
  if (changes.length === 0) return kept;
  const households = new Set(changes.flatMap((c) => (c.household === null ? [] : [c.household])));
  if (households.size > tooMany || changes.length === 4 * tooMany) return loadAll();
  noteGaps(
    kept.gaps,
    kept.seq,
    changes.map((c) => c.seq),
  );
  const seq = Math.max(kept.seq, changes.at(-1)?.seq ?? 0);
  const changedPostings = [...new Set(changes.flatMap((c) => (c.posting === null ? [] : [c.posting])))];
  const next: Kept = { ...kept, seq };
  // A change of neither household nor posting is one of the table of distances.
  if (changes.some((c) => c.household === null && c.posting === null)) {
    next.roads = await loadRoads(db);
    next.index = { ...next.index, stated: statedKm(next.roads) };
  }
  if (households.size > 0) await reloadHouseholds(next, [...households]);
  if (changedPostings.length > 0) await reloadPostings(next, changedPostings);
  return next;
}

async function reloadHouseholds(kept: Kept, codes: readonly string[]): Promise<void> {
  const present = await loadHouseholds(db, codes);
  const before = kept.index;
  kept.index = withChanges(before, codes, present, kept.rowOf);
  // Most changes leave every row where it was.
  const moved =
    before.size !== kept.index.size || kept.index.codes.some((code, row) => code !== before.codes[row]);
  if (moved) kept.rowOf = rowsByCode(kept.index);
}

/** Postings again, with all others of their enterprises, whose binding links may hang on them. */
async function reloadPostings(kept: Kept, ids: readonly string[]): Promise<void> {
  const owners = await ownersOf(kept, ids);
  const { facts, liveKinds } = await loadPostings(db, owners);
  const isTheirs = (enterpriseId: string) => owners.includes(enterpriseId);
  const all = [...kept.facts.values()].filter((f) => !isTheirs(f.posting.enterpriseId)).concat(facts);
  all.sort((a, b) => (a.posting.id < b.posting.id ? -1 : 1));
  kept.facts = new Map(all.map((f) => [f.posting.id, f]));
  const others = [...kept.liveKinds].filter((key) => !isTheirs(key.slice(0, key.lastIndexOf(":"))));
  kept.liveKinds = new Set([...others, ...liveKinds]);
  kept.onDay = null;
}

async function ownersOf(kept: Kept, ids: readonly string[]): Promise<string[]> {
  const owners = new Set<string>();
  for (const id of ids) {
    const known = kept.facts.get(id)?.posting.enterpriseId;
    if (known) owners.add(known);
  }
  for (let i = 0; i < ids.length; i += 500) {
    const rows = await db
      .selectDistinct({ id: projects.enterpriseId })
      .from(postings)
      .innerJoin(
        projects,
        and(inArray(postings.id, ids.slice(i, i + 500)), eq(projects.id, postings.projectId)),
      );
    for (const row of rows) owners.add(row.id);
  }
  return [...owners];
}
