import { niceScale } from "@/components/charts/scale";

export type LinePoint = { label: string; value: number };
type Props = {
  title: string;
  points: readonly LinePoint[];
  /** A tick's number as people read it. */
  say: (value: number) => string;
};

const width = 420;
const height = 220;
const left = 58;
const right = 12;
const top = 22;
const bottom = 28;

/** One quantity over time; the last value is written at its end. */
export function LineChart({ title, points, say }: Props) {
  const { end, ticks } = niceScale(Math.max(0, ...points.map((point) => point.value)));
  const x = (i: number) =>
    left + (points.length < 2 ? 0 : (i * (width - left - right)) / (points.length - 1));
  const y = (value: number) => height - bottom - (value / end) * (height - top - bottom);
  const path = points.map(
    (point, i) => `${i === 0 ? "M" : "L"}${x(i).toFixed(1)} ${y(point.value).toFixed(1)}`,
  );
  const last = points.at(-1);
  // Four labels stand side by side under a phone's width; a fifth would touch the last.
  const every = Math.max(1, Math.ceil(points.length / 4));
  return (
    <svg role="img" aria-label={title} viewBox={`0 0 ${width} ${height}`} className="h-auto w-full max-w-2xl">
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${y(tick)}H${width - right}`} className="stroke-line" />
          <text x={left - 8} y={y(tick) + 5} textAnchor="end" className="fill-ink-soft text-[13px]">
            {say(tick)}
          </text>
        </g>
      ))}
      <path d={path.join("")} className="fill-none stroke-tea stroke-3" />
      {points.map((point, i) => (
        <g key={point.label}>
          <circle cx={x(i)} cy={y(point.value)} r={i === points.length - 1 ? 5 : 2.5} className="fill-tea">
            <title>{`${point.label} ${say(point.value)}`}</title>
          </circle>
          {(points.length - 1 - i) % every === 0 && (
            <text
              x={x(i)}
              y={height - 8}
              textAnchor={i === points.length - 1 ? "end" : "middle"}
              className="fill-ink-soft text-[13px]"
            >
              {point.label}
            </text>
          )}
        </g>
      ))}
      {last && (
        <text
          x={width - right}
          y={Math.max(20, y(last.value) - 12)}
          textAnchor="end"
          className="fill-ink text-[16px] font-semibold"
        >
          {say(last.value)}
        </text>
      )}
    </svg>
  );
}
