"use client";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

type Props = { label: ReactNode; children: ReactNode; className?: string; labelClassName: string };

/**
 * A details element that opens what it holds, with script or without. With script it also closes: by Escape,
 * by a tap elsewhere, and on arriving at another page, since the header outlives pages.
 */
export function Menu({ label, children, className, labelClassName }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what tells that we arrived
  useEffect(() => menu.current?.removeAttribute("open"), [path]);
  useEffect(() => {
    const tap = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target))
        menu.current?.removeAttribute("open");
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.removeAttribute("open");
      menu.current.querySelector("summary")?.focus();
    };
    document.addEventListener("click", tap);
    document.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("click", tap);
      document.removeEventListener("keydown", key);
    };
  }, []);
  return (
    <details ref={menu} className={className}>
      <summary className={`list-none ${labelClassName}`}>{label}</summary>
      {children}
    </details>
  );
}
