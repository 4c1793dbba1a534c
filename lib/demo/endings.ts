/** Where a demo agreement does not simply run: some wait for a signature, some end soon, a few ended early. */
import type { EarlyCause } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import type { Application } from "@/lib/demo/matches";
import type { DemoEnterprises } from "@/lib/demo/open";
import type { Random } from "@/lib/demo/random";

/** What became of an agreement, besides running: ended early, or how it still waits or ends. */
export type Fate =
  | { kind: "ended"; on: string; cause: EarlyCause; reason: string }
  | { kind: "unsigned"; signed: "nobody" | "household" | "enterprise" }
  | { kind: "ending"; on: string };

const reasons: readonly [EarlyCause, string][] = [
  ["worker-left", "务工人员到县外打工，不再来干活。"],
  ["both-agreed", "双方商量好，先停下来。"],
  ["project-stopped", "这块基地改种别的，不再用工用地。"],
];

/**
 * The fates of some final matches, so that no officer's list is empty: households keep a live project in any
 * case, since only the link of those is ended who hold shares besides.
 */
export function fatesOf(
  finals: readonly Application[],
  demo: DemoEnterprises,
  today: string,
  random: Random,
): Map<Application, Fate> {
  const fates = new Map<Application, Fate>();
  const shown = new Set<unknown>(Object.values(demo));
  const owner = (a: Application) => a.posting.project.enterprise;
  /** Those of the two shown enterprises first. */
  const order = [...finals].sort((a, b) => Number(shown.has(owner(b))) - Number(shown.has(owner(a))));
  const links = new Map<string, Application[]>();
  const key = (a: Application) => `${a.household.code}:${owner(a).id}`;
  for (const a of finals)
    if (["job", "land", "order"].includes(a.posting.county.kind))
      links.set(key(a), [...(links.get(key(a)) ?? []), a]);
  let left = Math.max(3, Math.round(finals.length / 1500));
  for (const shares of order) {
    if (shares.posting.county.kind !== "equity" || left === 0) continue;
    const [link, second] = links.get(key(shares)) ?? [];
    const on = addDays(today, -random.int(3, 20));
    // The shares' link, if there is just one, ends after they began.
    if (!link || second || link.posting.state !== "closed" || on <= addDays(shares.finalOn ?? "", 2))
      continue;
    const [cause, reason] = random.pick(reasons);
    fates.set(link, { kind: "ended", on, cause, reason });
    left -= 1;
  }
  const counts = new Map<unknown, number>();
  // The newest first: these are the ones that may still wait for a signature.
  const newest = [...order].sort((a, b) => ((a.finalOn ?? "") > (b.finalOn ?? "") ? -1 : 1));
  newest.forEach((a, i) => {
    const mine = counts.get(owner(a)) ?? 0;
    if (fates.has(a) || !(shown.has(owner(a)) ? mine < 3 : i % 97 === 5 && i < 2000)) return;
    counts.set(owner(a), mine + 1);
    fates.set(a, { kind: "unsigned", signed: random.pick(["nobody", "household", "enterprise"] as const) });
  });
  counts.clear();
  order.forEach((a, i) => {
    const mine = counts.get(owner(a)) ?? 0;
    if (fates.has(a) || a.posting.county.kind !== "job") return;
    if (!(shown.has(owner(a)) ? mine < 3 : i % 211 === 7)) return;
    counts.set(owner(a), mine + 1);
    fates.set(a, { kind: "ending", on: addDays(today, random.int(4, 28)) });
  });
  return fates;
}
