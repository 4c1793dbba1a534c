import type { ComponentProps } from "react";
import { type ButtonTone, buttonLook } from "@/components/ui/button-look";

type Props = ComponentProps<"button"> & { tone?: ButtonTone; wide?: boolean };

/** A button whose label is a verb. In a form use SubmitButton, which shows that it is working. */
export function Button({ tone, wide, className, type = "button", ...rest }: Props) {
  return <button {...rest} type={type} className={`${buttonLook(tone, wide)} ${className ?? ""}`} />;
}
