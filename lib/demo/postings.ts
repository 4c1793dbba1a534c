/** Needs of the enterprises: those of the past, which the live agreements belong to, and those open now. */
import type { ReachBand } from "@/db/schema";
import type { BindingLink, CoopService, PostingState, WageUnit } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import type { Enterprise, EntityKind, Project } from "@/lib/demo/enterprises";
import { furtherMakers } from "@/lib/demo/further-postings";
import { demoId, officeHour } from "@/lib/demo/ids";
import { type JobOffer, type LandOffer, trades } from "@/lib/demo/offers";
import type { Village } from "@/lib/demo/places";
import type { Random } from "@/lib/demo/random";
import type { CountyPosting } from "@/lib/matching/county";
import { monthsToBits } from "@/lib/postings/input";

/** What a posting pays, and what else of its details matching does not read. */
export type Pay =
  | { kind: "job"; wageFen: number; wageUnit: WageUnit }
  | { kind: "land"; rentFenPerMuYear: number; years: number }
  | { kind: "equity"; fenPerPerson: number; guaranteedBp: number; secondBp: number }
  | {
      kind: "order";
      product: string;
      grade: string;
      floorFenPerJin: number;
      deliveryMonths: number;
      payWithinDays: number;
      years: number;
    }
  | {
      kind: "membership";
      shareFen: number;
      surplusBp: number;
      services: CoopService[];
      ownVillages: boolean;
    }
  | {
      kind: "contract";
      product: string;
      plotMu100: number;
      feeFenPerPlotYear: number;
      inputsFenPerPlotYear: number;
      yieldJinPerPlot: number;
      floorFenPerJin: number;
      payWithinDays: number;
      years: number;
    };

/** A posting; `county` is what matching reads and holds its capacity and what is taken of it. */
export type Posting = {
  county: CountyPosting;
  project: Project;
  state: PostingState;
  title: string;
  summary: string;
  pay: Pay;
  ownPoint: { lat: number; lon: number } | null;
  closesOn: string;
  reachBand: ReachBand | null;
  reviewedBy: string | null;
  stateReason: string | null;
  createdAt: Date;
  publishedAt: Date | null;
};

export type Dates = { createdOn: string; publishedOn: string | null; closesOn: string };

/** What all postings have, whatever their kind. */
export type Shared = (
  project: Project,
  village: Village,
  dates: Dates,
) => {
  base: Omit<CountyPosting, "kind" | "capacity">;
  row: Omit<Posting, "county" | "title" | "summary" | "pay">;
};

