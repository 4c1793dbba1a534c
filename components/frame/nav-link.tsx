"use client";
import { usePathname } from "next/navigation";

/** A link of the header that knows whether we are there. */
export function NavLink({ href, children }: { href: string; children: string }) {
  const path = usePathname();
  const here = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
  return (
    <a
      href={href}
      aria-current={here ? "page" : undefined}
      className="inline-flex min-h-11 w-full items-center border-l-4 border-transparent px-3 aria-[current]:border-tea aria-[current]:font-semibold aria-[current]:text-tea hover:text-tea md:w-auto md:border-b-3 md:border-l-0 md:px-2"
    >
      {children}
    </a>
  );
}
