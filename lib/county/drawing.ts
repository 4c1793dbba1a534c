import { geoMercator, geoPath } from "d3-geo";
import { type Outline, readOutlines } from "@/lib/divisions/files";

/**
 * The county as an SVG drawing, made once from the shipped outlines: 1000 units wide, whole units (one is
 * about 80 m, finer than the outline itself). `place` puts WGS84 degrees on it.
 */
export type Drawing = {
  width: number;
  height: number;
  outline: string;
  towns: { code: string; name: string; path: string; label: [x: number, y: number] }[];
  place: (lat: number, lon: number) => [x: number, y: number];
};

const store = globalThis as { sanjinDrawing?: Drawing };

const feature = ({ ring }: Outline) => ({ type: "Polygon" as const, coordinates: [ring] });

/** Room a town's name takes on the drawing, so that it can still be read at a phone's width. */
const labelWidth = 96;
const labelHeight = 40;

/** Pushes names that would cover each other apart, up and down, a little at a time. */
export function spread(labels: readonly [x: number, y: number][]): [x: number, y: number][] {
  const spots = labels.map(([x, y]): [number, number] => [x, y]);
  for (let round = 0; round < 60; round++) {
    for (const a of spots)
      for (const b of spots) {
        const overlap = labelHeight - Math.abs(a[1] - b[1]);
        if (a === b || Math.abs(a[0] - b[0]) >= labelWidth || overlap <= 0) continue;
        const push = overlap / 4;
        const up = a[1] < b[1] || (a[1] === b[1] && a[0] < b[0]) ? -1 : 1;
        a[1] += up * push;
        b[1] -= up * push;
      }
  }
  return spots.map(([x, y]) => [Math.round(x), Math.round(y)]);
}

function draw(): Drawing {
  const { county, towns } = readOutlines();
  const width = 1000;
  const projection = geoMercator().fitWidth(width - 8, feature(county));
  const path = geoPath(projection).digits(0);
  const [[left, top], [, bottom]] = path.bounds(feature(county));
  projection.translate([projection.translate()[0] - left + 4, projection.translate()[1] - top + 4]);
  const labels = spread(towns.map((town) => path.centroid(feature(town))));
  return {
    width,
    height: Math.ceil(bottom - top) + 8,
    outline: path(feature(county)) ?? "",
    towns: towns.map((town, i) => ({
      code: town.code,
      name: town.name,
      path: path(feature(town)) ?? "",
      label: labels[i] ?? [0, 0],
    })),
    place: (lat, lon) => {
      const [x = 0, y = 0] = projection([lon, lat]) ?? [];
      return [Math.round(x), Math.round(y)];
    },
  };
}

/** The drawing, kept for the life of the process. */
export function countyDrawing(): Drawing {
  store.sanjinDrawing ??= draw();
  return store.sanjinDrawing;
}
