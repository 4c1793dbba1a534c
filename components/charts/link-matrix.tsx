export type LinkRow = { name: string; href?: string; counts: readonly number[]; all: number };
type Props = {
  title: string;
  /** Short names of the columns, in their order. */
  columns: readonly string[];
  rows: readonly LinkRow[];
  say: (count: number) => string;
};

const nameWidth = 250;
const head = 70;
const cell = 40;

/** Who reaches where: a row an enterprise, a column a town, a dot as large as the households linked. */
export function LinkMatrix({ title, columns, rows, say }: Props) {
  const most = Math.max(1, ...rows.flatMap((row) => row.counts));
  const width = nameWidth + columns.length * cell + 70;
  const height = head + rows.length * cell + 8;
  return (
    <>
      <Bars title={title} rows={rows} say={say} />
      <svg
        role="img"
        aria-label={title}
        viewBox={`0 0 ${width} ${height}`}
        className="hidden h-auto w-full md:block"
      >
        {columns.map((column, i) => (
          <text
            key={column}
            x={nameWidth + i * cell + cell / 2}
            y={head - 12}
            transform={`rotate(-50 ${nameWidth + i * cell + cell / 2} ${head - 12})`}
            className="fill-ink-soft text-[18px]"
          >
            {column}
          </text>
        ))}
        {rows.map((row, j) => {
          const y = head + j * cell + cell / 2;
          return (
            <g key={row.name}>
              <path d={`M0 ${y + cell / 2}H${width}`} className="stroke-line" />
              <text x="0" y={y + 6} className="fill-ink text-[18px]">
                <title>{row.name}</title>
                {row.name.length > 13 ? `${row.name.slice(0, 12)}…` : row.name}
              </text>
              {row.counts.map(
                (count, i) =>
                  count > 0 && (
                    <circle
                      key={columns[i]}
                      cx={nameWidth + i * cell + cell / 2}
                      cy={y}
                      // The area tells the number.
                      r={Math.max(2.5, (cell / 2 - 2) * Math.sqrt(count / most))}
                      className="fill-tea"
                    >
                      <title>{`${row.name} · ${columns[i]} ${say(count)}`}</title>
                    </circle>
                  ),
              )}
              <text x={width} y={y + 6} textAnchor="end" className="fill-ink text-[18px] font-semibold">
                {say(row.all)}
              </text>
            </g>
          );
        })}
      </svg>
    </>
  );
}

/** On a phone there is no room for the towns: the totals as bars; the table has the rest. */
function Bars({ title, rows, say }: Omit<Props, "columns">) {
  const most = Math.max(1, ...rows.map((row) => row.all));
  return (
    <ul aria-label={title} className="grid gap-2 md:hidden">
      {rows.map((row) => (
        <li key={row.name}>
          <span className="flex justify-between gap-3">
            <span className="min-w-0">{row.name}</span>
            <span className="whitespace-nowrap tabular-nums">{say(row.all)}</span>
          </span>
          <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="h-1.5 w-full">
            <rect width={(100 * row.all) / most} height="4" className="fill-tea" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
