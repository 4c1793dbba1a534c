/** What is offered in tea, livestock, herbs, grain and oil: the four leading industries. */
import type { Trade } from "@/lib/demo/offers";

const allYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const day = "day" as const;
const month = "month" as const;
const light = "light" as const;
const ordinary = "ordinary" as const;
const skilled = "skilled" as const;

export const leadingTrades = {
  tea: {
    name: "茶业",
    product: "茶叶",
    projects: [
      { name: "生态茶园标准化基地", sector: "primary", term: "long" },
      { name: "名优绿茶加工", sector: "secondary", term: "short" },
    ],
    jobs: [
      {
        title: "春茶采摘工",
        months: [3, 4, 5],
        work: light,
        wageUnit: day,
        wage: [80, 120],
        skills: ["tea-picking"],
        positions: [15, 40],
      },
      {
        title: "茶园管护工",
        months: [2, 3, 6, 7, 10, 11],
        work: ordinary,
        wageUnit: day,
        wage: [70, 100],
        skills: ["pruning", "planting"],
        positions: [6, 20],
      },
      {
        title: "茶叶加工操作工",
        months: [3, 4, 5, 6, 9, 10],
        work: ordinary,
        wageUnit: month,
        wage: [2200, 3200],
        skills: ["tea-processing"],
        ageMax: 60,
        positions: [4, 15],
      },
      {
        title: "制茶技工",
        months: [3, 4, 5, 6, 7, 8, 9, 10],
        work: skilled,
        wageUnit: month,
        wage: [3000, 3500],
        skills: ["tea-processing"],
        skillsRequired: true,
        ageMax: 60,
        positions: [2, 6],
      },
      {
        title: "茶叶拣选包装工",
        months: [4, 5, 6, 9, 10],
        work: light,
        wageUnit: month,
        wage: [1800, 2300],
        skills: [],
        positions: [6, 20],
      },
    ],
    lands: [
      { title: "流转茶园", kinds: ["tea"], rent: [180, 320] },
      { title: "流转坡地建茶园", kinds: ["dry", "tea"], rent: [120, 260] },
    ],
  },
  livestock: {
    name: "牧业",
    product: "生猪",
    projects: [
      { name: "生猪标准化养殖", sector: "primary", term: "short" },
      { name: "种养循环示范", sector: "primary", term: "long" },
    ],
    jobs: [
      {
        title: "养殖场饲养员",
        months: allYear,
        work: ordinary,
        wageUnit: month,
        wage: [2300, 3200],
        skills: ["animal-care"],
        ageMax: 62,
        positions: [4, 15],
      },
      {
        title: "饲草收割工",
        months: [5, 6, 7, 8, 9],
        work: ordinary,
        wageUnit: day,
        wage: [80, 110],
        skills: [],
        positions: [6, 20],
      },
      {
        title: "圈舍保洁消毒员",
        months: allYear,
        work: light,
        wageUnit: month,
        wage: [1800, 2200],
        skills: [],
        positions: [3, 10],
      },
    ],
    lands: [
      { title: "流转饲草用地", kinds: ["dry"], rent: [120, 240] },
      { title: "租用林下养殖用地", kinds: ["forest"], rent: [50, 100] },
    ],
  },
  herbs: {
    name: "中药材",
    product: "天麻",
    projects: [
      { name: "天麻猪苓种植基地", sector: "primary", term: "long" },
      { name: "药材初加工", sector: "secondary", term: "short" },
    ],
    jobs: [
      {
        title: "药材种植工",
        months: [3, 4, 10, 11],
        work: ordinary,
        wageUnit: day,
        wage: [75, 110],
        skills: ["herb-growing", "planting"],
        positions: [8, 25],
      },
      {
        title: "药材清洗切片工",
        months: [10, 11, 12],
        work: light,
        wageUnit: month,
        wage: [1800, 2400],
        skills: [],
        positions: [5, 15],
      },
    ],
    lands: [
      { title: "流转林地种天麻", kinds: ["forest"], rent: [60, 120] },
      { title: "流转旱地种药材", kinds: ["dry"], rent: [150, 300] },
    ],
  },
  "grain-oil": {
    name: "粮油",
    product: "油菜",
    projects: [
      { name: "优质稻油轮作基地", sector: "primary", term: "long" },
      { name: "粮油加工", sector: "secondary", term: "short" },
    ],
    jobs: [
      {
        title: "插秧收割临时工",
        months: [5, 6, 9, 10],
        work: ordinary,
        wageUnit: day,
        wage: [90, 120],
        skills: ["planting"],
        positions: [8, 25],
      },
      {
        title: "榨油车间操作工",
        months: [5, 6, 7, 8, 9, 10, 11, 12],
        work: ordinary,
        wageUnit: month,
        wage: [2200, 2900],
        skills: [],
        ageMax: 60,
        positions: [3, 10],
      },
    ],
    lands: [
      { title: "流转水田种稻油", kinds: ["paddy"], rent: [400, 750] },
      { title: "流转旱地种油菜", kinds: ["dry", "paddy"], rent: [200, 420] },
    ],
  },
} satisfies Record<string, Trade>;
