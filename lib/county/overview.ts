import { type PostingKind, postingKinds } from "@/db/words";

/** What a kind of posting still needs: how many postings, and how much is left in the kind's own unit. */
export type Need = { postings: number; left: number };
export type Needs = Record<PostingKind, Need>;

export type VillageSight = {
  code: string;
  name: string;
  townCode: string;
  lat: number;
  lon: number;
  hasProject: boolean;
  postings: number;
};
export type TownSight = { code: string; name: string; villages: number; withProject: number; needs: Needs };

/** The county on one sheet, as anyone may see it. Counts of people are bands of ten. */
export type Overview = {
  villages: VillageSight[];
  towns: TownSight[];
  needs: Needs;
  withProject: number;
  enterprises: number;
  projects: number;
  /** 户户有项目, floored to tens. */
  households: { all: number; covered: number };
  /** 人人有活干: who is able to work, and who of them has work, floored to tens. */
  workers: { all: number; working: number };
};

/** Down to a ten: what access.md lets the public know of counts of people. */
export const band = (count: number): number => Math.floor(count / 10) * 10;

export const noNeeds = (): Needs =>
  Object.fromEntries(postingKinds.map((kind) => [kind, { postings: 0, left: 0 }])) as Needs;

/** Adds one posting's need to a sum. */
export function addNeed(needs: Needs, kind: PostingKind, left: number): void {
  needs[kind].postings++;
  needs[kind].left += left;
}

/** The villages of a division: a scope is the beginning of its villages' codes. Without a scope none. */
export const villagesIn = (overview: Overview, scope: string | null): VillageSight[] =>
  scope ? overview.villages.filter(({ code }) => code.startsWith(scope)) : [];
