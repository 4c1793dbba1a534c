import { type LaborClass, parcelKinds, parcelUses, skills } from "@/db/words";
import { byCode } from "@/lib/matching/county";

/**
 * The county as a struct of typed arrays, one entry a household ("row"), members and parcels flattened and
 * found by offsets. 46 bytes a row, 8 a member who can work, 8 a parcel: some 70 bytes a household. Rows are
 * ordered by grid cell (south to north, west to east), within a cell those without a project first, each half
 * by income, then code: neighbours lie together, need falls along each half, and the same county always gives
 * the same bytes.
 */
export type Columns = {
  /** Degrees. */
  lat: Float64Array;
  lon: Float64Array;
  /** 12-digit division code as a number. */
  village: Float64Array;
  /** Fen a person; NaN when not recorded. */
  income: Float64Array;
  persons: Uint16Array;
  allotted: Uint16Array;
  projects: Uint8Array;
  /** 1 when on the register. */
  listed: Uint8Array;
  /** Row r's members are memberFrom[r] … memberFrom[r + 1] − 1, in id order; the same for parcels. */
  memberFrom: Uint32Array;
  parcelFrom: Uint32Array;
  /** YYYYMMDD, so that completed years are a subtraction. */
  birth: Int32Array;
  /** Only members who can work: bits of class, school, bound months, skills (below). */
  work: Int32Array;
  /** Area in hundredths of a mu, kind, use, offered (below). */
  land: Int32Array;
  agreed: Int32Array;
};

export type CountyIndex = Columns & {
  size: number;
  codes: string[];
  grid: Grid;
  /** The county's own table of distances, if it has one. */
  stated: StatedKm | null;
};

/** km by the posting's village, then the household's, as 12-digit numbers. */
export type StatedKm = ReadonlyMap<number, ReadonlyMap<number, number>>;

/**
 * Cells of `cellDegrees`, nx to the east and ny to the north of (x0, y0). Cell c = y·nx + x holds the rows
 * from[c] … from[c + 1] − 1, those with a project from covered[c] on. cosines[y]: no household of the cells
 * at y has a smaller cosine of latitude.
 */
export type Grid = {
  x0: number;
  y0: number;
  nx: number;
  ny: number;
  from: Uint32Array;
  covered: Uint32Array;
  cosines: Float64Array;
  /** Lowest income of any household without a project, and of any with one: nobody's need is greater. */
  poorest: Float64Array;
};

/** 2.2 km south to north, 1.9 km west to east in this county. */
export const cellDegrees = 0.02;
export const cellOf = (degrees: number): number => Math.floor(degrees / cellDegrees);

// A member's work bits: class 0–2, at school 3, bound months 4–15, skills 16–31.
export const classBits: Partial<Record<LaborClass, number>> = { weak: 1, ordinary: 2, skilled: 4 };
export const schoolBit = 8;
export const monthShift = 4;
export const skillShift = 16;
if (skills.length > 16) throw new Error("a seventeenth skill needs a second word in the index");

// A parcel's land bits: area 0–23, kind 24–26, use 27–28, offered 29.
export const areaMask = 0xff_ff_ff;
export const kindShift = 24;
export const useShift = 27;
export const offeredBit = 1 << 29;
if (parcelKinds.length > 8 || parcelUses.length > 4) throw new Error("parcel words outgrew their bits");

export const skillMask = (list: readonly string[]): number =>
  skills.reduce((mask, skill, i) => (list.includes(skill) ? mask | (1 << i) : mask), 0);

/** Bytes of the typed arrays: what a household takes in the index. */
export function bytesOf(index: CountyIndex): number {
  let bytes = 0;
  for (const value of [...Object.values(index), ...Object.values(index.grid)])
    if (ArrayBuffer.isView(value)) bytes += value.byteLength;
  return bytes;
}

