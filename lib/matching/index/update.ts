import type { CountyHousehold } from "@/lib/matching/county";
import { buildIndex, copyRows } from "@/lib/matching/index/build";
import { type CountyIndex, emptyColumns, gridOver, rowOrder } from "@/lib/matching/index/layout";

/** The first row of `index` that does not come before row `r` of `other`. */
function placeOf(index: CountyIndex, other: CountyIndex, r: number): number {
  let low = 0;
  let high = index.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rowOrder(index, middle, other, r) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The index with some households replaced, added or gone: unchanged runs are copied whole, so that it takes
 * under a millisecond for a county, and the bytes are those of an index built from scratch.
 * @param changed codes whose old rows go; @param present what stands in their place, if anything does.
 * @param rowOf the row of a code in `index`.
 */
export function withChanges(
  index: CountyIndex,
  changed: Iterable<string>,
  present: readonly CountyHousehold[],
  rowOf: ReadonlyMap<string, number>,
): CountyIndex {
  const gone: number[] = [];
  for (const code of changed) {
    const row = rowOf.get(code);
    if (row !== undefined) gone.push(row);
  }
  const fresh = buildIndex(present);
  const count = (from: "memberFrom" | "parcelFrom") =>
    index[from][index.size]! +
    fresh[from][fresh.size]! -
    gone.reduce((sum, r) => sum + index[from][r + 1]! - index[from][r]!, 0);
  const size = index.size + fresh.size - gone.length;
  const columns = emptyColumns(size, count("memberFrom"), count("parcelFrom"));
  const codes: string[] = [];
  const take = (source: CountyIndex, from: number, to: number) => {
    if (from >= to) return;
    copyRows(source, from, to, columns, codes.length);
    for (let r = from; r < to; r++) codes.push(source.codes[r]!);
  };
  // Cuts in the old rows, in order: an old row dropped, or a fresh one put before it.
  const cuts = [
    ...gone.map((row) => ({ row, insert: -1 })),
    ...fresh.codes.map((_, r) => ({ row: placeOf(index, fresh, r), insert: r })),
  ].sort((a, b) => a.row - b.row || Number(a.insert < 0) - Number(b.insert < 0) || a.insert - b.insert);
  let at = 0;
  for (const cut of cuts) {
    take(index, at, cut.row);
    at = cut.row;
    if (cut.insert >= 0) take(fresh, cut.insert, cut.insert + 1);
    else at++;
  }
  take(index, at, index.size);
  return { ...columns, size, codes, grid: gridOver(columns, size), stated: index.stated };
}
