import { niceScale } from "@/components/charts/scale";

const moneys = ["rent", "dividend", "wage"] as const;
export type Money = (typeof moneys)[number];
export type MoneyMonth = { label: string; due: Record<Money, number>; paid: Record<Money, number> };
type Props = {
  title: string;
  months: readonly MoneyMonth[];
  say: (fen: number) => string;
  /** 租 股 薪: money is never told by its color alone. */
  signs: Record<Money, string>;
  names: Record<Money, string>;
};

const fills = { rent: "fill-rent", dividend: "fill-dividend", wage: "fill-wage" } as const;
const strokes = { rent: "stroke-rent", dividend: "stroke-dividend", wage: "stroke-wage" } as const;
const width = 420;
const height = 240;
const left = 58;
const right = 4;
const top = 36;
const bottom = 26;

/** Twelve months of the three moneys: what was due in outline, what was paid filled, stacked. */
export function MoneyBars({ title, months, say, signs, names }: Props) {
  const sum = (parts: Record<Money, number>) => moneys.reduce((all, money) => all + parts[money], 0);
  const { end, ticks } = niceScale(
    Math.max(0, ...months.map(({ due, paid }) => Math.max(sum(due), sum(paid)))),
  );
  const slot = (width - left - right) / Math.max(1, months.length);
  const y = (fen: number) => height - bottom - (fen / end) * (height - top - bottom);
  return (
    <svg role="img" aria-label={title} viewBox={`0 0 ${width} ${height}`} className="h-auto w-full max-w-2xl">
      {moneys.map((money, i) => (
        <g key={money} transform={`translate(${i * 110 + 20} 4)`}>
          <rect width="16" height="16" rx="3" className={fills[money]} />
          <text x="22" y="13" className="fill-ink text-[13px]">
            {signs[money]} {names[money]}
          </text>
        </g>
      ))}
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${y(tick)}H${width - right}`} className="stroke-line" />
          <text x={left - 8} y={y(tick) + 5} textAnchor="end" className="fill-ink-soft text-[13px]">
            {say(tick)}
          </text>
        </g>
      ))}
      {months.map((month, i) => (
        <Month
          key={month.label}
          month={month}
          x={left + i * slot}
          slot={slot}
          y={y}
          say={say}
          names={names}
        />
      ))}
    </svg>
  );
}

type MonthProps = {
  month: MoneyMonth;
  x: number;
  slot: number;
  y: (fen: number) => number;
  say: (fen: number) => string;
  names: Record<Money, string>;
};

function Month({ month, x, slot, y, say, names }: MonthProps) {
  const bar = slot * 0.72;
  let dueBelow = 0;
  let paidBelow = 0;
  return (
    <g>
      {moneys.map((money) => {
        const [dueFrom, paidFrom] = [dueBelow, paidBelow];
        dueBelow += month.due[money];
        paidBelow += month.paid[money];
        const box = (from: number, to: number) => ({ y: y(to), height: Math.max(0, y(from) - y(to)) });
        return (
          <g key={money}>
            <rect x={x + slot * 0.14} width={bar} {...box(paidFrom, paidBelow)} className={fills[money]}>
              <title>{`${month.label} ${names[money]} ${say(month.paid[money])} / ${say(month.due[money])}`}</title>
            </rect>
            <rect
              x={x + slot * 0.14}
              width={bar}
              {...box(dueFrom, dueBelow)}
              className={`fill-none stroke-2 ${strokes[money]}`}
            />
          </g>
        );
      })}
      <text x={x + slot / 2} y={height - 8} textAnchor="middle" className="fill-ink-soft text-[13px]">
        {month.label}
      </text>
    </g>
  );
}
