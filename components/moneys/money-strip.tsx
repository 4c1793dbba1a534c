import { join } from "@/components/ui/join";
import { type Locale, type MoneyKind, type ThreeMoney, threeMoneys } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney, formatMonths } from "@/lib/i18n/format";

export type StripPart = { month: string; kind: MoneyKind; dueFen: number; paidFen: number; lateFen: number };
type Props = {
  /** Sums by month (YYYY-MM) and kind; what is not one of the three moneys is left out. */
  parts: readonly StripPart[];
  /** The twelve months to show, in order. */
  months: readonly string[];
  locale: Locale;
};

const fills: Record<ThreeMoney, string> = { rent: "bg-rent", dividend: "bg-dividend", wage: "bg-wage" };
const edges: Record<ThreeMoney, string> = {
  rent: "border-rent",
  dividend: "border-dividend",
  wage: "border-wage",
};
const heightPx = 88;

/**
 * Three-money line: twelve cells, each stacked rent, dividend, wage; due in outline, paid filled, late hatched
 * in amber. A screen reader hears one sentence a month.
 */
export function MoneyStrip({ parts, months, locale }: Props) {
  const { moneys: t, words } = dictionary(locale);
  const three = parts.filter((part) => (threeMoneys as readonly string[]).includes(part.kind));
  const ofMonth = (month: string) => three.filter((part) => part.month === month);
  const sum = (list: readonly StripPart[], of: "dueFen" | "paidFen" | "lateFen") =>
    list.reduce((all, part) => all + part[of], 0);
  const most = Math.max(1, ...months.map((month) => sum(ofMonth(month), "dueFen")));
  const says = (month: string): string => {
    const list = ofMonth(month);
    const n = Number(month.slice(5));
    const [due, paid, late] = (["dueFen", "paidFen", "lateFen"] as const).map((of) => sum(list, of));
    if (!due) return t.strip.nothing(n);
    const money = (fen: number) => formatMoney(locale, fen);
    return t.strip.says(n, money(due), money(paid ?? 0), late ? money(late) : null);
  };
  return (
    <figure className="grid gap-2">
      <ol aria-label={t.strip.title} className="grid grid-cols-12 gap-0.5 sm:gap-1">
        {months.map((month) => (
          <li key={month} className="grid min-w-0 gap-1">
            <span className="sr-only">{says(month)}</span>
            <span
              aria-hidden
              className="flex flex-col-reverse justify-start border-b border-edge bg-paper"
              style={{ height: heightPx }}
            >
              {threeMoneys.map((kind) => (
                <Stack
                  key={kind}
                  kind={kind}
                  part={ofMonth(month).find((part) => part.kind === kind)}
                  perFen={(heightPx - 12) / most}
                />
              ))}
            </span>
            <span aria-hidden className="text-center text-xs whitespace-nowrap text-ink-soft">
              <span className="sm:hidden">{Number(month.slice(5))}</span>
              <span className="hidden sm:inline">
                {formatMonths(locale, 1 << (Number(month.slice(5)) - 1))}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
        {threeMoneys.map((kind) => (
          <span key={kind} className="inline-flex items-center gap-1.5">
            <span aria-hidden className={join("size-3 rounded-sm", fills[kind])} />
            {words.moneyKind[kind]}
          </span>
        ))}
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-3 rounded-sm border border-ink-soft" />
          {t.strip.due}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-3 rounded-sm bg-ink-soft" />
          {t.strip.paid}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="late-hatch size-3 rounded-sm border border-amber" />
          {t.strip.late}
        </span>
      </figcaption>
    </figure>
  );
}

type StackProps = { kind: ThreeMoney; part: StripPart | undefined; perFen: number };

/** One money of one month: filled, hatched and outlined pieces; the least there is stays visible. */
function Stack({ kind, part, perFen }: StackProps) {
  if (!part || part.dueFen === 0) return null;
  const openFen = part.dueFen - part.paidFen - part.lateFen;
  const height = (fen: number) => Math.max(3, Math.round(fen * perFen));
  return (
    <>
      {part.paidFen > 0 && <span className={fills[kind]} style={{ height: height(part.paidFen) }} />}
      {part.lateFen > 0 && (
        <span className="late-hatch border border-amber" style={{ height: height(part.lateFen) }} />
      )}
      {openFen > 0 && (
        <span className={join("border bg-surface", edges[kind])} style={{ height: height(openFen) }} />
      )}
    </>
  );
}
