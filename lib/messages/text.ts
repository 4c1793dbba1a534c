import { z } from "zod";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatMoney, formatNumber } from "@/lib/i18n/format";
import { isMessageKind } from "@/lib/messages/kinds";
import { isPolicyKey } from "@/lib/policy/policy";

/** A message as it is kept: its title is what it is about, `facts` what the audit's row of it holds. */
export type MessageText = { kind: string; title: string; facts?: unknown };

/** One message as a sentence. */
export function messageSentence(locale: Locale, { kind, title, facts }: MessageText): string {
  const { messages: t, policy } = dictionary(locale);
  const about = isPolicyKey(title) ? policy.labels[title] : title;
  return withFacts(locale, kind, about, facts) ?? (isMessageKind(kind) ? t.kinds[kind](about) : about);
}

const delivery = z.object({
  enterprise: z.string(),
  deliveredOn: z.string(),
  product: z.string(),
  quantity: z.number(),
  unit: z.enum(["jin", "head"]),
  amountFen: z.number(),
});
const part = z.object({ enterprise: z.string(), year: z.number(), amountFen: z.number() });

/** The sentence that names what was recorded; null for a kind that has none, or a row of before it was kept. */
function withFacts(locale: Locale, kind: string, about: string, facts: unknown): string | null {
  const { messages, moneys } = dictionary(locale);
  const t = messages.said;
  const sold = kind === "delivery.record" ? delivery.safeParse(facts).data : undefined;
  if (sold) {
    const { enterprise, deliveredOn, product, quantity, unit, amountFen } = sold;
    const what = `${product} ${formatNumber(locale, quantity, 2)} ${moneys.unit[unit]}`;
    return t.delivery(
      about,
      enterprise,
      formatDayWithYear(locale, deliveredOn),
      what,
      formatMoney(locale, amountFen),
    );
  }
  const year = kind === "profit.declare-part" ? part.safeParse(facts).data : undefined;
  if (!year) return null;
  return year.amountFen > 0
    ? t.profit(about, year.enterprise, year.year, formatMoney(locale, year.amountFen))
    : t.noProfit(about, year.enterprise, year.year);
}

/** The same as it leaves the product: in Chinese, with the product's name, and without a link to tap. */
export function messageText(message: MessageText): { subject: string; text: string } {
  const { frame, messages: t } = dictionary("zh");
  const sentence = messageSentence("zh", message);
  return { subject: `${frame.product} ${sentence}`, text: t.outside(frame.product, sentence) };
}
