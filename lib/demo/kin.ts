/** The shapes of poor households in a mountain county: who lives with whom, and how old they are. */
import type { Relation, Sex } from "@/db/words";
import type { Random } from "@/lib/demo/random";

export type Kin = { relation: Relation; sex: Sex; age: number };

type Part = "couple" | "head" | "child" | "child-grown" | "parent" | "sibling" | "in-laws" | "grandchild";

/** `old` heads are a generation above `young` ones. */
type Shape = { parts: readonly Part[]; head: "young" | "old"; covered: number; uncovered: number };

const s = (parts: string, head: "young" | "old", covered: number, uncovered: number): Shape => ({
  parts: parts.split(" ") as Part[],
  head,
  covered,
  uncovered,
});

/** By size; the last two numbers are weights for households with and without a live project. */
const shapes: readonly (readonly Shape[])[] = [
  [s("head", "young", 0.5, 0.22), s("head", "old", 0.5, 0.78)],
  [
    s("couple", "old", 0.42, 0.5),
    s("couple", "young", 0.06, 0.02),
    s("head child", "young", 0.12, 0.08),
    s("head child-grown", "old", 0.2, 0.12),
    s("head parent", "young", 0.16, 0.1),
    s("head grandchild", "old", 0.03, 0.06),
    s("head sibling", "old", 0.05, 0.12),
  ],
  [
    s("couple child", "young", 0.3, 0.2),
    s("couple child-grown", "old", 0.28, 0.24),
    s("couple parent", "young", 0.16, 0.16),
    s("head child child", "young", 0.1, 0.12),
    s("head child parent", "young", 0.14, 0.14),
    s("couple grandchild", "old", 0.1, 0.18),
  ],
  [
    s("couple child child", "young", 0.4, 0.4),
    s("couple child parent", "young", 0.36, 0.3),
    s("couple in-laws", "old", 0.1, 0.06),
    s("couple child-grown parent", "young", 0.12, 0.14),
    s("couple child-grown grandchild", "old", 0.1, 0.1),
  ],
  [
    s("couple child child parent", "young", 0.48, 0.5),
    s("couple in-laws grandchild", "old", 0.36, 0.3),
    s("couple child child child", "young", 0.08, 0.1),
    s("couple child parent parent", "young", 0.08, 0.1),
  ],
  [
    s("couple in-laws grandchild grandchild", "old", 0.6, 0.6),
    s("couple child child parent parent", "young", 0.4, 0.4),
  ],
  [s("couple in-laws grandchild grandchild parent", "old", 1, 1)],
];

const between = (value: number, low: number, high: number) =>
  Math.round(Math.min(high, Math.max(low, value)));

const headAge = (head: "young" | "old", alone: boolean, covered: boolean, random: Random): number =>
  head === "young"
    ? between((alone ? 50 : 45) + 6.5 * random.normal(), alone ? 28 : 26, 57)
    : between((alone ? 67 : 61) + (covered ? 0 : 3) + 8 * random.normal(), 48, 92);

/** The next child: some years younger than the last, never born to a mother under 19 or over 42. */
function childAge(motherAge: number, last: number | null, grown: boolean, random: Random): number {
  if (last !== null) return between(last - random.int(1, 6), Math.max(0, motherAge - 43), 30);
  const age = motherAge - random.int(grown ? 22 : 23, grown ? 36 : 38);
  return grown ? between(age, 17, 38) : between(age, 0, 27);
}

/** The people of one household, head first, with kinship and ages that can be. */
export function householdShape(size: number, covered: boolean, random: Random): Kin[] {
  const choices = shapes[size - 1] ?? [];
  const shape = random.weighted(choices.map((c) => [c, covered ? c.covered : c.uncovered] as const));
  const alone = size === 1;
  const headSex: Sex = random.chance(alone ? 0.74 : 0.86) ? "male" : "female";
  const head: Kin = { relation: "head", sex: headSex, age: headAge(shape.head, alone, covered, random) };
  const people = [head];
  let motherAge = head.age;
  let lastChild: number | null = null;
  let lastGrandchild: number | null = null;
  const parents: Sex[] = random.chance(0.62) ? ["female", "male"] : ["male", "female"];
  for (const part of shape.parts) {
    const sex: Sex = random.chance(0.53) ? "male" : "female";
    if (part === "couple") {
      const spouse: Sex = head.sex === "male" ? "female" : "male";
      const age = between(head.age + (spouse === "female" ? -random.int(-1, 5) : random.int(-1, 5)), 22, 92);
      people.push({ relation: "spouse", sex: spouse, age });
      motherAge = spouse === "female" ? age : head.age;
    } else if (part === "child" || part === "child-grown") {
      lastChild = childAge(motherAge, lastChild, part === "child-grown", random);
      people.push({ relation: sex === "male" ? "son" : "daughter", sex, age: lastChild });
    } else if (part === "parent") {
      const parent = parents.shift() ?? "female";
      const age = between(head.age + random.int(21, 31), head.age + 19, 96);
      people.push({ relation: parent === "male" ? "father" : "mother", sex: parent, age });
    } else if (part === "sibling") {
      people.push({
        relation: "sibling",
        sex: random.chance(0.75) ? "male" : "female",
        age: between(head.age - random.int(-6, 8), 30, 92),
      });
    } else if (part === "in-laws") {
      const son = between(motherAge - random.int(21, 27), 24, 45);
      people.push({ relation: "son", sex: "male", age: son });
      people.push({
        relation: "daughter-in-law",
        sex: "female",
        age: between(son - random.int(-1, 4), 22, 45),
      });
    } else if (part === "grandchild") {
      const young = people.find((p) => p.relation === "daughter-in-law")?.age ?? motherAge - 24;
      lastGrandchild =
        lastGrandchild === null
          ? between(young - random.int(21, 28), 0, 17)
          : between(lastGrandchild - random.int(1, 5), 0, 16);
      people.push({ relation: sex === "male" ? "grandson" : "granddaughter", sex, age: lastGrandchild });
    }
  }
  return people;
}
