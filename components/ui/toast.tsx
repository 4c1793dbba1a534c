"use client";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";

type Props = {
  children: ReactNode;
  /** 关闭提示 */
  closeLabel: string;
  /** Stays until closed or no longer rendered; otherwise it goes after eight seconds. */
  stays?: boolean;
};

/** A short word about something that happened aside from the page: saved on this phone, sent, back online. */
export function Toast({ children, closeLabel, stays }: Props) {
  const [open, setOpen] = useState(true);
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => setOpen(false), 8000);
    return () => clearTimeout(timer);
  }, [stays]);
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-4 bottom-4 z-30 flex justify-center"
    >
      {open && (
        <div className="pointer-events-auto flex max-w-measure items-center gap-2 rounded border border-edge bg-surface py-1 pl-4 shadow-float">
          <div className="min-w-0 py-1">{children}</div>
          <button
            type="button"
            onClick={() => setOpen(false)}
            className="grid size-11 shrink-0 place-items-center text-ink-soft hover:text-ink"
          >
            <X aria-hidden className="size-5" />
            <span className="sr-only">{closeLabel}</span>
          </button>
        </div>
      )}
    </div>
  );
}
