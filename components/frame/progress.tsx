"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/** A tap on a link of ours that this tab will follow. */
function follows(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.download) return false;
  const to = new URL(link.href);
  return to.origin === location.origin && to.pathname + to.search !== location.pathname + location.search;
}

/** A line along the top while the next page is on its way, for who waits on a slow connection. */
export function Progress({ label }: { label: string }) {
  const here = `${usePathname()}?${useSearchParams()}`;
  const [left, setLeft] = useState<string | null>(null);
  useEffect(() => {
    const tap = (event: MouseEvent) => follows(event) && setLeft(here);
    document.addEventListener("click", tap, true);
    return () => document.removeEventListener("click", tap, true);
  }, [here]);
  useEffect(() => {
    // An answer that leads back to where we are changes no address.
    const timer = left === null ? undefined : setTimeout(() => setLeft(null), 20_000);
    return () => clearTimeout(timer);
  }, [left]);
  const waits = left === here;
  return (
    <div aria-live="polite" className="no-print fixed inset-x-0 top-0 z-30">
      {waits && (
        <>
          <span className="sr-only">{label}</span>
          <span aria-hidden className="loading-line block h-1 bg-tea" />
        </>
      )}
    </div>
  );
}
