/**
 * The optimum when every size is 1: a min-cost flow group → item → bin, finished by successive shortest paths (the
 * Hungarian method on the transportation problem; Ahuja, Magnanti & Orlin 1993, "Network Flows", ch. 9.7 and 12.4),
 * from prices that are nearly right already.
 *
 * Whoever is not at a best choice at the given integer prices gives up its place and waits. Each round one Dijkstra over
 * the *bins* (there are few; items and groups are looked through, not visited) finds for every bin at once how much
 * its price must rise for its cheapest holder to make room, all prices rise by that, and depth-first searches place as
 * many of the waiting as they can along choices that are now equally good. The search looks at short lists only; each
 * list carries the proof that nothing left out could be better, and is made anew when the proof fails.
 *
 * Bins with room but a price above 0 are then served in the other direction: prices fall until someone comes or the
 * price is 0. Then value = bound, to the unit: the plan is a proven optimum.
 */
import type { Candidates } from "@/lib/matching/plan/candidates";
import { Heap } from "@/lib/matching/plan/heap";
import type { Instance } from "@/lib/matching/plan/instance";

const OUT = 0;
const WAITING = 1;
const IN = 2;

/** A chain of moves longer than this is left to a later round. */
const DEEPEST = 1500;

export class ShortestPaths {
  readonly option: Int32Array;
  readonly price: Float64Array;
  rounds = 0;

  private readonly state: Uint8Array;
  /** The bin an item is in, or -1, and its value at the bin's price. */
  private readonly bin: Int32Array;
  private readonly slack: Float64Array;
  private readonly members: number[][];
  private readonly place: Int32Array;
  /** Items of a group that are placed or waiting. */
  private readonly active: Int32Array;
  private readonly far: Float64Array;
  private readonly seen: Int32Array;
  /** Groups whose choice of items the chain being searched changes: it does so once for each. */
  private readonly busy: Uint8Array;
  private readonly heap: Heap;
  private readonly groupReach: Float64Array;
  private columnFirst: Int32Array;
  private columnItem: Int32Array = new Int32Array(0);
  private columnValue: Int32Array = new Int32Array(0);
  private mark = 0;

  /** `option` and `price` are taken over and written; prices must be non-negative integers. */
  constructor(
    private readonly instance: Instance,
    private readonly candidates: Candidates,
    option: Int32Array,
    price: Float64Array,
  ) {
    const { bins, groups, items } = instance;
    this.option = option;
    this.price = price;
    this.state = new Uint8Array(items);
    this.bin = new Int32Array(items).fill(-1);
    this.slack = instance.capacity.slice();
    this.members = Array.from({ length: bins }, () => []);
    this.place = new Int32Array(items);
    this.active = new Int32Array(groups);
    this.far = new Float64Array(bins);
    this.seen = new Int32Array(bins);
    this.busy = new Uint8Array(groups);
    this.heap = new Heap(bins);
    this.groupReach = new Float64Array(groups);
    this.columnFirst = new Int32Array(bins + 1);
  }

  /** Runs to the optimum. `pause` is asked between rounds with the number still waiting; false stops early. */
  run(pause: (waiting: number) => boolean = () => true): boolean {
    const { items } = this.instance;
    for (let i = 0; i < items; i++)
      if (this.option[i]! >= 0) this.enter(i, this.instance.optionBin[this.option[i]!]!);
    this.candidates.refillAll(this.price);
    for (let g = 0; g < this.instance.groups; g++) this.settle(g);
    for (;;) {
      let waiting = this.waitingItems();
      this.fillColumns();
      while (waiting.length > 0) {
        if (!pause(waiting.length)) return false;
        this.rounds++;
        this.raisePrices();
        this.mark++;
        const still = waiting.filter((i) => this.state[i] === WAITING && !this.serve(i));
        if (still.length === waiting.length) return false;
        waiting = still;
      }
      if (!this.refillDoubtful()) break;
    }
    return this.fillUnderpriced(pause);
  }

  // ── the state ────────────────────────────────────────────────────────────────────────────────────────────────

  private enter(i: number, j: number): void {
    const list = this.members[j]!;
    this.place[i] = list.length;
    list.push(i);
    this.bin[i] = j;
    this.state[i] = IN;
    this.slack[j]!--;
  }

  private leave(i: number): void {
    const j = this.bin[i]!;
    const list = this.members[j]!;
    const last = list.pop()!;
    if (last !== i) {
      list[this.place[i]!] = last;
      this.place[last] = this.place[i]!;
    }
    this.bin[i] = -1;
    this.option[i] = -1;
    this.slack[j]!++;
  }

