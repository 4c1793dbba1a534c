import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonTone, buttonLook } from "@/components/ui/button-look";

type Props = ComponentProps<typeof Link> & { tone?: ButtonTone; wide?: boolean };

/** A link that looks like a button: for going somewhere to do something. */
export function LinkButton({ tone, wide, className, ...rest }: Props) {
  return <Link prefetch={false} {...rest} className={`${buttonLook(tone, wide)} ${className ?? ""}`} />;
}
