import type { PostingKind, Term } from "@/db/words";
import type { RefusalRule } from "@/lib/matching/county";
import type { LeftOut } from "@/lib/matching/eligibility";
import type { Reason } from "@/lib/matching/reasons";
import type { Tier } from "@/lib/matching/tier";
import type { Factors } from "@/lib/policy/policy";

/** What the doors get from queries.ts; plain data, ready for a page, the API or the command line. */

/** A posting as lists show it. `capacity` and `taken` in positions, hundredths of a mu, or persons. */
export type PostingCard = {
  id: string;
  kind: PostingKind;
  title: string;
  projectName: string;
  enterpriseId: string;
  enterpriseName: string;
  village: string;
  term: Term;
  closesOn: string;
  open: boolean;
  capacity: number;
  taken: number;
};

export type RankingRow = {
  /** Household code; for an auditor a code of this ranking only. */
  household: string;
  /** 12-digit village; for an auditor its town (9 digits). */
  village: string;
  /** 1 = best of the whole county, whatever part of it the asker sees. */
  place: number;
  score: number;
  parts: Factors;
  reasons: Reason[];
  tier: Tier;
  covered: boolean;
};

export type Ranking = {
  posting: PostingCard;
  /** Households that fit, in the asker's scope. */
  eligible: number;
  /** Households left out, in the asker's scope, by rule in the order the rules are asked. */
  refused: { rule: RefusalRule; count: number }[];
  rows: RankingRow[];
};

export type RefusedRow = { household: string; village: string; leftOut: LeftOut };

export type FittingPosting = {
  posting: PostingCard;
  score: number;
  parts: Factors;
  reasons: Reason[];
  tier: Tier;
  /** What it would bring in a year. */
  yearlyFen: number;
};
