import type { PostingKind } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { openPostingsAsked } from "@/lib/applications/already-asked";
import { scopeName } from "@/lib/divisions/queries";
import { type HouseholdRow, listHouseholds } from "@/lib/households/queries";
import { type Visit, visitsOf } from "@/lib/households/visit";
import { fittingPostings } from "@/lib/matching/queries";
import type { Tier } from "@/lib/matching/tier";
import { listPostings } from "@/lib/postings/queries";
import { refuse } from "@/lib/refusal/refusal";

/** One opening for one household: which, how well, and what it brings in a year. */
export type OfflineFit = { posting: string; tier: Tier; yearlyFen: number };
export type OfflineHousehold = Pick<
  HouseholdRow,
  "code" | "headName" | "persons" | "able" | "idleMu100" | "covered"
> & {
  fits: OfflineFit[];
} & Visit;
export type OfflinePosting = {
  id: string;
  kind: PostingKind;
  title: string;
  enterpriseName: string;
  townName: string;
  closesOn: string;
};
/** What a village worker's phone keeps for a day. */
export type OfflineList = {
  /** Whose list it is: another's phone drops it. */
  owner: string;
  villageName: string;
  madeAt: string;
  /** After this instant the phone forgets it. */
  goodUntil: string;
  households: OfflineHousehold[];
  postings: OfflinePosting[];
};

export const offlineHours = 24;
/** Openings kept for each household. */
const best = 5;

/**
 * A village's own list and the open postings, to be read without a connection. No ID numbers, phones, health or
 * income: not even the reasons, which speak of them.
 * @throws Refusal forbidden for anyone but a village worker.
 */
export async function offlineList(asker: Asker, today: string, now = new Date()): Promise<OfflineList> {
  permit(asker, "household", "read");
  if (asker.role !== "village" || !asker.userId) return refuse("forbidden");
  const [households, visits, asked] = await Promise.all([
    everyHousehold(asker),
    visitsOf(asker),
    openPostingsAsked(asker),
  ]);
  const withFits: OfflineHousehold[] = [];
  for (const { code, headName, persons, able, idleMu100, covered } of households) {
    // What it has applied for already is offered no second time.
    const theirs = asked.get(code) ?? new Set();
    const fitting = await fittingPostings(asker, code, { today, limit: best + theirs.size });
    const fits = fitting
      .filter(({ posting }) => !theirs.has(posting.id))
      .slice(0, best)
      .map(({ posting, tier, yearlyFen }) => ({ posting: posting.id, tier, yearlyFen }));
    const visit = visits.get(code) ?? { version: 1, wishKinds: [], plots: [] };
    withFits.push({ code, headName, persons, able, idleMu100, covered, fits, ...visit });
    // A village of hundreds must not hold up who else asks meanwhile.
    await new Promise((next) => setImmediate(next));
  }
  return {
    owner: asker.userId,
    villageName: (await scopeName(asker.divisionScope ?? "")) ?? "",
    madeAt: now.toISOString(),
    goodUntil: new Date(now.getTime() + offlineHours * 3_600_000).toISOString(),
    households: withFits,
    postings: await everyPosting(asker, today),
  };
}

async function everyHousehold(asker: Asker): Promise<HouseholdRow[]> {
  const all: HouseholdRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await listHouseholds(asker, { limit: 200, ...(cursor && { cursor }) });
    all.push(...items);
    if (!next) return all;
    cursor = next;
  }
}

async function everyPosting(asker: Asker, today: string): Promise<OfflinePosting[]> {
  const all: OfflinePosting[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await listPostings(asker, {
      openOn: today,
      limit: 200,
      ...(cursor && { cursor }),
    });
    for (const { id, kind, title, enterpriseName, townName, closesOn } of items)
      all.push({ id, kind, title, enterpriseName, townName, closesOn });
    if (!next) return all;
    cursor = next;
  }
}
