"use client";
import { Button } from "@/components/ui/button";
import { frame as en } from "@/lib/i18n/en/frame";
import { frame as zh } from "@/lib/i18n/zh/frame";
import "./globals.css";

/** The frame itself could not be drawn: nobody's language is known then, so it says it in both. */
export default function FrameFailed({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="zh-CN">
      <body>
        <main className="mx-auto grid max-w-2xl gap-8 p-6">
          <title>{zh.failed.title}</title>
          {[
            { lang: "zh-CN", words: zh.failed },
            { lang: "en", words: en.failed },
          ].map(({ lang, words }) => (
            <section key={lang} lang={lang} className="grid justify-items-start gap-3">
              <h1 className="text-xl">{words.title}</h1>
              <p>{words.body}</p>
              {error.digest && <p className="text-sm text-ink-soft">{words.number(error.digest)}</p>}
              <Button onClick={reset}>{words.again}</Button>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
