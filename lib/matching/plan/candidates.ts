/**
 * Short lists of the options worth looking at. While prices only rise, the value of an option at its price only falls;
 * so an item's k best options, with the value of the best one left out, stay sufficient until the item's second best
 * falls below that threshold: only then is the whole range read again. A county's item has some 287 options and looks
 * at a dozen. (The device of "pricing options in as they become attractive", here with its proof kept beside it.)
 */
import { type Instance, NO_LIMIT } from "@/lib/matching/plan/instance";

/** Options an item keeps in its list. Up to twice as many are simply all kept. */
const KEPT = 12;
const ALL_KEPT = 2 * KEPT;

export class Candidates {
  /** Row r of item i: i × width ≤ r < i × width + count[i]. */
  readonly width: number;
  readonly count: Int32Array;
  readonly option: Int32Array;
  readonly bin: Int32Array;
  readonly size: Int32Array;
  readonly value: Int32Array;
  /** At the prices the list was made at: the value of the best option left out, -∞ if none is. */
  readonly threshold: Float64Array;
  /** Whether options larger than their bin are listed: they can never be taken, yet the bound counts them. */
  oversized = false;
  private readonly reduced: Float64Array;

  constructor(private instance: Instance) {
    let widest = 0;
    for (let i = 0; i < instance.items; i++)
      widest = Math.max(widest, instance.itemEnd[i]! - instance.itemFirst[i]!);
    this.width = Math.min(widest, ALL_KEPT);
    const rows = instance.items * this.width;
    this.count = new Int32Array(instance.items);
    this.option = new Int32Array(rows);
    this.bin = new Int32Array(rows);
    this.size = new Int32Array(rows);
    this.value = new Int32Array(rows);
    this.threshold = new Float64Array(instance.items);
    this.reduced = new Float64Array(ALL_KEPT);
  }

  /**
   * Turns to another view of the same instance (same items and options, other rules): only the lists of items whose
   * options were taken away or given back are made anew. Returns those items, or null if the views have too little in
   * common and every list was made anew.
   */
  turnTo(instance: Instance, price: Float64Array): number[] | null {
    const old = this.instance;
    this.instance = instance;
    const related =
      old.optionSize === instance.optionSize &&
      old.optionValue === instance.optionValue &&
      old.itemFirst === instance.itemFirst &&
      old.bins === instance.bins;
    if (!related) {
      this.refillAll(price);
      return null;
    }
    const shut = (view: Instance, j: number) => view.capacity[j]! <= 0;
    const turned = new Uint8Array(instance.bins + 1);
    let any = false;
    for (let j = 0; j < instance.bins; j++)
      if (old.capacity[j] !== instance.capacity[j] && (shut(old, j) || shut(instance, j))) {
        turned[j] = 1;
        any = true;
      }
    const differs = new Uint8Array(instance.items);
    const itemOf = (o: number) => {
      // The last item that begins at or before o, of those with options.
      let low = 0;
      let high = instance.items - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (instance.itemFirst[middle]! <= o) low = middle;
        else high = middle - 1;
      }
      return low;
    };
    const before = new Set(old.forbidden);
    const now = new Set(instance.forbidden);
    for (const o of before) if (!now.has(o)) differs[itemOf(o)] = 1;
    for (const o of now) if (!before.has(o)) differs[itemOf(o)] = 1;
    for (let i = 0; i < instance.items; i++) {
      if (old.itemEnd[i] !== instance.itemEnd[i]) differs[i] = 1;
      if (!any || differs[i]) continue;
      for (let o = instance.itemFirst[i]!, end = instance.itemEnd[i]!; o < end; o++)
        if (turned[instance.optionBin[o]!] === 1) differs[i] = 1;
    }
    const changed: number[] = [];
    for (let i = 0; i < instance.items; i++)
      if (differs[i]) {
        this.refill(i, price);
        changed.push(i);
      }
    return changed;
  }

  /** Makes every list anew at these prices (one entry per bin, and one for the bin that does not exist). */
  refillAll(price: Float64Array): void {
    for (let i = 0; i < this.instance.items; i++) this.refill(i, price);
  }

  /** Makes the list of one item anew. Options that could never fit are left out (but see `oversized`). */
  refill(i: number, price: Float64Array): void {
    const { optionBin, optionSize, optionValue, capacity } = this.instance;
    const first = this.instance.itemFirst[i]!;
    const end = this.instance.itemEnd[i]!;
    const keep = end - first <= this.width ? NO_LIMIT : Math.min(KEPT, this.width);
    const at = i * this.width;
    let count = 0;
    let threshold = Number.NEGATIVE_INFINITY;
    const reduced = this.reduced;
    for (let o = first; o < end; o++) {
      const bin = optionBin[o]!;
      const size = optionSize[o]!;
      if (size > capacity[bin]! && !(this.oversized && capacity[bin]! > 0)) continue;
      const r = optionValue[o]! - price[bin]! * size;
      if (count === keep) {
        // The list is in falling order: what does not beat its last is left out, else the last is.
        if (r <= reduced[keep - 1]!) {
          if (r > threshold) threshold = r;
          continue;
        }
        threshold = reduced[--count]!;
      }
      let k = count++;
      for (; k > 0 && reduced[k - 1]! < r; k--) {
        reduced[k] = reduced[k - 1]!;
        this.option[at + k] = this.option[at + k - 1]!;
      }
      reduced[k] = r;
      this.option[at + k] = o;
    }
    for (let k = at; k < at + count; k++) {
      const o = this.option[k]!;
      this.bin[k] = optionBin[o]!;
      this.size[k] = optionSize[o]!;
      this.value[k] = optionValue[o]!;
    }
    this.count[i] = count;
    this.threshold[i] = threshold;
  }
}
