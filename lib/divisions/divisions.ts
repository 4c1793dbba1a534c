import { type DivisionKind, divisionKinds } from "@/db/words";

/** The county's divisions as the statistical codes name them: county 6 digits, town 9, village 12. */

export const countyCode = "610724000000";
/** Codes change with mergers, so rows carry the edition they come from. */
export const divisionEdition = "2023";

export const townCodeOf = (code: string): string => `${code.slice(0, 9)}000`;

export type DivisionRow = {
  code: string;
  name: string;
  kind: DivisionKind;
  parentCode: string | null;
  lat: number;
  lon: number;
  coordSource: string;
  /** Rough radius of possible error. */
  accuracyKm: number;
  officialName: string;
};

const columns = "code,name,kind,parent_code,lat,lon,coord_source,accuracy_km,official_name";

/**
 * Reads the rows of divisions.csv (no quoted cells in it).
 * @throws Error naming the line when a row does not fit.
 */
export function parseDivisions(csv: string): DivisionRow[] {
  const [head, ...lines] = csv.trim().split(/\r?\n/);
  if (head !== columns) throw new Error(`divisions.csv: expected the columns ${columns}`);
  return lines.map((line, i) => {
    const [
      code = "",
      name = "",
      kind = "",
      parentCode = "",
      lat,
      lon,
      coordSource = "",
      accuracyKm,
      official,
    ] = line.split(",");
    const row = {
      code,
      name,
      kind: kind as DivisionKind,
      parentCode,
      lat: Number(lat),
      lon: Number(lon),
      coordSource,
      accuracyKm: Number(accuracyKm),
      officialName: official ?? name,
    };
    const isRight =
      /^\d{12}$/.test(code) &&
      divisionKinds.includes(row.kind) &&
      name !== "" &&
      [row.lat, row.lon, row.accuracyKm].every(Number.isFinite);
    if (!isRight) throw new Error(`divisions.csv: line ${i + 2} does not fit`);
    return row;
  });
}
