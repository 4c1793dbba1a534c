import type { Locale } from "@/db/words";
import { offline as en } from "@/lib/i18n/en/offline";
import { offline as zh } from "@/lib/i18n/zh/offline";

/** A page kept for later gets no words from the server: it brings those of both languages. */
export const offlineWords = (locale: Locale): typeof zh => (locale === "en" ? en : zh);