/** Member and parcel of a row and column arrays of exactly these sizes, all zero. */
export function emptyColumns(rows: number, members: number, parcels: number): Columns {
  return {
    lat: new Float64Array(rows),
    lon: new Float64Array(rows),
    village: new Float64Array(rows),
    income: new Float64Array(rows),
    persons: new Uint16Array(rows),
    allotted: new Uint16Array(rows),
    projects: new Uint8Array(rows),
    listed: new Uint8Array(rows),
    memberFrom: new Uint32Array(rows + 1),
    parcelFrom: new Uint32Array(rows + 1),
    birth: new Int32Array(members),
    work: new Int32Array(members),
    land: new Int32Array(parcels),
    agreed: new Int32Array(parcels),
  };
}

export const rowColumns = [
  "lat",
  "lon",
  "village",
  "income",
  "persons",
  "allotted",
  "projects",
  "listed",
] as const;

/** The order of rows: cell, covered or not, income (not recorded comes last), code. */
export function rowOrder(a: CountyIndex, i: number, b: CountyIndex, j: number): number {
  return (
    cellOf(a.lat[i]!) - cellOf(b.lat[j]!) ||
    cellOf(a.lon[i]!) - cellOf(b.lon[j]!) ||
    Number(a.projects[i]! > 0) - Number(b.projects[j]! > 0) ||
    byIncome(a.income[i]!, b.income[j]!) ||
    byCode(a.codes[i]!, b.codes[j]!)
  );
}

const byIncome = (a: number, b: number) =>
  a === b ? 0 : Number.isNaN(a) ? (Number.isNaN(b) ? 0 : 1) : Number.isNaN(b) ? -1 : a - b;

/** Makes the grid over rows already in order. A few strays far away must not cost a cell each between. */
export function gridOver(columns: Pick<Columns, "lat" | "lon" | "projects" | "income">, size: number): Grid {
  const { lat, lon, projects, income } = columns;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const x = new Int32Array(size);
  const y = new Int32Array(size);
  for (let r = 0; r < size; r++) {
    x[r] = cellOf(lon[r]!);
    y[r] = cellOf(lat[r]!);
    if (x[r]! < x0) x0 = x[r]!;
    if (x[r]! > x1) x1 = x[r]!;
    if (y[r]! < y0) y0 = y[r]!;
    if (y[r]! > y1) y1 = y[r]!;
  }
  const nx = x1 - x0 + 1;
  const ny = y1 - y0 + 1;
  // No cells: correct, only slower.
  if (size === 0 || nx * ny > 65_536 + 4 * size) return noGrid;
  const from = new Uint32Array(nx * ny + 1);
  const covered = new Uint32Array(nx * ny);
  const poorest = Float64Array.of(Infinity, Infinity);
  for (let r = 0; r < size; r++) {
    const half = projects[r] === 0 ? 0 : 1;
    if (income[r]! < poorest[half]!) poorest[half] = income[r]!;
    const cell = (y[r]! - y0) * nx + x[r]! - x0;
    from[cell + 1]!++;
    if (projects[r] === 0) covered[cell]!++;
  }
  for (let c = 0; c < nx * ny; c++) {
    from[c + 1]! += from[c]!;
    covered[c]! += from[c]!;
  }
  return {
    x0,
    y0,
    nx,
    ny,
    from,
    covered,
    cosines: Float64Array.from({ length: ny }, (_, i) => cosOf(y0 + i)),
    poorest,
  };
}

const noGrid: Grid = {
  x0: 0,
  y0: 0,
  nx: 0,
  ny: 0,
  from: new Uint32Array(1),
  covered: new Uint32Array(0),
  cosines: new Float64Array(0),
  poorest: Float64Array.of(Infinity, Infinity),
};

/** The cosine of the latitude in a band of cells that is farthest from the equator, a hair less. */
const cosOf = (y: number) =>
  Math.cos((Math.PI / 180) * Math.min(90, Math.max(Math.abs(y), Math.abs(y + 1)) * cellDegrees)) *
  (1 - 1e-12);
