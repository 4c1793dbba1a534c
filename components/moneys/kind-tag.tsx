import { toneOfKind, toneOfLight } from "@/components/moneys/words";
import { Tag } from "@/components/ui/tag";
import type { Locale, MoneyKind } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import type { OwedLight } from "@/lib/moneys/late";

/** 租 租金: which money it is, never by color alone. */
export function KindTag({ kind, locale }: { kind: MoneyKind; locale: Locale }) {
  const { moneys, words } = dictionary(locale);
  return (
    <Tag tone={toneOfKind[kind]}>
      <span aria-hidden className="font-semibold">
        {moneys.sign[kind]}
      </span>
      {words.moneyKind[kind]}
    </Tag>
  );
}

/** 已付清 · 还没到日子 · 该付了 · 拖欠. */
export function LightTag({ light, locale }: { light: OwedLight; locale: Locale }) {
  return <Tag tone={toneOfLight[light]}>{dictionary(locale).moneys.light[light]}</Tag>;
}
