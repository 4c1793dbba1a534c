/** People who may stand on the register twice: a few on purpose, and whoever chance made alike. */
import { demoId } from "@/lib/demo/ids";
import type { Person } from "@/lib/demo/people";
import { demoVillages } from "@/lib/demo/places";
import type { Household } from "@/lib/demo/registry";

/** A grown-up who is nobody's head, works and is not the only one: can be given another's name and birth. */
const candidates = (households: readonly Household[], village: string) =>
  households
    .filter((h) => h.village.code === village && h.people.length >= 3)
    .flatMap((h) => h.people.slice(1))
    .filter((p) => p.laborClass === "ordinary" && p.schooling === null);

/**
 * Makes three pairs alike in name and birth: two within the first demo village, one between the two villages,
 * which only officers see whole.
 * @param renumber gives someone an ID number that fits the new birth.
 */
export function plantDoubles(households: readonly Household[], renumber: (p: Person) => string): void {
  const first = candidates(households, demoVillages.village);
  const second = candidates(households, demoVillages.village2);
  const alike = (a: Person | undefined, among: readonly Person[]) => {
    const b = among.find((p) => p !== a && a && p.sex === a.sex && !taken.has(p));
    if (!a || !b) return;
    taken.add(a).add(b);
    b.name = a.name;
    b.birth = a.birth;
    b.idNumber = renumber(b);
  };
  const taken = new Set<Person>();
  alike(first[0], first.slice(4));
  alike(first[1], first.slice(6));
  alike(first[2], second);
}

export type DoublePair = { id: string; memberA: string; memberB: string; createdAt: Date };

/** Every pair of the same name and birth, as the register would have found them. */
export function doublesOf(households: readonly Household[], at: Date): DoublePair[] {
  const alike = new Map<string, string[]>();
  for (const { people } of households)
    for (const p of people) {
      const key = `${p.name} ${p.birth}`;
      const ids = alike.get(key);
      if (ids) ids.push(p.id);
      else alike.set(key, [p.id]);
    }
  const pairs: DoublePair[] = [];
  for (const ids of alike.values()) {
    const inOrder = [...ids].sort();
    for (const [i, memberA] of inOrder.entries())
      for (const memberB of inOrder.slice(i + 1))
        pairs.push({ id: demoId("D", pairs.length + 1, at), memberA, memberB, createdAt: at });
  }
  return pairs;
}
