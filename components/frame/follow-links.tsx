"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { leadsOn } from "@/components/frame/leads-on";

/** The link a tap leads along to another page of ours in this tab; none for a file, a place on this page. */
function followed(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  return link instanceof HTMLAnchorElement && leadsOn(link, location) ? link : null;
}

/**
 * Links are plain ones, a tenth of the server's work of Next's own on pages of a hundred: this takes every tap
 * on one and asks for what is new of the next page alone. Nothing is fetched ahead: on a slow line a page nobody
 * asked for costs too much. A line along the top says that the page is on its way.
 */
export function FollowLinks({ label }: { label: string }) {
  const router = useRouter();
  const here = `${usePathname()}?${useSearchParams()}`;
  const [left, setLeft] = useState<string | null>(null);
  useEffect(() => {
    const tap = (event: MouseEvent) => {
      const link = followed(event);
      if (!link) return;
      event.preventDefault();
      setLeft(here);
      router.push(link.href, { scroll: link.dataset.scroll !== "stay" });
    };
    // A place on a page stands in the history without the router's note, so that the router stays where it is.
    const back = ({ state }: PopStateEvent) => {
      const there = `${location.pathname}?${new URLSearchParams(location.search)}`;
      if (state === null && there !== here) location.reload();
    };
    document.addEventListener("click", tap);
    window.addEventListener("popstate", back);
    return () => {
      document.removeEventListener("click", tap);
      window.removeEventListener("popstate", back);
    };
  }, [here, router]);
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
