/**
 * Improves a plan by ejection chains (Yagiura, Ibaraki & Glover 2004, "An ejection chain approach for the generalized
 * assignment problem", INFORMS J. on Computing 16), looking only at options that are nearly best at the prices.
 *
 * A group changes its mind: it drops an item or none, and takes up an option or none. Where that option's bin has no
 * room, one or two holders are put out and change their minds in turn: into room elsewhere, into the room just left,
 * home, or (one step further) by putting out somebody else. What every holder would lose is kept in a table, so that a
 * chain of three is judged by a few additions; a chain that looks good is tried on the plan and undone if it was not.
 */
import type { Candidates } from "@/lib/matching/plan/candidates";
import { type Instance, LONG, SHORT } from "@/lib/matching/plan/instance";

const NONE = Number.NEGATIVE_INFINITY;

export class Exchanges {
  /** The option each item holds, or -1. */
  readonly option: Int32Array;
  readonly slack: Float64Array;
  /** Value won over the plan it began with. */
  won = 0;
  /** Holders and rows looked at so far: the work done, counted rather than timed. */
  looks = 0;

  private readonly bin: Int32Array;
  private readonly size: Int32Array;
  private readonly value: Int32Array;
  private readonly members: number[][];
  private readonly place: Int32Array;
  private readonly placed: Int32Array;
  private readonly short: Int32Array;
  private readonly long: Int32Array;
  /** What putting item k out changes the value by if its group then does the best it can with room there is… */
  private readonly retreat: Float64Array;
  /** …or by putting out somebody else, and whom, where. */
  private readonly relay: Float64Array;
  private readonly relayRow: Int32Array;
  private readonly relayItem: Int32Array;
  /** Upper bounds over the holders of a bin, of some pass and change: of retreat and relay, and of regret at the prices. */
  private readonly easiest: Float64Array;
  private readonly regret: Float64Array;
  private readonly retreatBound: Float64Array;
  private readonly retreatBoundOf: Int32Array;
  private readonly retreatBoundAt: Int32Array;
  private readonly boundsOf: Int32Array;
  private readonly boundsAt: Int32Array;
  /** When a bin or group last changed, and a group was last looked at. */
  private readonly binChanged: Int32Array;
  private readonly groupSeen: Int32Array;
  private clock = 1;
  /** Which pass the tables' entries are of: they are worked out when first asked for. */
  private tables = 0;
  private readonly retreatOf: Int32Array;
  private readonly relayOf: Int32Array;
  private readonly log: number[] = [];

  constructor(
    private readonly instance: Instance,
    private readonly candidates: Candidates,
    option: Int32Array,
    private readonly price: Float64Array,
    /** Whether somebody put out may put out somebody else, and the like: better plans, several times the work. */
    private readonly thorough = true,
  ) {
    const { bins, groups, items } = instance;
    this.option = option;
    this.slack = instance.capacity.slice();
    this.bin = new Int32Array(items).fill(-1);
    this.size = new Int32Array(items);
    this.value = new Int32Array(items);
    this.members = Array.from({ length: bins }, () => []);
    this.place = new Int32Array(items);
    this.placed = new Int32Array(groups);
    this.short = new Int32Array(groups);
    this.long = new Int32Array(groups);
    this.retreat = new Float64Array(items);
    this.relay = new Float64Array(items);
    this.relayRow = new Int32Array(items);
    this.relayItem = new Int32Array(items);
    this.easiest = new Float64Array(bins);
    this.regret = new Float64Array(bins);
    this.retreatBound = new Float64Array(bins);
    this.retreatBoundOf = new Int32Array(bins);
    this.retreatBoundAt = new Int32Array(bins);
    this.boundsOf = new Int32Array(bins);
    this.boundsAt = new Int32Array(bins);
    this.retreatOf = new Int32Array(items);
    this.relayOf = new Int32Array(items);
    this.binChanged = new Int32Array(bins + 1);
    this.groupSeen = new Int32Array(groups);
    for (let i = 0; i < items; i++) {
      const o = option[i]!;
      option[i] = -1;
      if (o >= 0) this.enter(i, o);
    }
    this.log.length = 0;
  }

