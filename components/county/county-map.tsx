import { useId } from "react";
import { SaveDrawing } from "@/components/charts/save-drawing";
import { ZoomBox } from "@/components/county/zoom-box";
import { join } from "@/components/ui/join";

export type MapArea = {
  code: string;
  name: string;
  path: string;
  label: [x: number, y: number];
  href?: string;
  note?: string;
};
export type MapPoint = {
  key: string;
  x: number;
  y: number;
  /** What it is, said and shown as its title. */
  name: string;
  /**
   * For a finger or a mouse. By keyboard and for screen readers there are too many points to go through: the
   * same address must stand in the table beside the map.
   */
  href?: string;
  tone?: "tea" | "rent" | "dividend" | "wage" | "plain";
  /** Radius in the drawing's units (the county is 1000 wide). */
  radius?: number;
  hollow?: boolean;
};
type Props = {
  /** What the map shows, as a sentence that states its finding. */
  title: string;
  width: number;
  height: number;
  outline: string;
  towns: readonly MapArea[];
  points: readonly MapPoint[];
  /** That points and borders are indicative. */
  caution: string;
  /** Where the same stands as a table. */
  twin?: { href: string; label: string };
  /** Words of the buttons that enlarge it. */
  zoom: { in: string; out: string; all: string; keys: string; save: string };
  className?: string;
};

const fills = {
  tea: "fill-tea stroke-tea",
  rent: "fill-rent stroke-rent",
  dividend: "fill-dividend stroke-dividend",
  wage: "fill-wage stroke-wage",
  plain: "fill-ink-soft stroke-ink-soft",
} as const;

/** The county drawn from its shipped outline (lib/county/drawing.ts). Towns and points may be links. */
export function CountyMap({
  title,
  width,
  height,
  outline,
  towns,
  points,
  caution,
  twin,
  zoom,
  className,
}: Props) {
  const id = useId();
  const linked = towns.some((town) => town.href);
  return (
    <figure id={id} className={className}>
      <ZoomBox size={{ width, height }} words={zoom}>
        <svg
          role={linked ? "group" : "img"}
          aria-label={title}
          viewBox={`0 0 ${width} ${height}`}
          className="h-auto w-full"
        >
          <path d={outline} className="fill-surface stroke-edge stroke-2" />
          {towns.map((town) => (
            <Town key={town.code} town={town} />
          ))}
          <g aria-hidden>
            {points.map((point) => (
              <Point key={point.key} point={point} />
            ))}
          </g>
          <g aria-hidden className="pointer-events-none">
            {towns.map(({ code, name, label }) => (
              <text
                key={code}
                x={label[0]}
                y={label[1]}
                textAnchor="middle"
                className="fill-ink stroke-surface text-[34px] font-semibold [paint-order:stroke] [stroke-width:8px] sm:text-[26px]"
              >
                {name}
              </text>
            ))}
          </g>
        </svg>
      </ZoomBox>
      <figcaption className="mt-2 text-sm text-ink-soft">
        <span className="block">{caution}</span>
        <span className="flex flex-wrap gap-x-4">
          {twin && (
            <a href={twin.href} className="target text-tea underline underline-offset-4">
              {twin.label}
            </a>
          )}
          <SaveDrawing within={id} name="map" label={zoom.save} />
        </span>
      </figcaption>
    </figure>
  );
}

function Town({ town }: { town: MapArea }) {
  const shape = (
    <path
      d={town.path}
      className={join(
        "fill-transparent stroke-line stroke-2",
        town.href && "transition-colors duration-100 hover:fill-tea-soft",
      )}
    />
  );
  if (!town.href) return shape;
  return (
    <a href={town.href} aria-label={town.note ?? town.name} className="group outline-none">
      {shape}
      <path
        d={town.path}
        className="pointer-events-none fill-none stroke-tea stroke-[5] opacity-0 group-focus-visible:opacity-100"
      />
    </a>
  );
}

function Point({ point }: { point: MapPoint }) {
  const circle = (
    <circle
      cx={point.x}
      cy={point.y}
      r={point.radius ?? 6}
      className={join(
        // Spelled out over the fill, whatever order the style sheet has the two in.
        fills[point.tone ?? "tea"],
        "stroke-2",
        point.hollow && "fill-surface!",
      )}
    >
      <title>{point.name}</title>
    </circle>
  );
  if (!point.href) return circle;
  return (
    <a href={point.href} tabIndex={-1} className="outline-none">
      {/* The finger's target, wider than the point. */}
      <circle cx={point.x} cy={point.y} r={(point.radius ?? 6) + 8} fill="transparent" />
      {circle}
    </a>
  );
}
