import type { ComponentProps } from "react";
import { type ButtonTone, buttonLook } from "@/components/ui/button-look";

type Props = ComponentProps<"a"> & { tone?: ButtonTone; wide?: boolean };

/** A link that looks like a button: for going somewhere to do something. */
export function LinkButton({ tone, wide, className, ...rest }: Props) {
  const look = buttonLook(tone, wide);
  return <a {...rest} className={className ? `${look} ${className}` : look} />;
}
