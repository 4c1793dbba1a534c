"use client";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonTone, buttonLook } from "@/components/ui/button-look";

type Props = {
  children: ReactNode;
  /** Shown while the form is under way. */
  pendingLabel: string;
  tone?: ButtonTone;
  wide?: boolean;
  name?: string;
  value?: string;
  className?: string;
};

/** Sends its form once: a second tap while the first is under way does nothing. Works without script. */
export function SubmitButton({ children, pendingLabel, tone, wide, name, value, className }: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
      className={`${buttonLook(tone, wide)} ${className ?? ""}`}
    >
      {pending ? pendingLabel : children}
    </button>
  );
}
