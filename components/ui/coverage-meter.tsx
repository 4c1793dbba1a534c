import type { ReactNode } from "react";

type Props = {
  title: string;
  /** The figure as text: 72.5%, 163/215. */
  figure: string;
  /** What is counted and how, in one sentence. */
  says: ReactNode;
  /** Squares, filled of all. */
  filled: number;
  all: number;
  /** What the picture says, for who cannot see it. */
  alt: string;
  /** The list of names behind the figure. */
  more?: ReactNode;
};

const across = 36;
const step = 10;

const squares = (from: number, to: number): string =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => {
    const at = from + i;
    return `M${(at % across) * step} ${Math.floor(at / across) * step}h8v8h-8z`;
  }).join("");

/** A waffle: one small square per village (or so many households), filled = reached. */
export function CoverageMeter({ title, figure, says, filled, all, alt, more }: Props) {
  const height = Math.ceil(all / across) * step - 2;
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-base">{title}</h3>
        <span className="text-lg font-semibold text-tea">{figure}</span>
      </div>
      {all > 0 && (
        <svg role="img" aria-label={alt} viewBox={`0 0 ${across * step - 2} ${height}`} className="w-full">
          <path d={squares(0, filled)} className="fill-tea" />
          <path d={squares(filled, all)} className="fill-line" />
        </svg>
      )}
      <p className="text-sm text-ink-soft">{says}</p>
      {more}
    </div>
  );
}