  /** From now on only looks where something has changed since, and at what is named here. */
  settleExcept(groups: Iterable<number>, bins: Iterable<number>): void {
    this.binChanged.fill(0);
    this.groupSeen.fill(++this.clock);
    for (const g of groups) this.groupSeen[g] = 0;
    for (const j of bins) this.binChanged[j] = this.clock;
  }

  /**
   * Looks through all groups once; returns the value won. With `fresh` false the tables of earlier passes serve on but
   * where chains have gone: they guide the search only, every chain is tried on the plan itself.
   */
  pass(fresh = true): number {
    if (fresh) this.tables++;
    const before = this.won;
    for (let g = 0; g < this.instance.groups; g++) {
      // A group that found something may find more.
      for (let n = 0; n < 4 && this.improve(g); n++);
      this.groupSeen[g] = this.clock;
    }
    return this.won - before;
  }

  /** Forces item i to row `row` of its list (0 the best), whoever has to go; the passes that follow make good of it. */
  shake(i: number, row: number): boolean {
    const { bin, size, option, width } = this.candidates;
    const r = i * width + row;
    const j = bin[r]!;
    const g = this.instance.itemGroup[i]!;
    if (row >= this.candidates.count[i]! || this.option[i] === option[r]) return false;
    const dropped = this.option[i]! >= 0 ? i : -1;
    if (!this.allowed(g, dropped, j)) return false;
    this.clock++;
    if (dropped >= 0) this.leave(i);
    while (size[r]! > this.slack[j]!) {
      let easiest = -1;
      for (const k of this.members[j]!)
        if (this.size[k]! > 0 && (easiest < 0 || this.bestRetreat(k) > this.bestRetreat(easiest)))
          easiest = k;
      this.putOut(easiest);
    }
    // Somebody put out may have been of the same group, and its group may have taken up this very item.
    if (this.option[i]! < 0 && this.allowed(g, -1, j)) this.enter(i, option[r]!);
    this.log.length = 0;
    return true;
  }

  /** Goes back to a plan seen before. */
  restore(option: Int32Array): void {
    this.clock++;
    for (let i = 0; i < option.length; i++)
      if (this.option[i]! >= 0 && this.option[i] !== option[i]) this.leave(i);
    for (let i = 0; i < option.length; i++)
      if (this.option[i]! < 0 && option[i]! >= 0) this.enter(i, option[i]!);
    this.log.length = 0;
  }

  // ── the plan and its log ─────────────────────────────────────────────────────────────────────────────────────

  private enter(i: number, o: number): void {
    const { optionBin, optionSize, optionValue, itemGroup, bonus } = this.instance;
    const j = optionBin[o]!;
    const g = itemGroup[i]!;
    const list = this.members[j]!;
    this.place[i] = list.length;
    list.push(i);
    this.option[i] = o;
    this.bin[i] = j;
    this.size[i] = optionSize[o]!;
    this.value[i] = optionValue[o]!;
    this.slack[j]! -= optionSize[o]!;
    this.won += optionValue[o]! + (this.placed[g]!++ === 0 ? bonus[g]! : 0);
    this.countTerm(g, j, 1);
    this.binChanged[j] = this.clock;
    this.log.push(i, -1);
  }

  private leave(i: number): void {
    const { itemGroup, bonus } = this.instance;
    const j = this.bin[i]!;
    const g = itemGroup[i]!;
    const list = this.members[j]!;
    const last = list.pop()!;
    if (last !== i) {
      list[this.place[i]!] = last;
      this.place[last] = this.place[i]!;
    }
    this.log.push(i, this.option[i]!);
    this.option[i] = -1;
    this.bin[i] = -1;
    this.slack[j]! += this.size[i]!;
    this.won -= this.value[i]! + (--this.placed[g]! === 0 ? bonus[g]! : 0);
    this.countTerm(g, j, -1);
    this.binChanged[j] = this.clock;
  }

  private countTerm(g: number, j: number, by: 1 | -1): void {
    if (this.instance.term[j] === SHORT) this.short[g]! += by;
    if (this.instance.term[j] === LONG) this.long[g]! += by;
  }

  /** Undoes everything in the log. */
  private undo(): void {
    const log = this.log.splice(0);
    for (let n = log.length - 2; n >= 0; n -= 2) {
      if (log[n + 1]! < 0) this.leave(log[n]!);
      else this.enter(log[n]!, log[n + 1]!);
    }
    this.log.length = 0;
  }

