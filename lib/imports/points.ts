import type { Writer } from "@/db/client";
import { divisions } from "@/db/schema";
import type { ImportForm } from "@/lib/imports/kind";
import {
  byCode,
  codeKind,
  degreesKind,
  faulty,
  oneRow,
  placeRows,
  presentVillages,
  villageNamed,
  villagesOf,
} from "@/lib/imports/place-rows";
import { refuse } from "@/lib/refusal/refusal";

type Point = { lat: number; lon: number; coordSource: string; accuracyKm: number };
type PointWrite = { code: string; before: Point; after: Point };

/** A village does not lie farther from where it was thought to be. */
const farthestKm = 60;
const kmPerDegree = 111.2;

const apartKm = (a: Point, b: { lat: number; lon: number }) =>
  Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180)) * kmPerDegree;

/** Official points: code, lat, lon, a village a row. */
export const pointForm: ImportForm<PointWrite> = {
  kind: "points",
  needs: ["code", "lat", "lon"],
  ...placeRows([
    { field: "code", kind: codeKind, heads: ["行政区划代码", "code", "区划代码", "村代码", "代码"] },
    { field: "lat", kind: degreesKind, heads: ["纬度", "lat", "latitude", "北纬"] },
    { field: "lon", kind: degreesKind, heads: ["经度", "lon", "lng", "longitude", "东经"] },
  ]),
  keyOf: ({ code }) => (typeof code === "string" ? code : null),
  judge: async (from, units, context) => {
    const villages = await villagesOf(from, context);
    return units.map((unit) => {
      const values = unit.rows[0]?.values ?? {};
      const { lat, lon } = values as { lat?: number; lon?: number };
      const named = villageNamed(villages, "code", values.code, context.scope);
      const absent = (["lat", "lon"] as const)
        .filter((field) => values[field] === undefined)
        .map((field) => faulty(field, "missing"));
      if ("problem" in named || lat === undefined || lon === undefined)
        return oneRow<PointWrite>(
          unit,
          ["problem" in named ? [named.problem] : [], absent].flat(),
          [],
          false,
          {} as PointWrite,
        );
      const before = pointOf(named.village);
      const after = { lat, lon, coordSource: "official", accuracyKm: 0.1 };
      const km = Math.round(apartKm(before, after));
      const problems = km > farthestKm ? [faulty("lat", "too-far", { km })] : [];
      const moved = (["lat", "lon"] as const).filter(
        (field) => Math.abs(before[field] - after[field]) > 1e-7,
      );
      const changes = [
        ...moved,
        ...(before.coordSource === "official" ? [] : (["coordSource"] as const)),
      ].map((field) => ({ subject: "place", field, before: before[field], after: after[field] }));
      return oneRow(unit, problems, changes, false, { code: named.village.code, before, after });
    });
  },
  write: (w, writes) => put(w, writes, "before", "after"),
  undo: async (w, writes) => {
    await put(w, writes, "after", "before");
    return null;
  },
};

const pointOf = ({ lat, lon, coordSource, accuracyKm }: Point): Point => ({
  lat,
  lon,
  coordSource,
  accuracyKm,
});
const isSame = (a: Point, b: Point) => JSON.stringify(pointOf(a)) === JSON.stringify(pointOf(b));

/** @throws Refusal changed when a village is not where it was. */
async function put(
  w: Writer,
  writes: readonly PointWrite[],
  was: "before" | "after",
  is: "before" | "after",
) {
  const present = await presentVillages(
    w,
    writes.map((one) => one.code),
  );
  for (const write of writes) {
    const now = present.get(write.code);
    if (!now || !isSame(now, write[was])) refuse("changed");
    await w.update(divisions).set(write[is]).where(byCode(write.code));
  }
}
