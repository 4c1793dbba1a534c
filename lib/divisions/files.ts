import { readFileSync } from "node:fs";
import { join } from "node:path";
import { countyCode, type DivisionRow, parseDivisions } from "@/lib/divisions/divisions";

/** The data files of this room, shipped with the code; data/SOURCES.md says where each comes from. */

const read = (file: string) => readFileSync(join(process.cwd(), "lib", "divisions", "data", file), "utf8");

/** The county itself, its 17 towns, 179 villages and 36 communities. The county stands at its seat. */
export function readDivisions(): DivisionRow[] {
  const county: DivisionRow = {
    code: countyCode,
    name: "西乡县",
    kind: "county",
    parentCode: null,
    lat: 32.98703,
    lon: 107.764,
    coordSource: "geonames-county-seat",
    accuracyKm: 1,
    officialName: "西乡县",
  };
  return [county, ...parseDivisions(read("divisions.csv"))];
}

/** A ring is [longitude, latitude] in WGS84 degrees; the first and last point are the same. */
export type Outline = { code: string; name: string; ring: [number, number][] };

type Feature = {
  properties: { code: string; name: string };
  geometry: { type: "Polygon"; coordinates: [number, number][][] };
};

/**
 * Outer rings, clockwise: the files wind the other way as RFC 7946 asks, which d3-geo would draw as
 * everything but the county.
 */
function outlines(file: string): Outline[] {
  const { features } = JSON.parse(read(file)) as { features: Feature[] };
  return features.map(({ properties, geometry }) => ({
    code: properties.code,
    name: properties.name,
    ring: [...(geometry.coordinates[0] ?? [])].reverse(),
  }));
}

const store = globalThis as { sanjinOutlines?: { county: Outline; towns: Outline[] } };

/** The county's outline (real, ±200 m) and its towns' (indicative cells, not official boundaries). */
export function readOutlines(): { county: Outline; towns: Outline[] } {
  store.sanjinOutlines ??= {
    county: outlines("county.geojson")[0] as Outline,
    towns: outlines("towns.geojson"),
  };
  return store.sanjinOutlines;
}
