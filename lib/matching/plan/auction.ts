/**
 * Prices by auction (Bertsekas 1988, "The auction algorithm", Annals of OR 14; Bertsekas & Castañon 1989, "The auction
 * algorithm for the transportation problem", Annals of OR 20), here for items of any size and groups of several items.
 *
 * A group with room bids for the best option of its best item, as high as leaves it ε worse off than its second best
 * choice. A bin holds its bids in a heap; when one no longer fits, the lowest go, and the price rises to what the
 * highest of those had offered. When nobody wants to bid, every group is within ε per item of its best choice at the
 * prices. ε falls from phase to phase (ε-scaling), each phase starting from prices somewhat below the last ones.
 */
import type { Candidates } from "@/lib/matching/plan/candidates";
import { type Instance, LONG, SHORT } from "@/lib/matching/plan/instance";

/** Groups that come to bid between two questions whether to go on: some 10 ms. */
const PAUSE = 8192;

export class Auction {
  /** Per unit of size; one entry more than bins, for the bin that does not exist. */
  readonly price: Float64Array;
  /** The option each item holds, or -1. */
  readonly option: Int32Array;
  readonly slack: Float64Array;
  /** Whether a bin has turned somebody away in this phase: if not, its price is higher than need be. */
  readonly sought: Uint8Array;
  /** Bids made so far. */
  bids = 0;

  private readonly level: Float64Array;
  private readonly heap: number[][];
  private readonly placed: Int32Array;
  private readonly short: Int32Array;
  private readonly long: Int32Array;
  private readonly queue: Int32Array;
  private readonly queued: Uint8Array;
  private head = 0;
  private waiting = 0;
  /** Of the items of the group that bids: best and second best value at the prices, and the row of the best. */
  private best = new Float64Array(8);
  private second = new Float64Array(8);
  private row = new Int32Array(8);

  constructor(
    private readonly instance: Instance,
    private readonly candidates: Candidates,
  ) {
    const { bins, groups, items } = instance;
    this.price = new Float64Array(bins + 1);
    this.option = new Int32Array(items).fill(-1);
    this.slack = new Float64Array(bins);
    this.sought = new Uint8Array(bins);
    this.level = new Float64Array(items);
    this.heap = Array.from({ length: bins }, () => []);
    this.placed = new Int32Array(groups);
    this.short = new Int32Array(groups);
    this.long = new Int32Array(groups);
    this.queue = new Int32Array(groups);
    this.queued = new Uint8Array(groups);
  }

  /**
   * One phase from the present prices: everybody starts unplaced and bids until nobody wants to. `pause` is asked now
   * and then; false stops the phase early, with a plan that keeps all rules.
   */
  run(epsilon: number, pause: () => boolean = () => true): boolean {
    const { bins, groups } = this.instance;
    this.option.fill(-1);
    this.placed.fill(0);
    this.short.fill(0);
    this.long.fill(0);
    this.sought.fill(0);
    for (let j = 0; j < bins; j++) {
      this.slack[j] = this.instance.capacity[j]!;
      this.heap[j]!.length = 0;
    }
    this.candidates.refillAll(this.price);
    for (let g = 0; g < groups; g++) {
      this.queue[g] = g;
      this.queued[g] = 1;
    }
    this.head = 0;
    this.waiting = groups;
    let turns = 0;
    while (this.waiting > 0) {
      const g = this.queue[this.head]!;
      this.head = this.head + 1 === groups ? 0 : this.head + 1;
      this.waiting--;
      this.queued[g] = 0;
      while (this.bid(g, epsilon));
      if (++turns % PAUSE === 0 && !pause()) return false;
    }
    return true;
  }

  /** Between phases: prices fall by `drop` (value per item; `unit` = size of an item there); unsought bins start at 0. */
  lower(drop: number, unit: Float64Array): void {
    for (let j = 0; j < this.instance.bins; j++)
      this.price[j] = this.sought[j] ? Math.max(0, this.price[j]! - drop / unit[j]!) : 0;
  }

  private enqueue(g: number): void {
    if (this.queued[g]) return;
    this.queued[g] = 1;
    let tail = this.head + this.waiting++;
    if (tail >= this.queue.length) tail -= this.queue.length;
    this.queue[tail] = g;
  }

  /** Lets a group bid once; false if it is content. */
  private bid(g: number, epsilon: number): boolean {
    const { groupFirst, limit, bonus } = this.instance;
    const room = limit[g]! - this.placed[g]!;
    if (room <= 0) return false;
    const from = groupFirst[g]!;
    const to = groupFirst[g + 1]!;
    if (to - from > this.best.length) this.widen(to - from);
    const blocked =
      (this.short[g]! >= this.instance.shortLimit[g]! ? 1 << SHORT : 0) |
      (this.long[g]! >= this.instance.longLimit[g]! ? 1 << LONG : 0);
    let top = -1;
    for (let i = from; i < to; i++) {
      if (this.option[i]! >= 0) continue;
      this.look(i, i - from, blocked);
      if (top < 0 || this.best[i - from]! > this.best[top]!) top = i - from;
    }
    if (top < 0) return false;
    const first = this.best[top]!;
    const gain = first - this.without(from, to, top, room, this.placed[g]! > 0 ? 0 : bonus[g]!);
    if (!(gain > 0)) return false;
    const row = this.row[top]!;
    this.place(g, from + top, row, Math.min(gain, first - this.second[top]!) + epsilon);
    return true;
  }

