import Link from "next/link";
import type { ComponentProps } from "react";

/** A link in text. Nothing is fetched ahead: on a slow line a page nobody asked for costs too much. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={`text-tea underline decoration-1 underline-offset-4 hover:text-tea-deep hover:decoration-2 ${className ?? ""}`}
    />
  );
}
