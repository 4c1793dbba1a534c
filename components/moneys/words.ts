import type { TagTone } from "@/components/ui/tag";
import type { Locale, MoneyKind } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatDayWithYear, formatMoney } from "@/lib/i18n/format";
import type { OwedLight } from "@/lib/moneys/late";
import type { Line } from "@/lib/moneys/queries/lines";

export const toneOfKind: Record<MoneyKind, TagTone> = {
  rent: "rent",
  dividend: "dividend",
  wage: "wage",
  sale: "plain",
  fee: "plain",
};
export const toneOfLight: Record<OwedLight, TagTone> = {
  paid: "good",
  open: "plain",
  amber: "waiting",
  red: "refused",
};

type Period = Pick<Line, "basis" | "periodFrom" | "periodTo">;

/** 租金，2026年1月1日至12月31日: what a line is for, as far as it is not its amount. */
export function whatFor(locale: Locale, { basis, periodFrom, periodTo }: Period): string {
  const { words, moneys } = dictionary(locale);
  const day = (at: string) => formatDayWithYear(locale, at);
  const when =
    basis === "delivery" ? moneys.forDay(day(periodFrom)) : moneys.forPeriod(day(periodFrom), day(periodTo));
  return `${words.dueBasis[basis]} · ${when}`;
}

/** How much is still missing, in whole fen. */
export const missingFen = ({ amountFen, paidFen }: Pick<Line, "amountFen" | "paidFen">): number =>
  amountFen - paidFen;

/** 11月30日前应到, or that it should have come. */
export function dueSays(locale: Locale, { dueOn }: Pick<Line, "dueOn">, today: string): string {
  const { moneys } = dictionary(locale);
  const day =
    dueOn.slice(0, 4) === today.slice(0, 4) ? formatDay(locale, dueOn) : formatDayWithYear(locale, dueOn);
  return dueOn < today ? moneys.dueByPast(day) : moneys.dueBy(day);
}

/** 已付 500 元，还差 1,000 元; nothing while nothing or all is paid. */
export function partPaid(locale: Locale, line: Pick<Line, "amountFen" | "paidFen">): string | null {
  if (line.paidFen === 0 || line.paidFen >= line.amountFen) return null;
  return dictionary(locale).moneys.partPaid(
    formatMoney(locale, line.paidFen),
    formatMoney(locale, missingFen(line)),
  );
}
