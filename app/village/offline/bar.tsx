"use client";
import { CloudOff } from "lucide-react";
import { useEffect } from "react";
import { forgetEverything } from "@/app/village/offline/store";
import { usePhone } from "@/app/village/offline/use-phone";
import { offlineWords } from "@/app/village/offline/words";
import type { Locale } from "@/db/words";

/**
 * On every page of the village: keeps the day's list, sends what waits, and says so when there is something to
 * say. Signing out takes everything along; what was not sent is asked about first.
 */
export function OfflineBar({ owner, locale }: { owner: string; locale: Locale }) {
  const { queue, online } = usePhone(owner, locale);
  const words = offlineWords(locale);
  const open = queue.filter((item) => item.state !== "sent");
  const refused = open.filter((item) => item.state === "refused").length;
  const unsent = open.length;

  useEffect(() => {
    const leaving = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !form.matches("[data-leaves]") || form.dataset.clean) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (unsent > 0) {
        location.assign("/village/offline?leaving=1");
        return;
      }
      form.dataset.clean = "1";
      void forgetEverything(owner).finally(() => form.requestSubmit());
    };
    document.addEventListener("submit", leaving, true);
    return () => document.removeEventListener("submit", leaving, true);
  }, [owner, unsent]);

  if (online && unsent === 0) return null;
  return (
    <div role="status" className="no-print border-b border-amber bg-amber-soft">
      <a
        href="/village/offline"
        className="mx-auto flex min-h-11 max-w-page items-center gap-2 px-4 text-amber underline underline-offset-4 sm:px-6"
      >
        <CloudOff aria-hidden className="size-5 shrink-0" />
        <span>
          {[
            !online && words.now,
            unsent > refused && words.waiting(unsent - refused),
            refused > 0 && words.failed(refused),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </a>
    </div>
  );
}
