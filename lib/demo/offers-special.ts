/** What is offered in the special industries, in tourism, trade and workshops. */
import type { Trade } from "@/lib/demo/offers";

const allYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const day = "day" as const;
const month = "month" as const;
const light = "light" as const;
const ordinary = "ordinary" as const;
const skilled = "skilled" as const;

export const specialTrades = {
  mushroom: {
    name: "食用菌",
    product: "香菇",
    projects: [
      { name: "袋料香菇大棚", sector: "primary", term: "short" },
      { name: "菌包生产中心", sector: "secondary", term: "long" },
    ],
    jobs: [
      {
        title: "菌棚管理员",
        months: [10, 11, 12, 1, 2, 3],
        work: ordinary,
        wageUnit: month,
        wage: [2200, 3000],
        skills: ["mushroom-growing"],
        positions: [5, 18],
      },
      {
        title: "香菇采收分拣工",
        months: [10, 11, 12, 1, 2, 3],
        work: light,
        wageUnit: day,
        wage: [60, 85],
        skills: [],
        positions: [8, 25],
      },
      {
        title: "菌袋装袋工",
        months: [6, 7, 8, 9],
        work: ordinary,
        wageUnit: day,
        wage: [80, 110],
        skills: [],
        positions: [6, 20],
      },
    ],
    lands: [{ title: "租用旱地建菌棚", kinds: ["dry", "paddy"], rent: [300, 550] }],
  },
  cherry: {
    name: "樱桃",
    product: "樱桃",
    projects: [{ name: "樱桃采摘园", sector: "primary", term: "long" }],
    jobs: [
      {
        title: "樱桃采摘装箱工",
        months: [4, 5],
        work: light,
        wageUnit: day,
        wage: [80, 110],
        skills: [],
        positions: [10, 25],
      },
      {
        title: "果树修剪工",
        months: [1, 2, 7, 8, 12],
        work: ordinary,
        wageUnit: day,
        wage: [90, 120],
        skills: ["pruning"],
        positions: [3, 10],
      },
    ],
    lands: [{ title: "流转果园与旱地", kinds: ["orchard", "dry"], rent: [200, 380] }],
  },
  kiwifruit: {
    name: "猕猴桃",
    product: "猕猴桃",
    projects: [{ name: "猕猴桃种植基地", sector: "primary", term: "long" }],
    jobs: [
      {
        title: "猕猴桃授粉疏果工",
        months: [4, 5, 6],
        work: light,
        wageUnit: day,
        wage: [75, 100],
        skills: [],
        positions: [8, 20],
      },
      {
        title: "猕猴桃采收工",
        months: [9, 10],
        work: ordinary,
        wageUnit: day,
        wage: [85, 115],
        skills: [],
        positions: [10, 25],
      },
    ],
    lands: [{ title: "流转旱地建猕猴桃园", kinds: ["dry", "orchard"], rent: [220, 400] }],
  },
  tobacco: {
    name: "烟叶",
    product: "烤烟",
    projects: [{ name: "烤烟种植", sector: "primary", term: "short" }],
    jobs: [
      {
        title: "烟叶采收编烤工",
        months: [8, 9, 10],
        work: ordinary,
        wageUnit: day,
        wage: [85, 115],
        skills: ["planting"],
        positions: [8, 20],
      },
    ],
    lands: [{ title: "流转旱地种烤烟", kinds: ["dry"], rent: [180, 320] }],
  },
  nuts: {
    name: "核桃板栗",
    product: "核桃",
    projects: [{ name: "核桃板栗经济林", sector: "primary", term: "long" }],
    jobs: [
      {
        title: "经济林抚育工",
        months: [2, 3, 6, 7, 11],
        work: ordinary,
        wageUnit: day,
        wage: [75, 100],
        skills: ["pruning"],
        positions: [6, 18],
      },
    ],
    lands: [{ title: "流转林地建核桃园", kinds: ["forest", "orchard"], rent: [50, 120] }],
  },
  fishery: {
    name: "水产",
    product: "生态鱼",
    projects: [{ name: "稻田与库区养鱼", sector: "primary", term: "long" }],
    jobs: [
      {
        title: "水产养殖工",
        months: [3, 4, 5, 6, 7, 8, 9, 10, 11],
        work: ordinary,
        wageUnit: month,
        wage: [2200, 2900],
        skills: ["fish-farming"],
        positions: [3, 8],
      },
    ],
    lands: [{ title: "流转水田与水面", kinds: ["water", "paddy"], rent: [400, 700] }],
  },
  tourism: {
    name: "旅游",
    product: "民宿",
    projects: [{ name: "茶旅融合农家乐", sector: "tertiary", term: "short" }],
    jobs: [
      {
        title: "民宿客房服务员",
        months: [3, 4, 5, 6, 7, 8, 9, 10],
        work: light,
        wageUnit: month,
        wage: [1800, 2500],
        skills: [],
        positions: [3, 8],
      },
      {
        title: "农家乐厨师",
        months: [3, 4, 5, 6, 7, 8, 9, 10],
        work: skilled,
        wageUnit: month,
        wage: [3000, 3500],
        skills: ["cooking"],
        skillsRequired: true,
        positions: [1, 3],
      },
    ],
    lands: [{ title: "流转茶园果园办采摘", kinds: ["tea", "orchard", "dry"], rent: [220, 400] }],
  },
  "e-commerce": {
    name: "电商",
    product: "土特产",
    projects: [{ name: "农产品电商销售", sector: "tertiary", term: "short" }],
    jobs: [
      {
        title: "电商打包发货员",
        months: allYear,
        work: light,
        wageUnit: month,
        wage: [1900, 2500],
        skills: [],
        positions: [4, 12],
      },
      {
        title: "网店客服",
        months: allYear,
        work: ordinary,
        wageUnit: month,
        wage: [2200, 3000],
        skills: ["online-selling"],
        ageMax: 45,
        positions: [2, 6],
      },
    ],
    lands: [],
  },
  workshop: {
    name: "工贸",
    product: "服装",
    projects: [{ name: "社区工厂", sector: "secondary", term: "long" }],
    jobs: [
      {
        title: "社区工厂缝纫工",
        months: allYear,
        work: ordinary,
        wageUnit: month,
        wage: [2000, 3300],
        skills: ["sewing"],
        ageMax: 55,
        positions: [8, 30],
      },
      {
        title: "电子元件装配工",
        months: allYear,
        work: ordinary,
        wageUnit: month,
        wage: [2100, 3200],
        skills: ["electronics-assembly"],
        ageMax: 50,
        positions: [8, 30],
      },
      {
        title: "社区工厂手工活",
        months: allYear,
        work: light,
        wageUnit: month,
        wage: [1800, 2300],
        skills: [],
        positions: [6, 20],
      },
    ],
    lands: [],
  },
} satisfies Record<string, Trade>;