  // ── what a change of mind is worth ───────────────────────────────────────────────────────────────────────────

  /** Whether group g may take up bin j after dropping item d (-1 none). */
  private allowed(g: number, d: number, j: number): boolean {
    const { limit, shortLimit, longLimit, term } = this.instance;
    const dropped = d < 0 ? -1 : this.bin[d]!;
    if (this.placed[g]! - (d < 0 ? 0 : 1) >= limit[g]!) return false;
    const t = term[j]!;
    if (t === 0) return true;
    const same = dropped >= 0 && term[dropped] === t ? 1 : 0;
    return t === SHORT ? this.short[g]! - same < shortLimit[g]! : this.long[g]! - same < longLimit[g]!;
  }

  /** Change of the value when group g drops d (-1 none) and takes up nothing. */
  private dropping(g: number, d: number): number {
    return d < 0 ? 0 : -this.value[d]! - (this.placed[g] === 1 ? this.instance.bonus[g]! : 0);
  }

  /** The bonus group g earns by placing an item after dropping d. */
  private earning(g: number, d: number): number {
    return this.placed[g]! - (d < 0 ? 0 : 1) === 0 ? this.instance.bonus[g]! : 0;
  }

  /**
   * The best a group can do with room there is when it has to drop item d: the change of value; `this.found` is the
   * row it takes up (-1 none) and `this.foundItem` for which item. Never the bin it leaves.
   */
  private bestRetreat(d: number): number {
    const { itemGroup, groupFirst } = this.instance;
    const { bin, size, value, width, count } = this.candidates;
    const g = itemGroup[d]!;
    const from = this.bin[d]!;
    this.looks += count[d]!;
    const drop = this.dropping(g, d);
    const earn = this.earning(g, d);
    let best = drop;
    this.found = -1;
    for (let i = groupFirst[g]!; i < groupFirst[g + 1]!; i++) {
      if (this.option[i]! >= 0 && i !== d) continue;
      for (let r = i * width, end = r + count[i]!; r < end; r++) {
        const j = bin[r]!;
        const total = drop + earn + value[r]!;
        if (total <= best || size[r]! > this.slack[j]! || j === from || !this.allowed(g, d, j)) continue;
        best = total;
        this.found = r;
        this.foundItem = i;
      }
    }
    return best;
  }
  private found = -1;
  private foundItem = -1;

  /** `retreat` of a placed item, as of this pass or its last change. */
  private retreating(k: number): number {
    if (this.retreatOf[k] !== this.tables) {
      this.retreatOf[k] = this.tables;
      this.retreat[k] = this.bestRetreat(k);
    }
    return this.retreat[k]!;
  }

  /** `relay` of a placed item, as of this pass; -∞ if it would not be better than `retreat`. */
  private relaying(k: number): number {
    if (this.relayOf[k] === this.tables) return this.relay[k]!;
    this.relayOf[k] = this.tables;
    this.relay[k] = NONE;
    if (!this.thorough) return NONE;
    const { itemGroup, groupFirst } = this.instance;
    const { bin, size, value, width, count } = this.candidates;
    const g = itemGroup[k]!;
    const base = this.dropping(g, k) + this.earning(g, k);
    let best = this.retreating(k);
    for (let i = groupFirst[g]!; i < groupFirst[g + 1]!; i++) {
      if (this.option[i]! >= 0 && i !== k) continue;
      for (let r = i * width, end = r + count[i]!; r < end; r++) {
        const j = bin[r]!;
        const need = size[r]! - this.slack[j]!;
        if (
          need <= 0 ||
          j === this.bin[k] ||
          base + value[r]! + this.easiestRetreat(j) <= best ||
          !this.allowed(g, k, j)
        )
          continue;
        this.looks += this.members[j]!.length;
        for (const other of this.members[j]!) {
          if (this.size[other]! < need || itemGroup[other] === g) continue;
          const total = base + value[r]! + this.retreating(other);
          if (total <= best) continue;
          best = total;
          this.relay[k] = total;
          this.relayRow[k] = r;
          this.relayItem[k] = other;
        }
      }
    }
    return this.relay[k]!;
  }

