import type { PostingKind } from "@/db/words";
import type { CountyPosting } from "@/lib/matching/county";
import { areaMask, type CountyIndex, kindShift, useShift } from "@/lib/matching/index/layout";
import { kmAt, littleLaborAt, muPerPersonAt, offeredAt, workerValue } from "@/lib/matching/index/parts";
import { onOffer, type Question, questionOf } from "@/lib/matching/index/question";
import { type Instance, InstanceBuilder, LONG, SHORT } from "@/lib/matching/plan/instance";
import { distancePart, needPart } from "@/lib/matching/score";
import type { Policy } from "@/lib/policy/policy";
import { kindOfLink } from "@/lib/postings/input";

/** What an item of the plan is: the n-th member who can work, the n-th parcel, or the unallotted persons. */
export type PlanItem = { row: number; kind: "member" | "parcel" | "persons"; ordinal: number };

export type CountyInstance = { instance: Instance; items: PlanItem[] };

/** Households that hold a live link with an enterprise: `household:enterprise:kind of posting`. */
export type HouseholdLinks = ReadonlySet<string>;

/**
 * Kinds the county plan offers (docs/matching-kinds.md): what places a worker, a parcel or a person. Orders and
 * memberships place nobody: what a household sows and which co-op it joins is its own to decide.
 */
export const plannedKinds: readonly PostingKind[] = ["job", "land", "equity", "contract"];

/** A posting made ready to be asked, with its number among the bins and what it has left. */
type Bin = Question & { bin: number; left: number };

/**
 * The county plan's instance (matching.md §5, rulings.md): every open posting is a bin of what it has left;
 * every household with room for another project is a group of its free workers (size 1), its parcels (what
 * each has to offer, if that alone reaches the posting's least) and its unallotted persons. All eligible
 * pairs are options, none is cut. Values are scores × 100, rounded; a job item's uses that member's own part.
 * Shares are offered only where the same household already holds the binding link (the rule its approval
 * will ask), so that nothing is proposed that could not be approved.
 * @param rows the index rows that take part; @param postings all of which are open.
 */
export function countyInstance(
  index: CountyIndex,
  rows: Iterable<number>,
  postings: readonly CountyPosting[],
  links: HouseholdLinks,
  policy: Policy,
  today: string,
): CountyInstance {
  const builder = new InstanceBuilder(1 << 20);
  const items: PlanItem[] = [];
  const bins = postings.map((posting) => {
    const left = posting.capacity - posting.taken;
    const bin = builder.addBin(posting.id, left, posting.term === "short" ? SHORT : LONG);
    return { ...questionOf(posting, policy, today, index.stated), bin, left };
  });
  const bothTerms = new Set(postings.map((p) => p.term)).size === 2;
  const household = new Household(index, bins, links, policy);
  for (const row of rows) {
    const limit = policy["plan.projectsPerHousehold"] - index.projects[row]!;
    if (limit <= 0 || index.listed[row] === 0) continue;
    const bonus = index.projects[row] === 0 ? Math.round(policy["plan.coverageBonus"] * 100) : 0;
    builder.addGroup(index.codes[row]!, { limit, bonus, ...(bothTerms && { perTerm: 1 }) });
    household.turnTo(row);
    household.addItems(builder, items);
  }
  return { instance: builder.build(), items };
}

/** One household at a time against every bin; what does not hang on the item is worked out once a bin. */
class Household {
  private row = 0;
  /** 100 × what distance and need add, or −1 outside the radius. */
  private readonly base: Float64Array;
  /** Of this household, worked out when first asked for, NaN before: its labor, and what land it offers each bin. */
  private littleLabor = Number.NaN;
  private readonly offered: Float64Array;

  constructor(
    private readonly index: CountyIndex,
    private readonly bins: readonly Bin[],
    private readonly links: HouseholdLinks,
    private readonly policy: Policy,
  ) {
    this.base = new Float64Array(bins.length);
    this.offered = new Float64Array(bins.length);
  }