  /** Value at the price of where an item is. */
  private held(i: number): number {
    return this.instance.optionValue[this.option[i]!]! - this.price[this.bin[i]!]!;
  }

  /** What a group gives up when one of its active items goes home: nothing, or the bonus with the last one. */
  private home(g: number): number {
    return this.active[g]! > 1 ? 0 : -this.instance.bonus[g]!;
  }

  /** The best value at the prices among an item's list. */
  private bestOf(i: number): number {
    const { bin, value, width, count } = this.candidates;
    let best = Number.NEGATIVE_INFINITY;
    for (let r = i * width, end = r + count[i]!; r < end; r++)
      best = Math.max(best, value[r]! - this.price[bin[r]!]!);
    return best;
  }

  /**
   * Puts one group at its best choice at the prices: which items are active, and of those, the ones not at their best
   * option wait. Ties go to those already placed, then to the lower item.
   */
  private settle(g: number): void {
    const { groupFirst, limit, bonus } = this.instance;
    const from = groupFirst[g]!;
    const to = groupFirst[g + 1]!;
    const best = (i: number) => this.bestOf(i);
    const order = Array.from({ length: to - from }, (_, k) => ({
      i: from + k,
      r: best(from + k),
      in: this.state[from + k] === IN,
    }));
    order.sort((a, b) => b.r - a.r || Number(b.in) - Number(a.in) || a.i - b.i);
    let active = 0;
    for (const { i, r, in: placed } of order) {
      const worth = active === 0 ? r + bonus[g]! : r;
      const stays = active < limit[g]! && (worth > 0 || (worth === 0 && placed));
      const content = placed && this.held(i) === r;
      if (placed && !(stays && content)) this.leave(i);
      this.state[i] = !stays ? OUT : content ? IN : WAITING;
      if (stays) active++;
    }
    this.active[g] = active;
  }

  private waitingItems(): number[] {
    const list: number[] = [];
    for (let i = 0; i < this.instance.items; i++) if (this.state[i] === WAITING) list.push(i);
    return list;
  }

  /** The lists turned round: for each bin, who has it in its list. */
  private fillColumns(): void {
    const { bins, items } = this.instance;
    const { bin, value, width, count } = this.candidates;
    const first = new Int32Array(bins + 1);
    for (let i = 0; i < items; i++)
      for (let r = i * width, end = r + count[i]!; r < end; r++) first[bin[r]! + 1]!++;
    for (let j = 0; j < bins; j++) first[j + 1]! += first[j]!;
    const next = first.slice();
    this.columnFirst = first;
    this.columnItem = new Int32Array(first[bins]!);
    this.columnValue = new Int32Array(first[bins]!);
    for (let i = 0; i < items; i++)
      for (let r = i * width, end = r + count[i]!; r < end; r++) {
        const at = next[bin[r]!]!++;
        this.columnItem[at] = i;
        this.columnValue[at] = value[r]!;
      }
  }

  // ── a round: prices rise ─────────────────────────────────────────────────────────────────────────────────────

  /** far[j] = what it costs to make room in bin j, at present prices; prices rise by it. */
  private raisePrices(): void {
    const { bins, groups, groupFirst, itemGroup } = this.instance;
    const { far, heap, state, price } = this;
    far.fill(Number.POSITIVE_INFINITY);
    this.groupReach.fill(Number.NEGATIVE_INFINITY);
    heap.clear();
    const reach = (j: number, cost: number) => {
      if (cost < far[j]!) {
        far[j] = cost;
        heap.put(j, cost);
      }
    };
    for (let j = 0; j < bins; j++) if (this.slack[j]! > 0) reach(j, 0);
    for (let g = 0; g < groups; g++)
      for (let i = groupFirst[g]!; i < groupFirst[g + 1]!; i++)
        if (state[i] === IN) reach(this.bin[i]!, this.held(i) - this.home(g));
    for (;;) {
      const j = heap.take();
      if (j < 0) break;
      const cost = price[j]! + far[j]!;
      for (let c = this.columnFirst[j]!, end = this.columnFirst[j + 1]!; c < end; c++) {
        const i = this.columnItem[c]!;
        const worth = this.columnValue[c]! - cost;
        if (state[i] === IN) {
          const a = this.bin[i]!;
          if (a !== j) reach(a, this.held(i) - worth);
        } else if (state[i] === OUT) {
          const g = itemGroup[i]!;
          if (worth <= this.groupReach[g]!) continue;
          this.groupReach[g] = worth;
          for (let k = groupFirst[g]!; k < groupFirst[g + 1]!; k++)
            if (state[k] === IN && this.bin[k] !== j) reach(this.bin[k]!, this.held(k) - worth);
        }
      }
    }
    for (let j = 0; j < bins; j++) if (far[j]! < Number.POSITIVE_INFINITY) price[j]! += far[j]!;
  }