  /** An upper bound on `retreat` of all holders of bin j. */
  private easiestRetreat(j: number): number {
    if (this.retreatBoundOf[j] === this.tables && this.retreatBoundAt[j]! >= this.binChanged[j]!)
      return this.retreatBound[j]!;
    let easiest = NONE;
    for (const k of this.members[j]!) easiest = Math.max(easiest, this.retreating(k));
    this.retreatBoundOf[j] = this.tables;
    this.retreatBoundAt[j] = this.clock;
    this.retreatBound[j] = easiest;
    return easiest;
  }

  /** Makes the upper bounds of bin j current. */
  private lookOver(j: number): void {
    if (this.boundsOf[j] === this.tables && this.boundsAt[j]! >= this.binChanged[j]!) return;
    const { bin, size, value, width, count } = this.candidates;
    let easiest = NONE;
    let regret = 0;
    for (const k of this.members[j]!) {
      easiest = Math.max(easiest, this.retreating(k), this.relaying(k));
      let best = NONE;
      for (let r = k * width, end = r + count[k]!; r < end; r++)
        best = Math.max(best, value[r]! - this.price[bin[r]!]! * size[r]!);
      regret = Math.max(regret, best - (this.value[k]! - this.price[j]! * this.size[k]!));
    }
    this.boundsOf[j] = this.tables;
    this.boundsAt[j] = this.clock;
    this.easiest[j] = easiest;
    this.regret[j] = regret;
  }

  // ── a group changes its mind ─────────────────────────────────────────────────────────────────────────────────

  /** Finds and carries out an improving chain that begins with group g. */
  private improve(g: number): boolean {
    const { groupFirst, limit } = this.instance;
    const { bin, size, value, width, count } = this.candidates;
    const from = groupFirst[g]!;
    const to = groupFirst[g + 1]!;
    const seen = this.groupSeen[g]!;
    for (let d = this.placed[g]! < limit[g]! ? from - 1 : from; d < to; d++) {
      const dropped = d < from ? -1 : d;
      if (dropped >= 0 && this.option[dropped]! < 0) continue;
      const base = this.dropping(g, dropped) + this.earning(g, dropped);
      const old = dropped < 0 ? -1 : this.bin[dropped]!;
      // Room in its bin is no reason for a holder to leave, unless thoroughness is wanted.
      const moved = this.thorough && old >= 0 && this.binChanged[old]! >= seen;
      for (let i = from; i < to; i++) {
        if (this.option[i]! >= 0 && i !== dropped) continue;
        for (let r = i * width, end = r + count[i]!; r < end; r++) {
          const j = bin[r]!;
          this.looks++;
          if (!moved && this.binChanged[j]! < seen) continue;
          if ((j === old && i === dropped) || !this.allowed(g, dropped, j)) continue;
          const gain = base + value[r]!;
          const need = size[r]! - this.slack[j]! - (j === old ? this.size[dropped]! : 0);
          if (need <= 0) {
            if (gain > 0 && this.tryFit(dropped, i, r)) return true;
            continue;
          }
          if (this.eject(g, dropped, i, r, gain, need)) return true;
        }
      }
    }
    return false;
  }

  private tryFit(dropped: number, i: number, r: number): boolean {
    this.begin();
    const before = this.won;
    if (dropped >= 0) this.leave(dropped);
    this.enter(i, this.candidates.option[r]!);
    return this.keep(before);
  }

