import type { ReactNode } from "react";

/** What will appear here, and the one thing to do now. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-start gap-2 rounded border border-dashed border-edge p-6">
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-measure text-ink-soft">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
