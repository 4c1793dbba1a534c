import type { ReactNode } from "react";
import type { PostingKind } from "@/db/words";

export type TagTone = "plain" | "good" | "waiting" | "refused" | "rent" | "dividend" | "wage";

/** A short word in a frame; never the only bearer of a meaning by its color. */
export function Tag({ children, tone = "plain" }: { children: ReactNode; tone?: TagTone }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
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