  /**
   * The value at which the group would be as well off without item `top` in its best choice. Among the unplaced items
   * it has `room` places; `bonus` is what the first placed one still earns.
   */
  private without(from: number, to: number, top: number, room: number, bonus: number): number {
    // The others in falling order matter only as: the sum of the best room − 1 above 0, and the next one.
    let sum = 0;
    let next = Number.NEGATIVE_INFINITY;
    if (room === 1) {
      for (let k = 0; k < to - from; k++)
        if (k !== top && this.option[from + k]! < 0 && this.best[k]! > next) next = this.best[k]!;
      return Math.max(next, -bonus);
    }
    const others: number[] = [];
    for (let k = 0; k < to - from; k++)
      if (k !== top && this.option[from + k]! < 0 && this.best[k]! > Number.NEGATIVE_INFINITY)
        others.push(this.best[k]!);
    others.sort((a, b) => b - a);
    for (let k = 0; k < Math.min(room, others.length); k++) {
      if (k < room - 1) sum += Math.max(0, others[k]!);
      else next = others[k]!;
    }
    const rest =
      others.length === 0
        ? 0
        : Math.max(0, sum + Math.max(0, next) + (others[0]! > 0 ? bonus : 0), bonus + others[0]!);
    return rest - bonus - sum;
  }

  /** Finds the best and second best of an item's options at the prices, from its list while that suffices. */
  private look(i: number, slot: number, blocked: number): void {
    const { candidates, price } = this;
    const { bin, size, value } = candidates;
    for (let again = 0; ; again++) {
      let best = Number.NEGATIVE_INFINITY;
      let second = Number.NEGATIVE_INFINITY;
      let row = -1;
      const at = i * candidates.width;
      for (let r = at, end = at + candidates.count[i]!; r < end; r++) {
        const j = bin[r]!;
        if (blocked !== 0 && (blocked >> this.instance.term[j]!) & 1) continue;
        const reduced = value[r]! - price[j]! * size[r]!;
        if (reduced > best) {
          second = best;
          best = reduced;
          row = r;
        } else if (reduced > second) second = reduced;
      }
      if (second < candidates.threshold[i]! && again === 0) {
        candidates.refill(i, price);
        continue;
      }
      this.best[slot] = best;
      this.second[slot] = Math.max(second, candidates.threshold[i]!);
      this.row[slot] = row;
      return;
    }
  }

  /** Enters a bid worth `margin` above the present price; whoever no longer fits leaves, perhaps the bidder itself. */
  private place(g: number, i: number, row: number, margin: number): void {
    this.bids++;
    const j = this.candidates.bin[row]!;
    const size = this.candidates.size[row]!;
    this.option[i] = this.candidates.option[row]!;
    this.count(g, j, 1);
    if (size === 0) return;
    this.level[i] = this.price[j]! + margin / size;
    const heap = this.heap[j]!;
    push(heap, this.level, i);
    let slack = this.slack[j]! - size;
    let highest = this.price[j]!;
    while (slack < 0) {
      const out = pop(heap, this.level);
      slack += this.instance.optionSize[this.option[out]!]!;
      highest = Math.max(highest, this.level[out]!);
      this.option[out] = -1;
      const loser = this.instance.itemGroup[out]!;
      this.count(loser, j, -1);
      if (loser !== g) this.enqueue(loser);
      this.sought[j] = 1;
    }
    // A full bin asks what its lowest holder has offered.
    if (slack === 0 && this.sought[j]) highest = Math.max(highest, this.level[heap[0]!]!);
    this.price[j] = highest;
    this.slack[j] = slack;
  }

  private count(g: number, j: number, by: 1 | -1): void {
    this.placed[g]! += by;
    if (this.instance.term[j] === SHORT) this.short[g]! += by;
    if (this.instance.term[j] === LONG) this.long[g]! += by;
  }

  private widen(to: number): void {
    this.best = new Float64Array(to);
    this.second = new Float64Array(to);
    this.row = new Int32Array(to);
  }
}

/** Binary heap of items, lowest level first, ties to the lower item so that the outcome has no chance in it. */
function below(level: Float64Array, a: number, b: number): boolean {
  return level[a]! < level[b]! || (level[a] === level[b] && a < b);
}

function push(heap: number[], level: Float64Array, item: number): void {
  let at = heap.length;
  heap.push(item);
  while (at > 0) {
    const up = (at - 1) >> 1;
    if (!below(level, item, heap[up]!)) break;
    heap[at] = heap[up]!;
    at = up;
  }
  heap[at] = item;
}

function pop(heap: number[], level: Float64Array): number {
  const top = heap[0]!;
  const last = heap.pop()!;
  const length = heap.length;
  if (length === 0) return top;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= length) break;
    if (down + 1 < length && below(level, heap[down + 1]!, heap[down]!)) down++;
    if (!below(level, heap[down]!, last)) break;
    heap[at] = heap[down]!;
    at = down;
  }
  heap[at] = last;
  return top;
}
