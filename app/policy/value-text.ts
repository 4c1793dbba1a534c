import type { Locale } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatList, formatMoney, formatNumber, formatRate, formatShare } from "@/lib/i18n/format";
import { type ParameterKind, parameterKinds } from "@/lib/policy/kinds";
import type { PolicyKey } from "@/lib/policy/policy";

/** A value as people read it: 劳动力 50%、距离 30%; 1,800 元/月; 8 公里. */
export function valueText(locale: Locale, t: Dictionary["policy"], key: PolicyKey, value: unknown): string {
  const kind: ParameterKind = parameterKinds[key];
  const unit = (n: string, of: keyof typeof t.units | null) => (of ? `${n} ${t.units[of]}` : n);
  switch (kind.as) {
    case "shares": {
      const shares = value as Record<string, number>;
      return formatList(
        locale,
        kind.names.map((name) => `${t.shares[name] ?? name} ${formatShare(locale, shares[name] ?? 0, 1)}`),
      );
    }
    case "number":
      return unit(formatNumber(locale, Number(value), kind.decimals), kind.unit);
    case "money":
      return kind.unit === "yuan"
        ? formatMoney(locale, Number(value))
        : unit(formatNumber(locale, Number(value) / 100, 2), kind.unit);
    case "rate":
      return formatRate(locale, Number(value));
    case "day-of-year":
      return t.dayOfYear(formatDay(locale, `2001-${String(value)}`));
    case "one-of":
      return t.words[String(value)] ?? String(value);
  }
}
