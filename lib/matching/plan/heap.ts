/** A binary heap of the numbers 0..n-1 by cost, lowest first, whose costs may fall while they wait (Dijkstra). */
export class Heap {
  private readonly cost: Float64Array;
  private readonly order: Int32Array;
  /** Where a number stands in `order`, or -1. */
  private readonly where: Int32Array;
  private length = 0;

  constructor(n: number) {
    this.cost = new Float64Array(n);
    this.order = new Int32Array(n);
    this.where = new Int32Array(n).fill(-1);
  }

  clear(): void {
    for (let k = 0; k < this.length; k++) this.where[this.order[k]!] = -1;
    this.length = 0;
  }

  /** Enters a number, or lowers its cost. */
  put(n: number, cost: number): void {
    let at = this.where[n]!;
    if (at < 0) at = this.length++;
    this.cost[n] = cost;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const other = this.order[up]!;
      if (!this.before(n, other)) break;
      this.set(at, other);
      at = up;
    }
    this.set(at, n);
  }

  /** Takes the number of lowest cost out, or -1 if none is left. */
  take(): number {
    if (this.length === 0) return -1;
    const top = this.order[0]!;
    this.where[top] = -1;
    const last = this.order[--this.length]!;
    if (this.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= this.length) break;
      if (down + 1 < this.length && this.before(this.order[down + 1]!, this.order[down]!)) down++;
      const other = this.order[down]!;
      if (!this.before(other, last)) break;
      this.set(at, other);
      at = down;
    }
    this.set(at, last);
    return top;
  }

  private before(a: number, b: number): boolean {
    return this.cost[a]! < this.cost[b]! || (this.cost[a] === this.cost[b] && a < b);
  }

  private set(at: number, n: number): void {
    this.order[at] = n;
    this.where[n] = at;
  }
}
