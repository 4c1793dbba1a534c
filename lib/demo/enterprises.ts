/** The county's 338 market entities, all invented: names, credit codes, places, people, their projects. */
import type { Sector, Term } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import { demoId, officeHour } from "@/lib/demo/ids";
import { givenName, surname } from "@/lib/demo/names";
import { type Industry, trades } from "@/lib/demo/offers";
import { demoVillages, type Village } from "@/lib/demo/places";
import type { Random } from "@/lib/demo/random";
import type { Totals } from "@/lib/demo/totals";
import { inventedCreditCode } from "@/lib/numbers/credit-code";
import { inventedPhone } from "@/lib/numbers/phone";

export type EntityKind = keyof Totals["enterprises"];

export type Project = {
  id: string;
  enterprise: Enterprise;
  name: string;
  industry: Industry;
  sector: Sector;
  term: Term;
  villages: Village[];
  createdAt: Date;
};

export type Enterprise = {
  id: string;
  creditCode: string;
  name: string;
  kind: EntityKind;
  industry: Industry;
  village: Village;
  address: string;
  legalPerson: string;
  contactName: string;
  phone: string;
  summary: string;
  /** The account that speaks for it. */
  userId: string;
  projects: Project[];
  createdAt: Date;
};

const industryShares: readonly (readonly [Industry, number])[] = [
  ["tea", 0.36],
  ["livestock", 0.14],
  ["mushroom", 0.11],
  ["herbs", 0.1],
  ["grain-oil", 0.08],
  ["kiwifruit", 0.05],
  ["cherry", 0.04],
  ["tobacco", 0.03],
  ["nuts", 0.03],
  ["fishery", 0.02],
  ["tourism", 0.02],
  ["workshop", 0.01],
  ["e-commerce", 0.01],
];
/** Parks and leading enterprises also hold the community factories (社区工厂). */
const bigIndustryShares: readonly (readonly [Industry, number])[] = [
  ...industryShares,
  ["workshop", 0.08],
  ["e-commerce", 0.03],
];

const kinds: Record<EntityKind, { registry: string; series: string; tail: (trade: string) => string }> = {
  leading: { registry: "91", series: "A", tail: (trade) => `${trade}有限公司` },
  park: { registry: "91", series: "P", tail: (trade) => `${trade}产业园` },
  cooperative: { registry: "93", series: "C", tail: (trade) => `${trade}专业合作社` },
  "big-household": { registry: "92", series: "H", tail: (trade) => `${trade}大户` },
};

const firsts = [..."云岫翠岚松鹤青禾秋满泉溪禾穗朝晖润野春山雾鸣谷丰"];
const seconds = [..."岭源泽畈垭坪峰湾霖晟茂蕴泰沁恒瑞康和农园"];

/** A brand nobody of the county has yet: two characters, then three. */
function brand(taken: Set<string>, random: Random): string {
  for (let tries = 0; ; tries++) {
    const name = random.pick(firsts) + random.pick(seconds) + (tries > 20 ? random.pick(seconds) : "");
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function nameOf(
  kind: EntityKind,
  industry: Industry,
  village: Village,
  person: string,
  taken: Set<string>,
  random: Random,
) {
  const tail = kinds[kind].tail(trades[industry].name);
  return kind === "big-household"
    ? `${village.townName}${village.name}${person}${tail}`
    : `西乡县${brand(taken, random)}${tail}`;
}

const person = (random: Random) =>
  surname(random) + givenName(random, random.chance(0.7) ? "male" : "female", random.int(1962, 1990));

function projectsOf(
  enterprise: Enterprise,
  near: (village: Village, n: number) => Village[],
  counter: { n: number },
  random: Random,
): Project[] {
  const plans = trades[enterprise.industry].projects;
  const many = enterprise.kind === "leading" || enterprise.kind === "park";
  return (many ? plans : [random.pick(plans)]).map((plan) => {
    counter.n += 1;
    return {
      id: demoId("J", counter.n, enterprise.createdAt),
      enterprise,
      name: `${enterprise.village.townName.replace(/(镇|街道)$/, "")}${plan.name}`,
      industry: enterprise.industry,
      sector: plan.sector,
      term: plan.term,
      villages: near(
        enterprise.village,
        many ? random.int(3, 6) : enterprise.kind === "cooperative" ? random.int(2, 4) : 1,
      ),
      createdAt: enterprise.createdAt,
    };
  });
}

/** The two enterprises of the demo accounts stand in the demo villages. */
const told: Partial<Record<EntityKind, { industry: Industry; village: string }>> = {
  leading: { industry: "tea", village: demoVillages.village },
  cooperative: { industry: "mushroom", village: demoVillages.village2 },
};

/**
 * @param near the villages nearest to one, itself first.
 * @param day the last day of the demo's past; enterprises are some 500 days older.
 */
export function enterprisesOf(
  totals: Totals["enterprises"],
  villages: readonly Village[],
  near: (village: Village, n: number) => Village[],
  day: string,
  random: Random,
): Enterprise[] {
  const taken = new Set<string>();
  const projects = { n: 0 };
  const list: Enterprise[] = [];
  for (const kind of Object.keys(kinds) as EntityKind[])
    for (let i = 1; i <= totals[kind]; i++) {
      const fixed = i === 1 ? told[kind] : undefined;
      const isSmall = kind === "big-household" || kind === "cooperative";
      const industry = fixed?.industry ?? random.weighted(isSmall ? industryShares : bigIndustryShares);
      const village =
        villages.find((v) => v.code === fixed?.village) ??
        random.weighted(
          villages.map((v) => [v, v.isUrban ? v.weight * (isSmall ? 1 : 6) : v.weight] as const),
        );
      const legalPerson = person(random);
      const createdAt = officeHour(addDays(day, -random.int(500, 640)), random.int(0, 480));
      const number = list.length + 1;
      const enterprise: Enterprise = {
        id: demoId("E", number, createdAt),
        creditCode: inventedCreditCode(kinds[kind].registry, kinds[kind].series, i),
        name: nameOf(kind, industry, village, legalPerson, taken, random),
        kind,
        industry,
        village,
        address: `${random.int(1, 6)}组`,
        legalPerson,
        contactName: kind === "big-household" ? legalPerson : person(random),
        phone: inventedPhone(80_000_000 + number),
        summary: `主营${trades[industry].product}，吸纳周边贫困户务工、流转土地${isSmall ? "" : "、配股分红"}。`,
        userId: demoId("V", number, createdAt),
        projects: [],
        createdAt,
      };
      enterprise.projects = projectsOf(enterprise, near, projects, random);
      list.push(enterprise);
    }
  return list;
}
