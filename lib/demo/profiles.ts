/** What the demo's enterprises and projects say of themselves beyond their names: figures, places, links, size. */
import type { EnterpriseLevel, LinkKind, PlaceKind } from "@/db/words";
import { addDays, dayOf } from "@/lib/clock/clock";
import type { Enterprise, Project } from "@/lib/demo/enterprises";
import { demoId } from "@/lib/demo/ids";
import { trades } from "@/lib/demo/offers";
import type { Village } from "@/lib/demo/places";
import type { Random } from "@/lib/demo/random";

const tenThousandYuan = 1_000_000;

/** Figures of its kind (lib/enterprises/kinds.ts). @param pairWith the village of 百企帮百村, for whom it is drawn. */
export function figuresOf({ kind }: Enterprise, pairWith: Village | null, random: Random) {
  const level = (levels: readonly (readonly [EnterpriseLevel | null, number])[]) => random.weighted(levels);
  const paired = { pairedVillageCode: pairWith?.code ?? null };
  switch (kind) {
    case "leading":
      return {
        level: level([
          ["provincial", 0.15],
          ["municipal", 0.45],
          ["county", 0.4],
        ]),
        capitalFen: random.int(10, 100) * 10 * tenThousandYuan,
        outputFen: random.int(30, 400) * 10 * tenThousandYuan,
        workers: random.int(20, 160),
        baseMu100: random.int(30, 300) * 1000,
        ...paired,
      };
    case "park":
      return {
        level: level([
          ["provincial", 0.2],
          ["municipal", 0.4],
          ["county", 0.4],
        ]),
        outputFen: random.int(50, 500) * 10 * tenThousandYuan,
        workers: random.int(30, 200),
        baseMu100: random.int(50, 500) * 1000,
        tenants: random.int(2, 14),
        ...paired,
      };
    case "cooperative":
      return {
        level: level([
          [null, 0.5],
          ["county", 0.3],
          ["municipal", 0.2],
        ]),
        capitalFen: random.int(3, 30) * 10 * tenThousandYuan,
        outputFen: random.int(5, 80) * 10 * tenThousandYuan,
        memberHouseholds: random.int(12, 180),
        baseMu100: random.int(8, 120) * 1000,
        workers: random.int(3, 30),
        ...paired,
      };
    default:
      return {
        outputFen: random.int(2, 30) * 5 * tenThousandYuan,
        baseMu100: random.int(20, 200) * 100,
        workers: random.int(0, 8),
        pairedVillageCode: null,
      };
  }
}

export type DemoPlace = {
  id: string;
  enterpriseId: string;
  kind: PlaceKind;
  name: string;
  villageCode: string;
  address: string;
  createdAt: Date;
};

/** Leading enterprises and parks work in more than one place: a base in each of their projects' villages. */
export function placesOf(enterprises: readonly Enterprise[]): DemoPlace[] {
  let counter = 0;
  return enterprises
    .filter(({ kind }) => kind === "leading" || kind === "park")
    .flatMap(({ id: enterpriseId, createdAt, industry, village, projects }) => {
      const others = (projects[0]?.villages ?? []).filter((v) => v.code !== village.code).slice(0, 2);
      return others.map((v, i): DemoPlace => {
        counter += 1;
        return {
          id: demoId("K", counter, createdAt),
          enterpriseId,
          kind: i === 0 ? "base" : "factory",
          name: `${v.name}${trades[industry].product}${i === 0 ? "基地" : "加工点"}`,
          villageCode: v.code,
          address: "",
          createdAt,
        };
      });
    });
}

/** How a project takes households along, how much it makes, since when. */
export function projectDetailsOf(project: Project, random: Random) {
  const { enterprise, term, industry, createdAt, villages } = project;
  const isBig = enterprise.kind === "leading" || enterprise.kind === "park";
  const links: LinkKind[] = ["labor"];
  if (trades[industry].lands.length > 0) links.push("land");
  if (enterprise.kind !== "big-household") links.push("share");
  if (random.chance(0.45)) links.push("order");
  if (enterprise.kind === "cooperative") links.push("membership");
  if (enterprise.kind === "park") links.push("contract");
  if (random.chance(0.5)) links.push("training");
  if (industry === "livestock" && random.chance(0.5)) links.push("raising");
  if (industry === "e-commerce") links.push("selling");
  const { product } = trades[industry];
  const households = villages.length * (isBig ? random.int(8, 30) : random.int(3, 12));
  const startsOn = dayOf(createdAt);
  return {
    links,
    households,
    capacity: `${product}年产值约 ${random.int(2, isBig ? 90 : 20) * 10} 万元`,
    summary: `${project.name}，覆盖 ${villages.length} 个村（社区），计划带动 ${households} 户。${
      term === "short" ? "当年投入当年见效。" : "三年以上长期见效。"
    }`,
    startsOn,
    endsOn: random.chance(0.4) ? addDays(startsOn, 365 * random.int(3, 10)) : null,
  };
}
