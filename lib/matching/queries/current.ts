import { databaseUrl } from "@/db/client";
import type { Roads } from "@/lib/matching/distance";
import type { CountyIndex } from "@/lib/matching/index/layout";
import type { PostingFacts } from "@/lib/matching/posting-facts";
import {
  caughtUp,
  type Kept,
  keptPostings,
  loadAll,
  nextTurn,
  readIndex,
  withIndex,
} from "@/lib/matching/queries/kept";

/**
 * The county index of this process: triggers write a row of county_changes in the transaction of every change,
 * and each ask first reads the rows it has not seen and loads just those households and postings again. When a
 * whole county changed at once its index is read anew beside the kept one; who only shows may have the kept one
 * meanwhile, who decides waits. It lives on globalThis, because a production build instantiates modules twice.
 */
export type CurrentCounty = {
  index: CountyIndex;
  rowOf: ReadonlyMap<string, number>;
  /** The county's own table of distances, for the reference; the index holds it too. */
  roads: Roads;
  /** All postings, as they stand on a day. */
  postings: (today: string) => PostingFacts[];
};

type Place = {
  url: string;
  kept: Kept | null;
  /** One at a time: two asks that find the same change must not load it twice into different states. */
  turn: Promise<unknown>;
  reload: Promise<void> | null;
  /** How many wait for the reload: then it hurries. */
  waiting: number;
};

const store = globalThis as { sanjinCounty?: Place };

function here(): Place {
  const url = databaseUrl();
  if (store.sanjinCounty?.url !== url)
    store.sanjinCounty = { url, kept: null, turn: Promise.resolve(), reload: null, waiting: 0 };
  return store.sanjinCounty;
}

/** Whether it was forgotten, or the database is another one now. */
const isLeft = (place: Place) => store.sanjinCounty !== place || databaseUrl() !== place.url;

/**
 * The county as the last committed change left it, to decide by: waits while a whole county is read anew. Asks no
 * permission: queries.ts does.
 */
export async function currentCounty(): Promise<CurrentCounty> {
  for (;;) {
    const place = here();
    const kept = await keptIn(place);
    if (!kept.behind) return shown(kept);
    place.waiting++;
    try {
      await place.reload;
    } catch (error) {
      if (!isLeft(place)) throw error;
    } finally {
      place.waiting--;
    }
  }
}

/**
 * The same to show, without waiting: for the seconds after a whole county changed at once, its households are
 * `behind`, as they were before. Postings, distances and whatever household changes after that never are.
 */
export async function countyAtHand(): Promise<CurrentCounty & { behind: boolean }> {
  const kept = await keptIn(here());
  return { ...shown(kept), behind: kept.behind !== null };
}

const shown = (kept: Kept): CurrentCounty => ({
  index: kept.index,
  rowOf: kept.rowOf,
  roads: kept.roads,
  postings: (today) => keptPostings(kept, today),
});

/** Forgets the index, so that the next ask builds it anew; for tests and benchmarks. */
export function forgetCounty(): void {
  delete store.sanjinCounty;
}

function inTurn<T>(place: Place, work: () => Promise<T>): Promise<T> {
  const turn = place.turn.then(work);
  place.turn = turn.catch(() => undefined);
  return turn;
}

const keptIn = (place: Place): Promise<Kept> =>
  inTurn(place, async () => {
    const kept = place.kept ? await caughtUp(place.kept) : await loadAll();
    place.kept = kept;
    if (kept.behind && !place.reload) startReload(place, kept.behind.upTo);
    return kept;
  });

/** One reload at a time; when it fails, the next ask starts another. */
function startReload(place: Place, upTo: number): void {
  const reload = reloaded(place, upTo).finally(() => {
    place.reload = null;
  });
  place.reload = reload;
  // Who waits for it is told; who shows the kept index goes on.
  reload.catch((error: unknown) => {
    if (!isLeft(place))
      console.error(
        `sanjin: the county was not read anew: ${error instanceof Error ? error.name : "unknown"}`,
      );
  });
}

async function reloaded(place: Place, upTo: number): Promise<void> {
  const fresh = await readIndex(async (tookMs) => {
    // Half the time is the pages', unless somebody waits.
    if (place.waiting > 0) await nextTurn();
    else await new Promise((rest) => setTimeout(rest, tookMs));
    if (isLeft(place)) throw new Error("the county was forgotten while it was read");
  });
  await inTurn(place, async () => {
    if (!place.kept) return;
    place.kept = await caughtUp(place.kept);
    // Another whole county changed meanwhile: the next ask has it read once more.
    if (place.kept.behind?.upTo === upTo) place.kept = await withIndex(place.kept, fresh);
  });
}
