/** Orders, memberships and plots of the demo: those of its past, and those open now. */
import { addDays } from "@/lib/clock/clock";
import type { Enterprise, Project } from "@/lib/demo/enterprises";
import type { DemoEnterprises } from "@/lib/demo/open";
import type { Dates, Posting, PostingMaker, Shared } from "@/lib/demo/postings";
import { type OrderOffer, orderOffers, type PlotOffer, plotOffers } from "@/lib/demo/produce";
import type { Random } from "@/lib/demo/random";
import type { Totals } from "@/lib/demo/totals";
import { monthsToBits } from "@/lib/postings/input";

/** The makers of the three kinds, over what all postings share. */
export function furtherMakers(shared: Shared, random: Random) {
  const fen = ([low, high]: readonly [number, number], stepFen: number) =>
    stepFen * Math.round((100 * (low + (high - low) * random.next())) / stepFen);
  return {
    order(project: Project, offer: OrderOffer, totalJin: number, dates: Dates): Posting {
      const { base, row } = shared(project, project.enterprise.village, dates);
      const { product, grade, kinds: parcelKinds, yieldJin, minJin, fullJin, months } = offer;
      return {
        ...row,
        county: { ...base, kind: "order", capacity: totalJin, parcelKinds, yieldJin, minJin, fullJin },
        title: `收购${product}`,
        summary: `${project.name}按订单收${product}，市价高就按市价，市价低也按保底价收，交货后 15 天内付清。`,
        pay: {
          kind: "order",
          product,
          grade,
          floorFenPerJin: fen(offer.price, 10),
          deliveryMonths: monthsToBits(months),
          payWithinDays: 15,
          years: random.pick([1, 3, 3, 5]),
        },
      };
    },
    membership(project: Project, households: number, dates: Dates): Posting {
      const { base, row } = shared(project, project.enterprise.village, dates);
      const ownVillages = random.chance(0.3);
      const villages = ownVillages ? project.villages.map((v) => v.code).sort() : null;
      return {
        ...row,
        county: { ...base, kind: "membership", capacity: households, villages },
        title: `${project.name}吸收社员`.slice(0, 40),
        summary: "统一购买种苗农资，统一技术，统一销售，盈余主要按交易量返还给社员。",
        pay: {
          kind: "membership",
          shareFen: random.pick([0, 10_000, 20_000, 50_000]),
          surplusBp: random.pick([6_000, 6_000, 6_500, 7_000]),
          services: random.pick([
            ["supplies", "technique", "sales"],
            ["supplies", "technique", "machinery", "sales"],
            ["technique", "processing", "sales"],
          ]),
          ownVillages,
        },
      };
    },
    contract(project: Project, offer: PlotOffer, plots: number, dates: Dates): Posting {
      const { base, row } = shared(project, project.enterprise.village, dates);
      const { plot, product, plotMu100, maxPlots, skills } = offer;
      const months = monthsToBits(offer.months);
      return {
        ...row,
        county: { ...base, kind: "contract", capacity: plots, months, skills, maxPlots },
        title: `${plot}承包`,
        summary: `${project.name}的${plot}给农户承包，种苗农资先赊给，产品按保底价回购。`,
        pay: {
          kind: "contract",
          product,
          plotMu100,
          feeFenPerPlotYear: fen(offer.fee, 5_000),
          inputsFenPerPlotYear: fen(offer.inputs, 10_000),
          yieldJinPerPlot: offer.yieldJin,
          floorFenPerJin: fen(offer.price, 10),
          payWithinDays: 15,
          years: random.pick([1, 3, 3, 5]),
        },
      };
    },
  };
}

/** Every enterprise whose project has something to offer of a kind, with that. */
const offering = <T>(enterprises: readonly Enterprise[], offers: Partial<Record<string, T>>) =>
  enterprises.flatMap((one) => {
    const project = one.projects.find((p) => offers[p.industry]);
    const offer = project && offers[project.industry];
    return project && offer ? [{ project, offer }] : [];
  });

/** Those of the past, published in the year before `day`: as large as households may come. */
export function pastFurther(
  make: PostingMaker,
  enterprises: readonly Enterprise[],
  day: string,
  random: Random,
): Posting[] {
  const dates = (): Dates => {
    const ago = random.int(425, 460);
    return {
      createdOn: addDays(day, -ago - 6),
      publishedOn: addDays(day, -ago),
      closesOn: addDays(day, -random.int(5, 40)),
    };
  };
  const some = <T>(list: readonly T[], share: number) => list.filter(() => random.chance(share));
  return [
    ...some(offering(enterprises, orderOffers), 0.3).map(({ project, offer }) =>
      make.order(project, offer, offer.fullJin * 10, dates()),
    ),
    ...enterprises
      .filter((one) => one.kind === "cooperative")
      .map((one) => make.membership(one.projects[0] as Project, 40, dates())),
    ...some(offering(parksOf(enterprises), plotOffers), 0.8).map(({ project, offer }) =>
      make.contract(project, offer, 15, dates()),
    ),
  ];
}

const parksOf = (enterprises: readonly Enterprise[]) =>
  enterprises.filter((one) => one.kind !== "big-household");

/** Those open now: first of the two enterprises the demo accounts speak for, then by lot. */
export function openFurther(
  totals: Totals["openPostings"],
  enterprises: readonly Enterprise[],
  demo: DemoEnterprises,
  make: PostingMaker,
  today: string,
  random: Random,
): Posting[] {
  const dates = (): Dates => {
    const ago = random.int(2, 42);
    return {
      createdOn: addDays(today, -ago - random.int(2, 6)),
      publishedOn: addDays(today, -ago),
      closesOn: addDays(today, random.int(35, 210)),
    };
  };
  const shown = [demo.enterprise, demo.enterprise2];
  const shownFirst = <T extends { project: Project }>(list: readonly T[]) => [
    ...list.filter(({ project }) => shown.includes(project.enterprise)),
    ...random.shuffle(list.filter(({ project }) => !shown.includes(project.enterprise))),
  ];
  const coops = enterprises.filter((one) => one.kind === "cooperative");
  const orders = shownFirst(offering(enterprises, orderOffers)).slice(0, totals.order);
  const plots = shownFirst(offering(parksOf(enterprises), plotOffers)).slice(0, totals.contract);
  const members = shownFirst(coops.map((one) => ({ project: one.projects[0] as Project })));
  return [
    ...orders.map(({ project, offer }) =>
      make.order(project, offer, offer.fullJin * random.int(6, 30), dates()),
    ),
    ...members
      .slice(0, totals.membership)
      .map(({ project }) => make.membership(project, random.int(10, 60), dates())),
    ...plots.map(({ project, offer }) => make.contract(project, offer, random.int(6, 30), dates())),
  ];
}
