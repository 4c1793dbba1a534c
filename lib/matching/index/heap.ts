/**
 * The k best rows seen so far: a binary heap with the worst on top, so that a newcomer is compared with one
 * row and most are turned away. Order: higher key first, then lower code.
 */
export class TopRows {
  readonly keys: Float64Array;
  readonly rows: Int32Array;
  size = 0;
  /** A score below this can no longer get in; a margin keeps rounding from ever deciding. */
  threshold = Number.NEGATIVE_INFINITY;

  constructor(
    readonly limit: number,
    private readonly codes: readonly string[],
  ) {
    this.keys = new Float64Array(limit);
    this.rows = new Int32Array(limit);
  }

  offer(row: number, key: number): void {
    if (this.limit === 0) return;
    if (this.size < this.limit) {
      this.keys[this.size] = key;
      this.rows[this.size] = row;
      this.up(this.size++);
    } else if (this.worse(this.keys[0]!, this.rows[0]!, key, row)) {
      this.keys[0] = key;
      this.rows[0] = row;
      this.down(0);
    } else return;
    if (this.size === this.limit) this.threshold = this.keys[0]! / 1e9 - 1e-6;
  }

  /** Rows, best first. */
  ordered(): number[] {
    const places = Array.from({ length: this.size }, (_, i) => i);
    places.sort((i, j) => (this.worse(this.keys[i]!, this.rows[i]!, this.keys[j]!, this.rows[j]!) ? 1 : -1));
    return places.map((i) => this.rows[i]!);
  }

  private worse(keyA: number, rowA: number, keyB: number, rowB: number): boolean {
    return keyA !== keyB ? keyA < keyB : this.codes[rowA]! > this.codes[rowB]!;
  }

  private swap(i: number, j: number): void {
    const key = this.keys[i]!;
    const row = this.rows[i]!;
    this.keys[i] = this.keys[j]!;
    this.rows[i] = this.rows[j]!;
    this.keys[j] = key;
    this.rows[j] = row;
  }

  private up(start: number): void {
    for (let i = start; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.worse(this.keys[i]!, this.rows[i]!, this.keys[parent]!, this.rows[parent]!)) return;
      this.swap(i, parent);
      i = parent;
    }
  }

  private down(start: number): void {
    for (let i = start; ; ) {
      let worst = i;
      for (let child = 2 * i + 1; child <= 2 * i + 2 && child < this.size; child++)
        if (this.worse(this.keys[child]!, this.rows[child]!, this.keys[worst]!, this.rows[worst]!))
          worst = child;
      if (worst === i) return;
      this.swap(i, worst);
      i = worst;
    }
  }
}
