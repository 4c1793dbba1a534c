/**
 * What enterprises of each industry buy by order, and the plots their parks give to households: usual yields and
 * local prices of the county's own products. Yuan, and jin (斤, 500 g), a mu, a free worker or a plot and year.
 * Tobacco is bought by the state alone, so nobody posts it here.
 */
import type { ParcelKind, Skill } from "@/db/words";
import type { Industry } from "@/lib/demo/offers";

type Range = readonly [number, number];

export type OrderOffer = {
  product: string;
  grade: string;
  /** Empty when it needs no land. */
  kinds: readonly ParcelKind[];
  yieldJin: number;
  minJin: number;
  fullJin: number;
  /** Yuan a jin. */
  price: Range;
  months: readonly number[];
};

export const orderOffers: Partial<Record<Industry, OrderOffer>> = {
  tea: {
    product: "茶叶鲜叶",
    grade: "一芽一叶到一芽二叶，当天采当天交",
    kinds: ["tea"],
    yieldJin: 200,
    minJin: 60,
    fullJin: 800,
    price: [8, 14],
    months: [3, 4, 5, 8, 9],
  },
  livestock: {
    product: "散养土鸡",
    grade: "散养 150 天以上，检疫合格",
    kinds: [],
    yieldJin: 600,
    minJin: 150,
    fullJin: 900,
    price: [11, 15],
    months: [1, 9, 10, 11, 12],
  },
  herbs: {
    product: "元胡",
    grade: "晒干，无霉变",
    kinds: ["dry", "paddy"],
    yieldJin: 260,
    minJin: 80,
    fullJin: 1000,
    price: [9, 14],
    months: [5, 6],
  },
  "grain-oil": {
    product: "油菜籽",
    grade: "水分 9% 以下",
    kinds: ["paddy", "dry"],
    yieldJin: 300,
    minJin: 150,
    fullJin: 1500,
    price: [2.4, 2.9],
    months: [5, 6],
  },
  mushroom: {
    product: "鲜香菇",
    grade: "菌盖 4 厘米以上",
    kinds: [],
    yieldJin: 3000,
    minJin: 1000,
    fullJin: 6000,
    price: [3, 4.5],
    months: [10, 11, 12, 1, 2, 3],
  },
  cherry: {
    product: "樱桃",
    grade: "八成熟以上，无伤果",
    kinds: ["orchard"],
    yieldJin: 800,
    minJin: 200,
    fullJin: 3000,
    price: [4, 7],
    months: [4, 5],
  },
  kiwifruit: {
    product: "猕猴桃",
    grade: "单果 80 克以上",
    kinds: ["orchard"],
    yieldJin: 2000,
    minJin: 400,
    fullJin: 6000,
    price: [2, 3],
    months: [9, 10],
  },
  nuts: {
    product: "核桃干果",
    grade: "当年新果，晒干",
    kinds: ["forest"],
    yieldJin: 120,
    minJin: 60,
    fullJin: 800,
    price: [6, 8],
    months: [9, 10],
  },
  fishery: {
    product: "稻田鱼",
    grade: "每条 1 斤以上",
    kinds: ["water", "paddy"],
    yieldJin: 150,
    minJin: 60,
    fullJin: 800,
    price: [8, 11],
    months: [9, 10, 11],
  },
  "e-commerce": {
    product: "土蜂蜜",
    grade: "波美度 40 以上",
    kinds: [],
    yieldJin: 160,
    minJin: 40,
    fullJin: 240,
    price: [28, 36],
    months: [10, 11],
  },
};

export type PlotOffer = {
  /** What a plot is called there: 大棚, 地块. */
  plot: string;
  product: string;
  plotMu100: number;
  maxPlots: number;
  months: readonly number[];
  skills: readonly Skill[];
  fee: Range;
  inputs: Range;
  yieldJin: number;
  price: Range;
};

export const plotOffers: Partial<Record<Industry, PlotOffer>> = {
  mushroom: {
    plot: "香菇大棚",
    product: "鲜香菇",
    plotMu100: 60,
    maxPlots: 3,
    months: [10, 11, 12, 1, 2, 3],
    skills: ["mushroom-growing"],
    fee: [300, 600],
    inputs: [4000, 5000],
    yieldJin: 4000,
    price: [3, 3.8],
  },
  tea: {
    plot: "标准化茶园",
    product: "茶叶鲜叶",
    plotMu100: 200,
    maxPlots: 3,
    months: [3, 4, 5, 8, 9],
    skills: ["tea-picking", "pruning"],
    fee: [200, 400],
    inputs: [500, 800],
    yieldJin: 420,
    price: [9, 13],
  },
  kiwifruit: {
    plot: "猕猴桃园",
    product: "猕猴桃",
    plotMu100: 200,
    maxPlots: 4,
    months: [1, 4, 5, 6, 9, 10],
    skills: ["pruning"],
    fee: [300, 600],
    inputs: [1200, 1800],
    yieldJin: 3600,
    price: [2, 2.8],
  },
  herbs: {
    plot: "药材地",
    product: "元胡",
    plotMu100: 150,
    maxPlots: 4,
    months: [10, 11, 3, 4, 5],
    skills: ["herb-growing"],
    fee: [150, 300],
    inputs: [900, 1300],
    yieldJin: 360,
    price: [9, 12],
  },
  livestock: {
    plot: "鸡舍",
    product: "散养土鸡",
    plotMu100: 100,
    maxPlots: 2,
    months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    skills: ["animal-care"],
    fee: [400, 800],
    inputs: [6000, 8000],
    yieldJin: 1500,
    price: [11, 14],
  },
};
