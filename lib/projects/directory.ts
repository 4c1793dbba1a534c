import type { EnterpriseKind, LinkKind, Term } from "@/db/words";
import { readsAs } from "@/lib/i18n/pinyin";
import { searchKey } from "@/lib/projects/search";

/**
 * The directory in memory: what is asked of a project, found, counted and put in order. A thousand projects
 * are some hundred kilobytes, read anew for each question, so that nothing here can be stale.
 */

/** What is asked of a project. */
export type Entry = {
  id: string;
  name: string;
  pinyin: string;
  industry: string;
  term: Term;
  links: readonly LinkKind[];
  enterpriseId: string;
  enterpriseName: string;
  enterprisePinyin: string;
  kind: EnterpriseKind;
  /** 12-digit codes. */
  villages: readonly string[];
  /** See keysOf. */
  keys: string;
};

/** All that may be typed to find a project, in one text: asked first, it lets too much through but nothing out. */
export const keysOf = (e: Pick<Entry, "name" | "pinyin" | "enterpriseName" | "enterprisePinyin">): string =>
  [searchKey(e.name), e.pinyin, searchKey(e.enterpriseName), e.enterprisePinyin].join("\n");

export type DirectoryFilter = {
  /** Part of the project's or enterprise's name, in Chinese, pinyin or initials. */
  q?: string;
  /** 9 or 12 digits: one of the project's villages lies in it. */
  town?: string;
  /** 12 digits. */
  village?: string;
  industry?: string;
  kind?: EnterpriseKind;
  term?: Term;
  link?: LinkKind;
  enterpriseId?: string;
};

/** The filters that are counted, with what a project has of each. */
const facetsOf = {
  town: (e: Entry) => [...new Set(e.villages.map((code) => `${code.slice(0, 9)}000`))],
  village: (e: Entry) => e.villages,
  industry: (e: Entry) => [e.industry],
  kind: (e: Entry) => [e.kind],
  term: (e: Entry) => [e.term],
  link: (e: Entry) => e.links,
} as const;
export type Facet = keyof typeof facetsOf;
export const facets = Object.keys(facetsOf) as Facet[];
/** How many projects each value of each filter would leave, the other filters staying as they are. */
export type FacetCounts = Record<Facet, Record<string, number>>;

/** Those whose names read as what was typed. Half a syllable counts only while nothing reads as a whole one. */
export function reading<E extends Entry>(entries: readonly E[], q: string | undefined): readonly E[] {
  const key = searchKey(q ?? "");
  if (key === "") return entries;
  const graded = entries.flatMap((entry) => {
    if (!entry.keys.includes(key)) return [];
    const grade = Math.max(readsAs(entry.name, key), readsAs(entry.enterpriseName, key));
    return grade === 0 ? [] : [{ entry, grade }];
  });
  const best = Math.max(1, ...graded.map(({ grade }) => grade));
  return graded.filter(({ grade }) => grade === best).map(({ entry }) => entry);
}

const has = (entry: Entry, facet: Facet, value: string | undefined) =>
  value === undefined || (facetsOf[facet](entry) as readonly string[]).includes(value);

/** Found entries in the order given, and the counts beside each filter. */
export function find<E extends Entry>(
  entries: readonly E[],
  filter: DirectoryFilter,
): { found: E[]; counts: FacetCounts } {
  const asked: Partial<Record<Facet, string | undefined>> = {
    ...filter,
    town: filter.town && `${filter.town.slice(0, 9)}000`,
  };
  const named = reading(entries, filter.q).filter(
    (entry) => filter.enterpriseId === undefined || entry.enterpriseId === filter.enterpriseId,
  );
  const counts = Object.fromEntries(facets.map((facet) => [facet, {}])) as FacetCounts;
  const found: E[] = [];
  for (const entry of named) {
    const failed = facets.filter((facet) => !has(entry, facet, asked[facet]));
    if (failed.length === 0) found.push(entry);
    // Beside a filter stands what it would find in place of its present value; another town has other villages.
    for (const facet of facets)
      if (failed.every((other) => other === facet || (other === "village" && facet === "town")))
        for (const value of facetsOf[facet](entry)) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
  }
  return { found, counts };
}

/** By industry in the county's order, then by pinyin: so a long list reads in parts. */
export function inOrder<E extends Entry>(entries: readonly E[], industries: readonly string[]): E[] {
  const place = new Map(industries.map((code, i) => [code, i]));
  const rank = (e: E) => place.get(e.industry) ?? industries.length;
  return [...entries].sort(
    (a, b) =>
      rank(a) - rank(b) || (a.pinyin < b.pinyin ? -1 : a.pinyin > b.pinyin ? 1 : a.id < b.id ? -1 : 1),
  );
}

/** How many projects work in each village. */
export function byVillage(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { villages } of entries)
    for (const code of villages) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
