import type { Dictionary } from "@/lib/i18n/dictionary";

/** The sentence of ?done=key, or null for none or one that is not ours. */
export const doneSentence = (t: Dictionary, key: unknown): string | null =>
  typeof key === "string" && Object.hasOwn(t.done, key) ? t.done[key as keyof Dictionary["done"]] : null;
