import type { Point } from "@/lib/matching/county";
import type { Policy } from "@/lib/policy/policy";

/** Mean radius of the Earth (IUGG), as matching.md §1 fixes it. */
export const earthRadiusKm = 6371.0088;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in km by the haversine formula, which stays exact for neighbours. Degrees. */
export function straightKmAt(latA: number, lonA: number, latB: number, lonB: number): number {
  const halfLat = Math.sin(radians(latB - latA) / 2);
  const halfLon = Math.sin(radians(lonB - lonA) / 2);
  const h = halfLat * halfLat + Math.cos(radians(latA)) * Math.cos(radians(latB)) * halfLon * halfLon;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, h)));
}

export const straightKm = (a: Point, b: Point): number => straightKmAt(a.lat, a.lon, b.lat, b.lon);

/** The county's own village-to-village table: km by `from>to` (12-digit codes). */
export type Roads = ReadonlyMap<string, number>;

/** One line of an uploaded table: km, or minutes (at 0.5 km a minute). */
export type RoadLine = { from: string; to: string } & ({ km: number } | { minutes: number });

/** What a minute on the county's roads is worth, where a table gives minutes. */
export const kmPerMinute = 0.5;

export function roadsOf(lines: readonly RoadLine[]): Roads {
  return new Map(lines.map((l) => [`${l.from}>${l.to}`, "km" in l ? l.km : l.minutes * kmPerMinute]));
}

/** A table as the county index asks it: by the posting's village, then the household's; null when it is empty. */
export function statedKm(roads: Roads): Map<number, Map<number, number>> | null {
  const found = new Map<number, Map<number, number>>();
  const put = (posting: number, household: number, km: number) => {
    const row = found.get(posting) ?? new Map<number, number>();
    found.set(posting, row.set(household, km));
  };
  for (const [pair, km] of roads) {
    const [from = "", to = ""] = pair.split(">");
    // As stated from the household to the posting; the way back where only that is stated.
    put(Number(to), Number(from), km);
    if (!roads.has(`${to}>${from}`)) put(Number(from), Number(to), km);
  }
  return found.size === 0 ? null : found;
}

export type Place = { village: string; point: Point };

/**
 * km by road between a household and a posting (matching.md §1): the county's table, read in either
 * direction; for a pair it does not have, the great circle times the detour factor.
 */
export function distanceKm(household: Place, posting: Place, policy: Policy, roads?: Roads): number {
  const stated =
    roads?.get(`${household.village}>${posting.village}`) ??
    roads?.get(`${posting.village}>${household.village}`);
  return stated ?? straightKm(household.point, posting.point) * policy["distance.detour"];
}