  // ── a round: places found ────────────────────────────────────────────────────────────────────────────────────

  /** Finds a waiting item a place, or sends it home, along choices as good as its best. */
  private serve(i: number): boolean {
    const g = this.instance.itemGroup[i]!;
    const home = this.home(g);
    let best = Math.max(this.bestOf(i), home);
    for (let k = this.instance.groupFirst[g]!; k < this.instance.groupFirst[g + 1]!; k++)
      if (this.state[k] === OUT) best = Math.max(best, this.bestOf(k));
    if (this.exit(i, best, 0)) return true;
    if (home < best) return false;
    this.state[i] = OUT;
    this.active[g]!--;
    return true;
  }

  /** Places item i, or an unplaced one of its group instead, at a choice worth exactly `worth`. */
  private exit(i: number, worth: number, depth: number): boolean {
    if (this.enterAt(i, worth, depth)) return true;
    const g = this.instance.itemGroup[i]!;
    if (this.busy[g]) return false;
    this.busy[g] = 1;
    let swapped = false;
    for (let k = this.instance.groupFirst[g]!; k < this.instance.groupFirst[g + 1]! && !swapped; k++)
      swapped = this.state[k] === OUT && this.enterAt(k, worth, depth);
    this.busy[g] = 0;
    if (!swapped) return false;
    if (this.state[i] === IN) this.leave(i);
    this.state[i] = OUT;
    return true;
  }

  private enterAt(i: number, worth: number, depth: number): boolean {
    const { bin, value, option, width, count } = this.candidates;
    for (let r = i * width, end = r + count[i]!; r < end; r++) {
      const j = bin[r]!;
      if (value[r]! - this.price[j]! !== worth || this.seen[j] === this.mark || j === this.bin[i]) continue;
      if (!this.makeRoom(j, depth)) continue;
      if (this.state[i] === IN) this.leave(i);
      this.option[i] = option[r]!;
      this.enter(i, j);
      return true;
    }
    return false;
  }

  /** Frees a unit of bin j by moving one of its holders to an equally good choice, and so on. */
  private makeRoom(j: number, depth: number): boolean {
    if (this.slack[j]! > 0) return true;
    this.seen[j] = this.mark;
    if (depth > DEEPEST) return false;
    const list = this.members[j]!;
    for (let n = 0; n < list.length; n++) {
      const i = list[n]!;
      const held = this.held(i);
      const g = this.instance.itemGroup[i]!;
      if (held === this.home(g) && !this.busy[g]) {
        this.leave(i);
        this.state[i] = OUT;
        this.active[g]!--;
      } else if (!this.exit(i, held, depth + 1)) continue;
      this.seen[j] = 0;
      return true;
    }
    return false;
  }

  /** Makes lists anew whose proof no longer holds, and settles those groups again; false if all hold. */
  private refillDoubtful(): boolean {
    let any = false;
    const { groups, groupFirst } = this.instance;
    for (let g = 0; g < groups; g++) {
      let doubt = false;
      for (let i = groupFirst[g]!; i < groupFirst[g + 1]!; i++)
        if (this.bestOf(i) < this.candidates.threshold[i]!) {
          this.candidates.refill(i, this.price);
          doubt = true;
        }
      if (!doubt) continue;
      this.settle(g);
      any = true;
    }
    return any;
  }

  // ── bins with room and a price above 0 ───────────────────────────────────────────────────────────────────────

  /** Prices of bins with room fall until they are full or the price is 0. Reads whole rows: prices fall here. */
  private fillUnderpriced(pause: (waiting: number) => boolean): boolean {
    for (let before = Number.POSITIVE_INFINITY; ; ) {
      let room = 0;
      for (let j = 0; j < this.instance.bins; j++)
        if (this.price[j]! > 0 && this.slack[j]! > 0) room += this.slack[j]!;
      if (room === 0) return true;
      if (room >= before || !pause(room)) return false;
      before = room;
      this.rounds++;
      this.lowerPrices();
      this.mark++;
      this.fillFromBelow();
    }
  }

