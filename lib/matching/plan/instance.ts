/**
 * The county plan as a generalised assignment problem with a small side constraint per household
 * (matching.md §5): groups (households) own items (workers, parcels, unallotted persons), items have
 * options (bin, size, value), bins (postings) have capacities.
 *
 *   maximise   Σ value of the chosen options + Σ bonus of the groups with at least one placed item
 *   such that  each item takes at most one of its options,
 *              no bin holds more than its capacity,
 *              a group places at most `limit` items, of which at most `shortLimit` in short-term bins
 *              and `longLimit` in long-term ones.
 *
 * This file is the compact form, a struct of typed arrays in CSR order: group → items → options. 5.6 million
 * options take 67 MB and no object is made for any of them.
 */

/** An instance. Nobody writes into one after it is built: rules (pins, forbids) make a new view of it. */
export interface Instance {
  readonly bins: number;
  readonly groups: number;
  readonly items: number;
  readonly binId: readonly string[];
  readonly groupId: readonly string[];
  readonly itemId: readonly string[];
  /** Units a bin holds. One entry more than bins: the last is `NOWHERE`, -1, where nothing fits, not even size 0. */
  readonly capacity: Float64Array;
  /** 0 no term, 1 short, 2 long; one entry more than bins, as for capacity. */
  readonly term: Uint8Array;
  readonly limit: Int32Array;
  readonly bonus: Float64Array;
  readonly shortLimit: Int32Array;
  readonly longLimit: Int32Array;
  /** Items of group g: groupFirst[g] ≤ i < groupFirst[g + 1]. */
  readonly groupFirst: Int32Array;
  readonly itemGroup: Int32Array;
  /** Options of item i: itemFirst[i] ≤ o < itemEnd[i]. */
  readonly itemFirst: Int32Array;
  readonly itemEnd: Int32Array;
  readonly optionBin: Int32Array;
  readonly optionSize: Int32Array;
  readonly optionValue: Int32Array;
  /** The option an item must take, or -1. */
  readonly pin: Int32Array;
  /** Options led to the bin that does not exist (see rules.ts). */
  readonly forbidden: readonly number[];
}

export const SHORT = 1;
export const LONG = 2;
export const NO_LIMIT = 0x7fffffff;
/** Sizes and values fit in 31 bits, so that they live in Int32Arrays. */
export const LARGEST = 0x7fffffff;

/** What a bin, a group and an item are called with when an instance is built by hand. */
export interface GroupRule {
  readonly limit: number;
  readonly bonus: number;
  /** Most items in bins of one term; left out = no such rule. */
  readonly perTerm?: number;
}

/**
 * Builds an instance in order: every bin first, then group by group its items, item by item its options.
 * The numbers are trusted (non-negative integers within `LARGEST`); the exchange format checks before it builds.
 */
export class InstanceBuilder {
  private readonly binId: string[] = [];
  private readonly groupId: string[] = [];
  private readonly itemId: string[] = [];
  private readonly capacity: number[] = [];
  private readonly term: number[] = [];
  private readonly limit: number[] = [];
  private readonly bonus: number[] = [];
  private readonly perTerm: number[] = [];
  private readonly groupFirst: number[] = [];
  private readonly itemGroup: number[] = [];
  private readonly itemFirst: number[] = [];
  private bin: Int32Array;
  private size: Int32Array;
  private value: Int32Array;
  private count = 0;

  /** `expectedOptions` saves copying while growing; a wrong guess costs time only. */
  constructor(expectedOptions = 1024) {
    this.bin = new Int32Array(expectedOptions);
    this.size = new Int32Array(expectedOptions);
    this.value = new Int32Array(expectedOptions);
  }

  /** Adds a bin and returns its number. */
  addBin(id: string, capacity: number, term: 0 | typeof SHORT | typeof LONG = 0): number {
    this.binId.push(id);
    this.capacity.push(capacity);
    this.term.push(term);
    return this.binId.length - 1;
  }

  /** Opens a group; the items added next are its own. Returns its number. */
  addGroup(id: string, rule: GroupRule): number {
    this.groupId.push(id);
    this.limit.push(Math.min(rule.limit, NO_LIMIT));
    this.bonus.push(rule.bonus);
    this.perTerm.push(Math.min(rule.perTerm ?? NO_LIMIT, NO_LIMIT));
    this.groupFirst.push(this.itemId.length);
    return this.groupId.length - 1;
  }

  /** Opens an item of the last group; the options added next are its own. Returns its number. */
  addItem(id: string): number {
    this.itemId.push(id);
    this.itemGroup.push(this.groupId.length - 1);
    this.itemFirst.push(this.count);
    return this.itemId.length - 1;
  }

  /** Adds an option of the last item. */
  addOption(bin: number, size: number, value: number): void {
    if (this.count === this.bin.length) this.grow();
    this.bin[this.count] = bin;
    this.size[this.count] = size;
    this.value[this.count++] = value;
  }

  build(): Instance {
    const items = this.itemId.length;
    const itemFirst = Int32Array.from(this.itemFirst);
    const itemEnd = new Int32Array(items);
    itemEnd.set(itemFirst.subarray(1));
    if (items > 0) itemEnd[items - 1] = this.count;
    const perTerm = Int32Array.from(this.perTerm);
    return {
      bins: this.binId.length,
      groups: this.groupId.length,
      items,
      binId: this.binId,
      groupId: this.groupId,
      itemId: this.itemId,
      capacity: Float64Array.from([...this.capacity, -1]),
      term: Uint8Array.from([...this.term, 0]),
      limit: Int32Array.from(this.limit),
      bonus: Float64Array.from(this.bonus),
      shortLimit: perTerm,
      longLimit: perTerm,
      groupFirst: Int32Array.from([...this.groupFirst, items]),
      itemGroup: Int32Array.from(this.itemGroup),
      itemFirst,
      itemEnd,
      optionBin: this.bin.subarray(0, this.count),
      optionSize: this.size.subarray(0, this.count),
      optionValue: this.value.subarray(0, this.count),
      pin: new Int32Array(items).fill(-1),
      forbidden: [],
    };
  }

  private grow(): void {
    const length = Math.ceil(this.bin.length * 1.6) + 16;
    this.bin = grown(this.bin, length);
    this.size = grown(this.size, length);
    this.value = grown(this.value, length);
  }
}

function grown(from: Int32Array, length: number): Int32Array {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}
