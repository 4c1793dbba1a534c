/**
 * What enterprises of each industry ask for, as in the county's own notices: seasons, wages above the floor
 * (1,800 yuan a month, 60 a day), rents of statistics.md §5. Money in yuan here.
 */
import type { ParcelKind, Sector, Skill, Term, WageUnit, WorkKind } from "@/db/words";
import { leadingTrades } from "@/lib/demo/offers-leading";
import { specialTrades } from "@/lib/demo/offers-special";

export type JobOffer = {
  title: string;
  /** Calendar months. */
  months: readonly number[];
  work: WorkKind;
  wageUnit: WageUnit;
  /** Yuan, from and to. */
  wage: readonly [number, number];
  skills: readonly Skill[];
  skillsRequired?: boolean;
  ageMax?: number;
  positions: readonly [number, number];
};

export type LandOffer = {
  title: string;
  kinds: readonly ParcelKind[];
  /** Yuan a mu and year. */
  rent: readonly [number, number];
};

export type Trade = {
  /** In an enterprise's name. */
  name: string;
  product: string;
  projects: readonly { name: string; sector: Sector; term: Term }[];
  jobs: readonly JobOffer[];
  lands: readonly LandOffer[];
};

/** The industries the demo knows: those the county's list begins with. */
export type Industry = keyof typeof leadingTrades | keyof typeof specialTrades;

export const trades: Record<Industry, Trade> = { ...leadingTrades, ...specialTrades };