  /** Group g would take up row r of item i for a gain, if `need` units of the bin were freed: looks for whom to put out. */
  private eject(g: number, dropped: number, i: number, r: number, gain: number, need: number): boolean {
    const { itemGroup } = this.instance;
    const { bin, size, value, width, count } = this.candidates;
    const j = bin[r]!;
    const old = dropped < 0 ? -1 : this.bin[dropped]!;
    const hole = old < 0 ? 0 : this.slack[old]! + this.size[dropped]!;
    this.lookOver(j);
    const { price } = this;
    // A swap leaves at most `hole` in the old bin and takes at least `need` out of the new one.
    const swaps = old >= 0 && old !== j && gain + this.regret[j]! + price[old]! * hole - price[j]! * need > 0;
    if (!swaps && gain + this.easiest[j]! <= 0 && gain + 2 * this.easiest[j]! <= 0) return false;
    const list = this.members[j]!;
    this.looks += list.length;
    // Of those who alone would not make it worse or not make enough room: the two best, to leave together.
    let first = -1;
    let second = -1;
    for (let n = 0; n < list.length; n++) {
      const k = list[n]!;
      // (What was tried and undone stands at the list's end again.)
      if (k === dropped || k === first || k === second || itemGroup[k] === g) continue;
      if (this.size[k]! >= need) {
        if (gain + this.retreating(k) > 0 && this.tryEject(dropped, i, r, k, -1)) return true;
        if (gain + this.relaying(k) > 0 && this.tryRelay(dropped, i, r, k)) return true;
        if (swaps) {
          const away = this.value[k]!;
          for (let q = k * width, end = q + count[k]!; q < end; q++)
            if (bin[q] === old) {
              if (gain + value[q]! - away > 0 && size[q]! <= hole && this.trySwap(dropped, i, r, k, q))
                return true;
              break;
            }
        }
      }
      if (first < 0 || this.retreating(k) > this.retreat[first]!) {
        second = first;
        first = k;
      } else if (second < 0 || this.retreat[k]! > this.retreat[second]!) second = k;
    }
    if (second >= 0 && this.size[first]! + this.size[second]! >= need)
      if (gain + this.retreat[first]! + this.retreat[second]! > 0)
        return this.tryEject(dropped, i, r, first, second);
    return false;
  }

  private begin(): void {
    this.log.length = 0;
    this.clock++;
  }

  /** Keeps what was tried if it won something, else undoes it. */
  private keep(before: number): boolean {
    if (this.won > before) {
      for (let n = 0; n < this.log.length; n += 2) {
        const i = this.log[n]!;
        const g = this.instance.itemGroup[i]!;
        for (let k = this.instance.groupFirst[g]!; k < this.instance.groupFirst[g + 1]!; k++) {
          this.relayOf[k] = 0;
          this.retreatOf[k] = 0;
        }
      }
      return true;
    }
    this.undo();
    return false;
  }

  /** Puts out k (and `also`), moves the group, and lets those put out find room. */
  private tryEject(dropped: number, i: number, r: number, k: number, also: number): boolean {
    this.begin();
    const before = this.won;
    this.putOut(k);
    if (also >= 0) this.putOut(also);
    if (dropped >= 0) this.leave(dropped);
    const fits = this.candidates.size[r]! <= this.slack[this.candidates.bin[r]!]!;
    if (fits) this.enter(i, this.candidates.option[r]!);
    return this.keep(fits ? before : Number.POSITIVE_INFINITY);
  }

  /** Item k retreats: its group takes up the best room there is, or nothing. */
  private putOut(k: number): void {
    this.retreat[k] = this.bestRetreat(k);
    this.retreatOf[k] = this.tables;
    const r = this.found;
    const i = this.foundItem;
    this.leave(k);
    if (r >= 0) this.enter(i, this.candidates.option[r]!);
  }

  private trySwap(dropped: number, i: number, r: number, k: number, q: number): boolean {
    const g = this.instance.itemGroup[k]!;
    if (!this.allowed(g, k, this.candidates.bin[q]!)) return false;
    this.begin();
    const before = this.won;
    this.leave(dropped);
    this.leave(k);
    this.enter(i, this.candidates.option[r]!);
    this.enter(k, this.candidates.option[q]!);
    return this.keep(before);
  }

  /** k goes to its relay bin, whose holder retreats. */
  private tryRelay(dropped: number, i: number, r: number, k: number): boolean {
    const { itemGroup } = this.instance;
    const { bin, size, option, width } = this.candidates;
    const row = this.relayRow[k]!;
    const other = this.relayItem[k]!;
    const target = bin[row]!;
    this.relay[k] = NONE;
    this.relayOf[k] = this.tables;
    if (this.bin[other] !== target || other === dropped || other === i || itemGroup[other] === itemGroup[i])
      return false;
    if (!this.allowed(itemGroup[k]!, k, target)) return false;
    this.begin();
    const before = this.won;
    this.leave(k);
    if (dropped >= 0) this.leave(dropped);
    const fits = size[r]! <= this.slack[bin[r]!]!;
    if (fits) this.enter(i, option[r]!);
    if (fits && size[row]! > this.slack[target]!) this.putOut(other);
    const relayed = fits && size[row]! <= this.slack[target]!;
    if (relayed) this.enter(Math.floor(row / width), option[row]!);
    return this.keep(relayed ? before : Number.POSITIVE_INFINITY);
  }
}
