import type { Locale } from "@/db/words";
import { en } from "@/lib/i18n/en/all";
import { zh } from "@/lib/i18n/zh/all";

/** Everything said on screen. Chinese is the type; English must say all of it. */
export type Dictionary = typeof zh;

const dictionaries: Record<Locale, Dictionary> = { zh, en };

export const dictionary = (locale: Locale): Dictionary => dictionaries[locale];
