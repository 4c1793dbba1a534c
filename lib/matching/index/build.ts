import { parcelKinds, parcelUses } from "@/db/words";
import type { CountyHousehold } from "@/lib/matching/county";
import {
  type Columns,
  type CountyIndex,
  cellOf,
  classBits,
  emptyColumns,
  gridOver,
  kindShift,
  monthShift,
  offeredBit,
  rowColumns,
  rowOrder,
  schoolBit,
  skillMask,
  skillShift,
  useShift,
} from "@/lib/matching/index/layout";

/** An index from households in any order, one after the other, so that they need not all be held at once. */
export function buildIndex(households: Iterable<CountyHousehold>): CountyIndex {
  const codes: string[] = [];
  let columns = emptyColumns(1024, 4096, 4096);
  let members = 0;
  let parcels = 0;
  for (const household of households) {
    const size = codes.length;
    const room =
      size < columns.lat.length &&
      members + household.members.length <= columns.birth.length &&
      parcels + household.parcels.length <= columns.land.length;
    if (!room) columns = grown(columns, household);
    codes.push(household.code);
    writeRow(columns, size, household);
    members = writeMembers(columns, members, household);
    parcels = writeParcels(columns, parcels, household);
    columns.memberFrom[size + 1] = members;
    columns.parcelFrom[size + 1] = parcels;
  }
  return inOrder(columns, codes);
}

/** Twice the room, and surely enough for one more household. */
function grown(old: Columns, next: CountyHousehold): Columns {
  const columns = emptyColumns(
    old.lat.length * 2,
    old.birth.length * 2 + next.members.length,
    old.land.length * 2 + next.parcels.length,
  );
  for (const name of Object.keys(columns) as (keyof Columns)[]) columns[name].set(old[name]);
  return columns;
}

function writeRow(columns: Columns, row: number, household: CountyHousehold): void {
  columns.lat[row] = household.point.lat;
  columns.lon[row] = household.point.lon;
  columns.village[row] = Number(household.village);
  columns.income[row] = household.incomePerPersonFen ?? Number.NaN;
  columns.persons[row] = household.persons;
  columns.allotted[row] = household.allottedPersons;
  columns.projects[row] = household.liveProjects;
  columns.listed[row] = household.listed ? 1 : 0;
}

/** Members who cannot work are in no rule and no part: the index leaves them out. */
function writeMembers(columns: Columns, at: number, household: CountyHousehold): number {
  let m = at;
  for (const member of household.members) {
    const classBit = classBits[member.laborClass];
    if (classBit === undefined) continue;
    const { birth } = member;
    columns.birth[m] = Number(birth.slice(0, 4) + birth.slice(5, 7) + birth.slice(8, 10));
    columns.work[m] =
      classBit |
      (member.atSchool ? schoolBit : 0) |
      (member.boundMonths << monthShift) |
      (member.skills.length > 0 ? skillMask(member.skills) << skillShift : 0);
    m++;
  }
  return m;
}

const kindNumbers = Object.fromEntries(parcelKinds.map((kind, i) => [kind, i]));
const useNumbers = Object.fromEntries(parcelUses.map((use, i) => [use, i]));

function writeParcels(columns: Columns, at: number, household: CountyHousehold): number {
  let p = at;
  for (const parcel of household.parcels) {
    columns.land[p] =
      parcel.areaMu100 |
      (kindNumbers[parcel.kind]! << kindShift) |
      (useNumbers[parcel.use]! << useShift) |
      (parcel.offered ? offeredBit : 0);
    columns.agreed[p] = parcel.agreedMu100;
    p++;
  }
  return p;
}

/** The same rows in their order, in arrays that fit exactly. */
function inOrder(columns: Columns, codes: string[]): CountyIndex {
  const size = codes.length;
  const cell = new Float64Array(size);
  // One number for cell and half (exact: far below 2^53), so that most comparisons are one subtraction.
  for (let r = 0; r < size; r++)
    cell[r] =
      (cellOf(columns.lat[r]!) * 65_536 + cellOf(columns.lon[r]!)) * 2 + (columns.projects[r]! > 0 ? 1 : 0);
  const whole = { ...columns, size, codes, grid: gridOver(columns, 0), stated: null };
  const order = Uint32Array.from(codes.keys()).sort(
    (a, b) => cell[a]! - cell[b]! || rowOrder(whole, a, whole, b),
  );
  const sorted = emptyColumns(size, columns.memberFrom[size]!, columns.parcelFrom[size]!);
  for (let r = 0; r < size; r++) copyRows(columns, order[r]!, order[r]! + 1, sorted, r);
  const sortedCodes = Array.from(order, (r) => codes[r]!);
  return { ...sorted, size, codes: sortedCodes, grid: gridOver(sorted, size), stated: null };
}

/** Copies rows from…to − 1 with their members and parcels to row `at` and after; the offsets at `at` stand. */
export function copyRows(source: Columns, from: number, to: number, target: Columns, at: number): void {
  for (const name of rowColumns) {
    if (to === from + 1) target[name][at] = source[name][from]!;
    else target[name].set(source[name].subarray(from, to), at);
  }
  const pairs = [
    ["memberFrom", ["birth", "work"]],
    ["parcelFrom", ["land", "agreed"]],
  ] as const;
  for (const [offsets, flat] of pairs) {
    const first = source[offsets][from]!;
    const last = source[offsets][to]!;
    const start = target[offsets][at]!;
    for (const name of flat) {
      if (last - first < 8)
        for (let i = first; i < last; i++) target[name][start + i - first] = source[name][i]!;
      else target[name].set(source[name].subarray(first, last), start);
    }
    const shift = start - first;
    for (let r = from; r < to; r++) target[offsets][at + r - from + 1] = source[offsets][r + 1]! + shift;
  }
}
