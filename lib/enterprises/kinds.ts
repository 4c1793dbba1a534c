import type { EnterpriseKind } from "@/db/words";

/** The figures an enterprise may state; which of them a kind is asked for stands in `kindFields`. */
export const figures = [
  "level",
  "capitalFen",
  "outputFen",
  "baseMu100",
  "workers",
  "memberHouseholds",
  "tenants",
  "floorM2",
] as const;
export type Figure = (typeof figures)[number];

/** What each kind is asked for (statistics.md §8); the others stay empty. In the order of the form. */
export const kindFields: Record<EnterpriseKind, readonly Figure[]> = {
  leading: ["level", "capitalFen", "outputFen", "workers", "baseMu100"],
  company: ["capitalFen", "outputFen", "workers", "baseMu100"],
  park: ["level", "outputFen", "workers", "baseMu100", "tenants"],
  cooperative: ["level", "capitalFen", "outputFen", "memberHouseholds", "baseMu100", "workers"],
  "big-household": ["outputFen", "baseMu100", "workers"],
  "sole-trader": ["outputFen", "workers"],
  "community-factory": ["outputFen", "workers", "floorM2"],
  collective: ["outputFen", "memberHouseholds", "baseMu100", "workers"],
};

/** What may not stay empty when it is handed in, besides what every registration has. */
export const neededFigures: Record<EnterpriseKind, readonly Figure[]> = {
  leading: ["outputFen", "workers"],
  company: ["workers"],
  park: ["outputFen", "tenants"],
  cooperative: ["memberHouseholds"],
  "big-household": ["baseMu100"],
  "sole-trader": ["workers"],
  "community-factory": ["workers"],
  collective: ["memberHouseholds"],
};

type Handed = { kind: EnterpriseKind; address: string; summary: string; phone: string | null } & Record<
  Figure,
  string | number | null
>;

/** What still has to be filled in before an enterprise can be handed in for verification. */
export const missingFor = (e: Handed): (Figure | "address" | "summary" | "phone")[] => [
  ...(e.address === "" ? (["address"] as const) : []),
  ...(e.phone === null ? (["phone"] as const) : []),
  ...(e.summary === "" ? (["summary"] as const) : []),
  ...neededFigures[e.kind].filter((figure) => e[figure] === null),
];