  /** far[j] = the least it costs to bring one more unit into bin j; prices fall by it. */
  private lowerPrices(): void {
    const { bins, groups, groupFirst, itemFirst, itemEnd, optionBin, optionValue, capacity, bonus, limit } =
      this.instance;
    const { far, heap, price, state } = this;
    heap.clear();
    for (let j = 0; j < bins; j++) {
      far[j] = price[j]!;
      heap.put(j, far[j]!);
    }
    /** Reaches the bins of an item's options, from a unit worth `worth` so far. */
    const spread = (i: number, worth: number) => {
      for (let o = itemFirst[i]!, end = itemEnd[i]!; o < end; o++) {
        const k = optionBin[o]!;
        if (capacity[k]! < 1) continue;
        const cost = worth - (optionValue[o]! - price[k]!);
        if (cost < far[k]!) {
          far[k] = cost;
          heap.put(k, cost);
        }
      }
    };
    this.groupReach.fill(Number.POSITIVE_INFINITY);
    for (let g = 0; g < groups; g++) {
      if (this.active[g]! >= limit[g]!) continue;
      for (let i = groupFirst[g]!; i < groupFirst[g + 1]!; i++)
        if (state[i] === OUT) spread(i, this.active[g] === 0 ? -bonus[g]! : 0);
    }
    for (;;) {
      const j = heap.take();
      if (j < 0) break;
      for (const i of this.members[j]!) {
        const worth = this.held(i) + far[j]!;
        spread(i, worth);
        const g = this.instance.itemGroup[i]!;
        if (worth >= this.groupReach[g]!) continue;
        this.groupReach[g] = worth;
        for (let k = groupFirst[g]!; k < groupFirst[g + 1]!; k++) if (state[k] === OUT) spread(k, worth);
      }
    }
    for (let j = 0; j < bins; j++) price[j]! -= far[j]!;
  }

  /** From every unit that may move for nothing (at home, or in a bin of price 0) searches a bin that wants one. */
  private fillFromBelow(): void {
    const { groups, groupFirst, limit, bonus } = this.instance;
    for (let g = 0; g < groups; g++)
      for (let i = groupFirst[g]!; i < groupFirst[g + 1]! && this.active[g]! < limit[g]!; i++) {
        if (this.state[i] !== OUT) continue;
        this.busy[g] = 1;
        if (this.pushTo(i, this.active[g] === 0 ? -bonus[g]! : 0, 0)) this.active[g]!++;
        this.busy[g] = 0;
      }
    for (let j = 0; j < this.instance.bins; j++)
      if (this.price[j] === 0)
        for (const i of [...this.members[j]!]) if (this.bin[i] === j) this.pushOut(i, 0);
  }

  /** Moves item i out of its bin towards one that wants a unit, or lets another of its group go there. */
  private pushOut(i: number, depth: number): boolean {
    const held = this.held(i);
    if (this.pushTo(i, held, depth)) return true;
    const g = this.instance.itemGroup[i]!;
    if (this.busy[g]) return false;
    this.busy[g] = 1;
    let swapped = false;
    for (let k = this.instance.groupFirst[g]!; k < this.instance.groupFirst[g + 1]! && !swapped; k++)
      swapped = this.state[k] === OUT && this.pushTo(k, held, depth);
    this.busy[g] = 0;
    if (!swapped) return false;
    this.leave(i);
    this.state[i] = OUT;
    return true;
  }

  private pushTo(i: number, worth: number, depth: number): boolean {
    const { itemFirst, itemEnd, optionBin, optionValue, capacity } = this.instance;
    for (let o = itemFirst[i]!, end = itemEnd[i]!; o < end; o++) {
      const j = optionBin[o]!;
      if (optionValue[o]! - this.price[j]! !== worth || j === this.bin[i] || capacity[j]! < 1) continue;
      if (this.price[j] === 0 || this.seen[j] === this.mark) continue;
      if (!(this.slack[j]! > 0) && !this.passOn(j, depth)) continue;
      if (this.state[i] === IN) this.leave(i);
      this.option[i] = o;
      this.enter(i, j);
      return true;
    }
    return false;
  }

  /** Makes room in a full bin by moving one of its holders on towards a bin that wants a unit. */
  private passOn(j: number, depth: number): boolean {
    this.seen[j] = this.mark;
    if (depth > DEEPEST) return false;
    for (const i of [...this.members[j]!]) {
      if (!this.pushOut(i, depth + 1)) continue;
      this.seen[j] = 0;
      return true;
    }
    return false;
  }
}
