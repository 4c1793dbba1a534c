import { type Factors, factorNames } from "@/lib/policy/policy";

/** What a ranking's address may ask besides the list itself. */
export type RankingSearch = {
  done?: string;
  show?: string;
  refused?: string;
  /** A household whose place is to be explained. */
  why?: string;
  /** Two households to compare, or "none" when none was ticked. */
  pick?: string | string[];
  invited?: string;
  /** household.reason of those who could not be invited. */
  skipped?: string | string[];
} & Partial<Record<keyof Factors, string>>;

/** Weights on trial, as whole shares of 0 to 100 in the address; null when none are asked for, or all are 0. */
export function trialShares(query: RankingSearch): Factors | null {
  const shares = { labor: 0, land: 0, distance: 0, need: 0 };
  for (const name of factorNames) {
    const text = query[name];
    if (typeof text === "string" && /^\d{1,3}$/.test(text)) shares[name] = Math.min(100, Number(text));
  }
  return factorNames.some((name) => shares[name] > 0) ? shares : null;
}

/** What of an address stays when one looks at a detail of the ranking: how it is weighed, and how much is shown. */
export function keptOf(query: RankingSearch): Record<string, string> {
  const shares = trialShares(query);
  const weighed = shares ? factorNames.map((name) => [name, String(shares[name])]) : [];
  const shown = /^\d{1,3}$/.test(String(query.show ?? "")) ? [["show", String(query.show)]] : [];
  return Object.fromEntries([...weighed, ...shown]);
}

/** The texts of a question that may be asked several times, at most `most`. */
export const several = (value: string | string[] | undefined, most: number): string[] =>
  [value ?? []]
    .flat()
    .filter((text) => typeof text === "string" && /^[\w.-]{1,80}$/.test(text))
    .slice(0, most);
