/** Why households are poor (statistics.md §3). */
import type { Cause, Health } from "@/db/words";
import type { Person } from "@/lib/demo/people";
import type { Random } from "@/lib/demo/random";

const causeShares: readonly (readonly [Cause, number])[] = [
  ["illness", 0.3],
  ["no-skill", 0.2],
  ["disability", 0.13],
  ["no-funds", 0.11],
  ["no-labor", 0.11],
  ["schooling", 0.06],
  ["low-drive", 0.04],
  ["no-road", 0.02],
  ["disaster", 0.01],
  ["no-land", 0.01],
  ["marriage", 0.005],
  ["other", 0.005],
];
/** The health that a cause says someone in the household has. */
export const healthOfCause: Partial<Record<Cause, readonly Health[]>> = {
  illness: ["chronic", "serious-illness"],
  disability: ["disabled"],
};

/** The shares of statistics.md §3, bent by what the household is: nobody is poor by schooling without a pupil. */
export function causeOf(people: readonly Omit<Person, "id" | "idNumber">[], random: Random): Cause {
  const has = (healths: readonly Health[]) => people.some((p) => p.health.some((h) => healths.includes(h)));
  const pupils = people.filter((p) => p.schooling !== null && p.schooling !== "preschool-age").length;
  const hands = people.filter((p) => p.laborClass === "ordinary" || p.laborClass === "skilled").length;
  const bend: Partial<Record<Cause, number>> = {
    illness: has(healthOfCause.illness ?? []) ? 2.1 : 0.3,
    disability: has(healthOfCause.disability ?? []) ? 3.6 : 0.25,
    schooling: people.length === 1 || pupils === 0 ? 0 : 2.6,
    "no-labor": hands === 0 ? 2.4 : hands === 1 ? 1.2 : 0.25,
  };
  return random.weighted(causeShares.map(([cause, share]) => [cause, share * (bend[cause] ?? 1)] as const));
}

/** At most two other causes. */
export function othersOf(main: Cause, random: Random): Cause[] {
  const number = random.weighted([
    [0, 0.45],
    [1, 0.38],
    [2, 0.17],
  ]);
  const others = new Set<Cause>();
  while (others.size < number) {
    const cause = random.weighted(causeShares);
    if (cause !== main) others.add(cause);
  }
  return [...others];
}
