import { Banner } from "@/components/ui/banner";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

/** Says what just went well, when the address carries ?done=. */
export function Done({ done, locale }: { done: string | undefined; locale: Locale }) {
  const words: Record<string, string> = dictionary(locale).done;
  const said = done && Object.hasOwn(words, done) ? words[done] : null;
  return said ? <Banner>{said}</Banner> : null;
}
