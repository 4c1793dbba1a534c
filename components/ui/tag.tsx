import type { ReactNode } from "react";
import { join } from "@/components/ui/join";
import type { PostingKind } from "@/db/words";

export type TagTone = "plain" | "good" | "waiting" | "refused" | "rent" | "dividend" | "wage";

const tones: Record<TagTone, string> = {
  plain: "border-line bg-paper text-ink-soft",
  good: "border-tea bg-tea-soft text-tea",
  waiting: "border-amber bg-amber-soft text-amber",
  refused: "border-seal bg-seal-soft text-seal",
  rent: "border-rent bg-rent-soft text-rent",
  dividend: "border-dividend bg-dividend-soft text-dividend",
  wage: "border-wage bg-wage-soft text-wage",
};

/** A short word in a frame; never the only bearer of a meaning by its color. */
export function Tag({ children, tone = "plain" }: { children: ReactNode; tone?: TagTone }) {
  return (
    <span
      className={join(
        // As wide as its words where it can be: in a narrow place it wraps, a table column keeps it whole.
        "inline-flex w-max max-w-full items-center gap-1 rounded-sm border px-1.5 text-sm leading-6 font-normal",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}

/** The three moneys have their colors; what is bought, joined or contracted has none. */
const moneyOf = {
  job: "wage",
  land: "rent",
  equity: "dividend",
  order: "plain",
  membership: "plain",
  contract: "plain",
} as const satisfies Record<PostingKind, TagTone>;

/** A posting's kind with the sign of what it brings: 薪 用工 · 租 用地 · 股 入股 · 订 订单回购. */
export function MoneyTag({ kind, sign, label }: { kind: PostingKind; sign: string; label: string }) {
  return (
    <Tag tone={moneyOf[kind]}>
      <span aria-hidden className="font-semibold">
        {sign}
      </span>
      {label}
    </Tag>
  );
}
