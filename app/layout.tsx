import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { type ReactNode, Suspense } from "react";
import { leave } from "@/app/leave";
import { Whose } from "@/app/whose";
import { Drafts } from "@/components/frame/drafts";
import { FollowLinks } from "@/components/frame/follow-links";
import { Footer } from "@/components/frame/footer";
import { Header } from "@/components/frame/header";
import { themeOf } from "@/components/frame/themes";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { unreadMessages } from "@/lib/messages/queries";
import { currentAsker } from "@/lib/users/session";
import "./globals.css";

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export async function generateMetadata(): Promise<Metadata> {
  const { frame } = dictionary(await currentLocale());
  return {
    title: { default: `${frame.product} · ${frame.county}`, template: `%s · ${frame.product}` },
    description: frame.tagline,
  };
}

/** What stands around every page. */
export default async function Layout({ children }: { children: ReactNode }) {
  const [locale, asker, jar] = await Promise.all([currentLocale(), currentAsker(), cookies()]);
  const theme = themeOf(jar.get("theme")?.value);
  const t = dictionary(locale);
  const unread = await unreadMessages(asker);
  return (
    <html lang={locale === "zh" ? "zh-CN" : "en"} data-theme={theme === "system" ? undefined : theme}>
      <body className="flex min-h-dvh flex-col">
        <Suspense>
          <FollowLinks label={t.frame.loading} />
          <Drafts owner={asker.userId ?? ""} words={t.frame.drafts} />
        </Suspense>
        <a
          href="#content"
          className="absolute -top-20 left-4 z-20 rounded bg-tea px-4 py-2 text-on-tea focus:top-2"
        >
          {t.frame.skip}
        </a>
        <Header t={t} locale={locale} asker={asker} unread={unread} signOut={leave} />
        <main id="content" tabIndex={-1} className="relative grow outline-none">
          {asker.role === "household" && <Whose name={asker.name} t={t} />}
          {children}
        </main>
        <Footer t={t} theme={theme} demo={process.env.SANJIN_MODE !== "live"} />
      </body>
    </html>
  );
}
