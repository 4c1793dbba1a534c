import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import { join } from "@/components/ui/join";

const looks = {
  good: { box: "border-tea bg-tea-soft", icon: CircleCheck, color: "text-tea" },
  info: { box: "border-edge bg-surface", icon: Info, color: "text-ink-soft" },
  waiting: { box: "border-amber bg-amber-soft", icon: CircleAlert, color: "text-amber" },
  refused: { box: "border-seal bg-seal-soft", icon: CircleAlert, color: "text-seal" },
} as const;

/** What just happened, or what to know before going on. Said aloud when it appears. */
export function Banner({ children, tone = "good" }: { children: ReactNode; tone?: keyof typeof looks }) {
  const { box, icon: Icon, color } = looks[tone];
  return (
    <div
      role={tone === "refused" ? "alert" : "status"}
      className={join("mb-6 flex gap-3 rounded border p-4", box)}
    >
      <Icon aria-hidden className={join("mt-0.5 size-6 shrink-0", color)} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
