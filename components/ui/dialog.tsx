"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { type ButtonTone, buttonLook } from "@/components/ui/button-look";

type Props = { label: string; tone?: ButtonTone; title: string; closeLabel: string; children: ReactNode };

/**
 * What floats above the page. Only for what has another way without script: a decision is a ConfirmButton, a
 * form is a page.
 */
export function Dialog({ label, tone = "plain", title, closeLabel, children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger className={buttonLook(tone)}>{label}</Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 bg-ink/40" />
        <Base.Popup className="fixed inset-x-4 top-1/2 mx-auto max-h-[85dvh] max-w-xl -translate-y-1/2 overflow-y-auto rounded bg-surface p-5 shadow-float">
          <Base.Title className="mb-3 text-lg font-semibold">{title}</Base.Title>
          {children}
          <Base.Close className={`${buttonLook("plain")} mt-5`}>{closeLabel}</Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
