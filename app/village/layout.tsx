import type { ReactNode } from "react";
import { OfflineBar } from "@/app/village/offline/bar";
import { currentLocale } from "@/lib/i18n/locale";
import { currentAsker } from "@/lib/users/session";

/** Above every page of the village: whether there is a connection, and what waits to be sent. */
export default async function VillageLayout({ children }: { children: ReactNode }) {
  const [asker, locale] = await Promise.all([currentAsker(), currentLocale()]);
  return (
    <>
      {asker.role === "village" && asker.userId && <OfflineBar owner={asker.userId} locale={locale} />}
      {children}
    </>
  );
}
