import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { isMessageKind } from "@/lib/messages/kinds";
import { isPolicyKey } from "@/lib/policy/policy";

/** One message as a sentence. @param title what it is about, as `messages.title` keeps it. */
export function messageSentence(locale: Locale, kind: string, title: string): string {
  const { messages: t, policy } = dictionary(locale);
  const about = isPolicyKey(title) ? policy.labels[title] : title;
  return isMessageKind(kind) ? t.kinds[kind](about) : about;
}

/** The same as it leaves the product: in Chinese, with the product's name, and without a link to tap. */
export function messageText(kind: string, title: string): { subject: string; text: string } {
  const { frame, messages: t } = dictionary("zh");
  const sentence = messageSentence("zh", kind, title);
  return { subject: `${frame.product} ${sentence}`, text: t.outside(frame.product, sentence) };
}