  turnTo(row: number): void {
    this.row = row;
    this.littleLabor = Number.NaN;
    this.offered.fill(Number.NaN);
    const { index, policy } = this;
    const income = index.income[row]!;
    const need = needPart(index.projects[row]!, Number.isNaN(income) ? null : income, policy);
    for (const question of this.bins) {
      const { bin, posting, weights, halfKm } = question;
      const km = kmAt(index, row, question);
      const inside = posting.radiusKm === null || km <= posting.radiusKm;
      this.base[bin] = inside ? weights.distance * distancePart(km, halfKm) + weights.need * need : -1;
    }
  }

  addItems(builder: InstanceBuilder, items: PlanItem[]): void {
    const { row, index } = this;
    const code = index.codes[row]!;
    const add = (kind: PlanItem["kind"], ordinal: number, name: string) => {
      items.push({ row, kind, ordinal });
      builder.addItem(`${code}-${name}`);
    };
    const memberFrom = index.memberFrom[row]!;
    for (let m = memberFrom; m < index.memberFrom[row + 1]!; m++) {
      add("member", m - memberFrom, `w${m - memberFrom + 1}`);
      this.addJobs(builder, m);
    }
    const parcelFrom = index.parcelFrom[row]!;
    for (let p = parcelFrom; p < index.parcelFrom[row + 1]!; p++) {
      add("parcel", p - parcelFrom, `p${p - parcelFrom + 1}`);
      this.addLand(builder, p);
    }
    const unallotted = index.persons[row]! - index.allotted[row]!;
    if (unallotted > 0) {
      add("persons", 0, "s");
      this.addShares(builder, unallotted);
    }
  }

  /** The same for every bin: it hangs on the policy and the day alone. */
  private laborAt(question: Question): number {
    if (Number.isNaN(this.littleLabor)) this.littleLabor = littleLaborAt(this.index, this.row, question);
    return this.littleLabor;
  }

  private addJobs(builder: InstanceBuilder, member: number): void {
    for (const { bin, job, weights, left } of this.bins) {
      const base = this.base[bin]!;
      if (job === null || base < 0 || left < 1) continue;
      const labor = workerValue(this.index, member, job);
      if (labor >= 0) builder.addOption(bin, 1, Math.round(1e4 * (weights.labor * labor + base)));
    }
  }

  private addLand(builder: InstanceBuilder, parcel: number): void {
    const bits = this.index.land[parcel]!;
    const mu100 = (bits & areaMask) - this.index.agreed[parcel]!;
    if (onOffer[(bits >> useShift) & 7] === 0 || mu100 <= 0) return;
    for (const question of this.bins) {
      const { bin, land, weights, left } = question;
      const base = this.base[bin]!;
      if (land === null || base < 0 || mu100 > left || mu100 < land.min) continue;
      if (land.wanted[(bits >> kindShift) & 7] === 0) continue;
      if (Number.isNaN(this.offered[bin]!)) this.offered[bin] = offeredAt(this.index, this.row, land);
      const part = Math.min(1, this.offered[bin]! / land.full);
      const labor = this.laborAt(question);
      builder.addOption(bin, mu100, Math.round(1e4 * (weights.labor * labor + weights.land * part + base)));
    }
  }

  private addShares(builder: InstanceBuilder, persons: number): void {
    const { row, index, policy } = this;
    for (const question of this.bins) {
      const { bin, posting, weights, left } = question;
      const base = this.base[bin]!;
      if (posting.kind !== "equity" || !posting.bindingLive || base < 0 || persons > left) continue;
      const kind = kindOfLink[posting.bindingLink];
      if (!this.links.has(`${index.codes[row]}:${posting.enterpriseId}:${kind}`)) continue;
      const land = 1 - Math.min(1, muPerPersonAt(index, row) / policy["land.equityMuPerPerson"]);
      const labor = this.laborAt(question);
      builder.addOption(bin, persons, Math.round(1e4 * (weights.labor * labor + weights.land * land + base)));
    }
  }
}
