import { cookies } from "next/headers";
import { type Locale, locales } from "@/db/words";

/** The cookie the language switch writes. */
export const localeCookie = "locale";

/** A text as a language we have, else Chinese. */
export const localeOf = (text: string | undefined): Locale => locales.find((l) => l === text) ?? "zh";

/** The language of the request. Server only: reads the cookie. */
export async function currentLocale(): Promise<Locale> {
  return localeOf((await cookies()).get(localeCookie)?.value);
}
