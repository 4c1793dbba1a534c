import { and, asc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { households, postings, projects } from "@/db/schema";
import type { CountyHousehold } from "@/lib/matching/county";
import { type Roads, statedKm } from "@/lib/matching/distance";
import { buildIndex } from "@/lib/matching/index/build";
import type { CountyIndex } from "@/lib/matching/index/layout";
import { withChanges } from "@/lib/matching/index/update";
import { type LiveKinds, type PostingFacts, postingsOn } from "@/lib/matching/posting-facts";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { changesAfter, type Seen, seenByNow } from "@/lib/matching/queries/marks";
import { loadPostings } from "@/lib/matching/queries/postings";
import { loadRoads } from "@/lib/matching/queries/roads";

/** What a process keeps of the county. A catching up makes another of it, so that who holds one keeps it whole. */
export type Kept = {
  index: CountyIndex;
  rowOf: ReadonlyMap<string, number>;
  roads: Roads;
  facts: ReadonlyMap<string, PostingFacts>;
  liveKinds: LiveKinds;
  seen: Seen;
  /** Set while the index lacks a change of a whole county: up to which number, and who changed after that. */
  behind: { upTo: number; changed: ReadonlySet<string> } | null;
  onDay: { today: string; postings: PostingFacts[] } | null;
};

/** More changed households than this, and reading everything anew is faster. */
export const tooMany = 3000;

/** All postings, as they stand on a day. */
export function keptPostings(kept: Kept, today: string): PostingFacts[] {
  if (kept.onDay?.today !== today)
    kept.onDay = { today, postings: postingsOn([...kept.facts.values()], kept.liveKinds, today) };
  return kept.onDay.postings;
}

/** Reads everything: for a process that keeps nothing yet. */
export async function loadAll(): Promise<Kept> {
  // The number first: what changes while the rest is read is then read once more.
  const seen = await seenByNow();
  const { facts, liveKinds } = await loadPostings(db);
  const roads = await loadRoads(db);
  const index = { ...(await readIndex(() => nextTurn())), stated: statedKm(roads) };
  return {
    index,
    rowOf: rowsByCode(index),
    roads,
    facts: new Map(facts.map((f) => [f.posting.id, f])),
    liveKinds,
    seen,
    behind: null,
    onDay: null,
  };
}

export const nextTurn = () => new Promise<void>((turn) => setImmediate(turn));

/** Households read at once, and added to the index at once: neither may hold up a page for long. */
const readAtOnce = 200;
const addedAtOnce = 1000;

/**
 * The index of all households, some at a time: the whole county in one go would hold up every page for a second,
 * just when a large import came in. Its `stated` is still to be set.
 * @param breath awaited after each portion, told how many milliseconds it took.
 */
export async function readIndex(breath: (tookMs: number) => Promise<void>): Promise<CountyIndex> {
  const rows = await db.select({ code: households.code }).from(households).orderBy(asc(households.code));
  const codes = rows.map((row) => row.code);
  let index = buildIndex([]);
  let read: CountyHousehold[] = [];
  for (let i = 0; i < codes.length; i += readAtOnce) {
    const started = performance.now();
    read.push(...(await loadHouseholds(db, codes.slice(i, i + readAtOnce))));
    if (read.length >= addedAtOnce || i + readAtOnce >= codes.length) {
      index = withChanges(index, [], read, new Map());
      read = [];
    }
    await breath(performance.now() - started);
  }
  return index;
}

const rowsByCode = (index: CountyIndex) => new Map(index.codes.map((code, row) => [code, row]));

/**
 * The same with every change that was committed since. When a whole county changed, its households stay as they
 * were and the answer is `behind`; postings, distances and whatever household changes later are followed even so.
 */
export async function caughtUp(kept: Kept): Promise<Kept> {
  const changes = await changesAfter(kept.seen, tooMany);
  if (!changes) return kept;
  const next: Kept = { ...kept, seen: changes.seen };
  if (changes.roads) {
    next.roads = await loadRoads(db);
    next.index = { ...next.index, stated: statedKm(next.roads) };
  }
  if (changes.postings.size > 0) await reloadPostings(next, [...changes.postings]);
  const changed = changes.households;
  if (changed === null) next.behind = { upTo: changes.seen.last, changed: new Set() };
  else if (changed.size > 0) {
    const { behind } = next;
    if (behind) next.behind = { ...behind, changed: new Set([...behind.changed, ...changed]) };
    await reloadHouseholds(next, [...changed]);
  }
  return next;
}

/** The same upon an index read anew, brought up with what changed while it was read. */
export async function withIndex(kept: Kept, fresh: CountyIndex): Promise<Kept> {
  const next: Kept = { ...kept, index: { ...fresh, stated: kept.index.stated }, behind: null };
  next.rowOf = rowsByCode(next.index);
  const changed = [...(kept.behind?.changed ?? [])];
  if (changed.length > 0) await reloadHouseholds(next, changed);
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
