import { aliasedTable, eq, inArray } from "drizzle-orm";
import { divisions } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import type { JudgeContext, Values } from "@/lib/imports/kind";
import type { RowProblemCode } from "@/lib/imports/problems";

const town = aliasedTable(divisions, "town");
type Place = { code: string; name: string; townName: string };

/** Villages and communities, loaded once a file. */
export async function placesOf(from: Source, { cache }: JudgeContext): Promise<readonly Place[]> {
  const kept = cache.get("places");
  if (kept) return kept as Place[];
  const rows = await from
    .select({ code: divisions.code, name: divisions.name, townName: town.name })
    .from(divisions)
    .innerJoin(town, eq(town.code, divisions.parentCode))
    .where(inArray(divisions.kind, ["village", "community"]));
  cache.set("places", rows);
  return rows;
}

const plain = (name: string) =>
  name
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/(民委员会|居民委员会|村委会|居委会|委会|村|社区|镇|乡|街道办事处|街道|办事处)$/, "");

/**
 * The village a row names, by code or by name; two villages may share one, so the town may be needed.
 * @returns null when the row names none.
 */
export function placeNamed(
  places: readonly Place[],
  values: Values,
): { code: string } | { problem: RowProblemCode; field: string } | null {
  const code = values["place.code"];
  if (typeof code === "string") {
    const found = places.find((place) => place.code === code);
    return found ? { code: found.code } : { problem: "unknown-place", field: "place.code" };
  }
  const [village, townName] = [values["place.village"], values["place.town"]];
  if (typeof village !== "string") return null;
  const named = places.filter((place) => plain(place.name) === plain(village));
  const inTown =
    typeof townName === "string" ? named.filter((place) => plain(place.townName) === plain(townName)) : named;
  const [first, second] = inTown;
  if (!first) return { problem: "unknown-place", field: "place.village" };
  return second ? { problem: "same-name-places", field: "place.village" } : { code: first.code };
}
