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

function draw(): Drawing {
  const { county, towns } = readOutlines();
  const width = 1000;
  const projection = geoMercator().fitWidth(width - 8, feature(county));
  const path = geoPath(projection).digits(0);
  const [[left, top], [, bottom]] = path.bounds(feature(county));
  projection.translate([projection.translate()[0] - left + 4, projection.translate()[1] - top + 4]);
  return {
    width,
    height: Math.ceil(bottom - top) + 8,
    outline: path(feature(county)) ?? "",
    towns: towns.map((town) => {
      const [x, y] = path.centroid(feature(town));
      return {
        code: town.code,
        name: town.name,
        path: path(feature(town)) ?? "",
        label: [Math.round(x), Math.round(y)],
      };
    }),
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