/** Makes postings with rising ids. */
export function postingMaker(officers: readonly string[], random: Random) {
  let counter = 0;
  const shared: Shared = (project: Project, village: Village, dates: Dates) => {
    counter += 1;
    const createdAt = officeHour(dates.createdOn, random.int(0, 420));
    const ownPoint = random.chance(0.4)
      ? {
          lat: Number((village.lat + 0.004 * random.normal()).toFixed(5)),
          lon: Number((village.lon + 0.005 * random.normal()).toFixed(5)),
        }
      : null;
    return {
      base: {
        id: demoId("G", counter, createdAt),
        enterpriseId: project.enterprise.id,
        term: project.term,
        village: village.code,
        point: ownPoint ?? { lat: village.lat, lon: village.lon },
        radiusKm: null,
        open: true,
        taken: 0,
      },
      row: {
        project,
        state: (dates.publishedOn ? "published" : "draft") as PostingState,
        ownPoint,
        closesOn: dates.closesOn,
        reachBand: null,
        reviewedBy: dates.publishedOn ? random.pick(officers) : null,
        stateReason: null,
        createdAt,
        publishedAt: dates.publishedOn ? officeHour(dates.publishedOn, random.int(0, 420)) : null,
      },
    };
  };
  const money = ([low, high]: readonly [number, number], step: number) =>
    100 * step * Math.round((low + (high - low) * random.next()) / step);

  return {
    ...furtherMakers(shared, random),
    job(
      project: Project,
      offer: JobOffer,
      positions: number,
      dates: Dates,
      village = project.enterprise.village,
    ): Posting {
      const { base, row } = shared(project, village, dates);
      const wageFen = money(offer.wage, offer.wageUnit === "day" ? 5 : 50);
      const lodging = offer.wageUnit === "month" && random.chance(0.15);
      return {
        ...row,
        county: {
          ...base,
          kind: "job",
          capacity: positions,
          months: monthsToBits(offer.months),
          work: offer.work,
          ageMin: random.chance(0.3) ? 18 : null,
          ageMax: offer.ageMax ?? null,
          skills: offer.skills,
          skillsRequired: offer.skillsRequired ?? false,
          lodging,
        },
        title: offer.title,
        summary: `${project.name}用工，${offer.wageUnit === "day" ? "按天结算，当日记工" : "按月发放工资"}${lodging ? "，包吃住" : ""}。优先安排贫困户。`,
        pay: { kind: "job", wageFen, wageUnit: offer.wageUnit },
      };
    },
    land(
      project: Project,
      offer: LandOffer,
      mu100: number,
      minMu100: number,
      dates: Dates,
      village = project.enterprise.village,
    ): Posting {
      const { base, row } = shared(project, village, dates);
      const years = random.pick([10, 10, 15, 20]);
      return {
        ...row,
        county: {
          ...base,
          kind: "land",
          capacity: mu100,
          parcelKinds: offer.kinds,
          minMu100,
          fullMu100: random.chance(0.3) ? minMu100 * 5 : null,
        },
        title: offer.title,
        summary: `${project.name}流转土地，一年一付租金，期限 ${years} 年。`,
        pay: { kind: "land", rentFenPerMuYear: money(offer.rent, 10), years },
      };
    },
    equity(
      project: Project,
      link: BindingLink,
      persons: number,
      dates: Dates,
      village = project.enterprise.village,
    ): Posting {
      const { base, row } = shared(project, village, dates);
      const guaranteedBp = random.pick([500, 500, 500, 600]);
      return {
        ...row,
        county: { ...base, kind: "equity", capacity: persons, bindingLink: link, bindingLive: true },
        title: `${project.name}配股`.slice(0, 40),
        summary: `每名贫困人口配股 1 万元，保底分红 ${guaranteedBp / 100}%，盈利后二次分红不低于 2%。`,
        pay: {
          kind: "equity",
          fenPerPerson: 1_000_000,
          guaranteedBp,
          secondBp: random.pick([200, 200, 250, 300]),
        },
      };
    },
  };
}
export type PostingMaker = ReturnType<typeof postingMaker>;

/** Past needs of an enterprise by kind; capacities are as large as households may come, and cut to what came. */
const pastNeeds: Record<EntityKind, { jobs: number; lands: number; equity: number; room: number }> = {
  leading: { jobs: 3, lands: 2, equity: 0.8, room: 60 },
  park: { jobs: 3, lands: 3, equity: 0.8, room: 70 },
  cooperative: { jobs: 2, lands: 2, equity: 0.4, room: 40 },
  "big-household": { jobs: 1, lands: 1, equity: 0, room: 18 },
};

/** The postings of the past of one enterprise, published in the year before `day` and closed before it. */
export function pastPostings(
  make: PostingMaker,
  enterprise: Enterprise,
  day: string,
  random: Random,
): Posting[] {
  const { jobs, lands, equity, room } = pastNeeds[enterprise.kind];
  const trade = trades[enterprise.industry];
  const dates = (): Dates => {
    const ago = random.int(425, 460);
    return {
      createdOn: addDays(day, -ago - 6),
      publishedOn: addDays(day, -ago),
      closesOn: addDays(day, -random.int(5, 40)),
    };
  };
  const project = () => random.pick(enterprise.projects);
  const list = [
    ...random
      .shuffle(trade.jobs)
      .slice(0, jobs)
      .map((offer) => make.job(project(), offer, room, dates())),
    ...trade.lands
      .slice(0, lands)
      .map((offer) => make.land(project(), offer, room * 250, random.pick([30, 50, 80]), dates())),
  ];
  if (random.chance(equity))
    list.push(
      make.equity(
        project(),
        trade.lands.length > 0 && random.chance(0.5) ? "land" : "labor",
        room * 4,
        dates(),
      ),
    );
  return list;
}

/** Cuts a past posting to what came and closes it. */
export function closePast(posting: Posting): void {
  posting.county.capacity = posting.county.taken;
  posting.county.open = false;
  posting.state = "closed";
  posting.stateReason = "名额已满，报名结束。";
}
