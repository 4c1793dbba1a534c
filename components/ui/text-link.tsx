import type { ComponentProps } from "react";

/** A link in text. A file, or whatever else is no page of ours, says rel="external". */
export function TextLink({ className, ...rest }: ComponentProps<"a">) {
  return <a {...rest} className={className ? `link ${className}` : "link"} />;
}
