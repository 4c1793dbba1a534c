/** Companies and sole traders, which the report does not count: they are not verified yet. All invented. */
import type { Newcomer } from "@/lib/demo/newcomer-list";

/** 普通公司: registered under 91 as a leading enterprise is, without its title. */
export const companies: readonly Newcomer[] = [
  {
    name: "西乡县雾康乡村旅游有限公司",
    kind: "company",
    state: "submitted",
    industry: "tourism",
    person: "母其昌",
    summary: "民宿和采摘园经营，客房、厨房用工优先招附近农户。",
    daysAgo: 3,
    figures: { capitalFen: 80_000_000, workers: 9 },
  },
];

/** 个体工商户: one person's trade, registered under 92. */
export const soleTraders: readonly Newcomer[] = [
  {
    name: "西乡县野湾农家乐",
    kind: "sole-trader",
    state: "submitted",
    industry: "tourism",
    person: "苌桂英",
    summary: "农家饭和六间客房，食材从邻近农户收。",
    daysAgo: 4,
    figures: { outputFen: 55_000_000, workers: 5 },
  },
  {
    name: "西乡县云园缝纫店",
    kind: "sole-trader",
    state: "draft",
    industry: "workshop",
    person: "种桂兰",
    summary: "",
    daysAgo: 1,
    figures: {},
  },
];
