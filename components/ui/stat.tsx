import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";

type Props = {
  label: string;
  /** The figure as text, without unit. */
  value: string;
  unit?: string;
  /** One line under it: the base, the change, the deadline. */
  note?: ReactNode;
  /** Where the figure opens to its list of names. */
  href?: string;
};

/** One figure that opens to what it counts. */
export function Stat({ label, value, unit, note, href }: Props) {
  return (
    <div className="grid content-start gap-0.5">
      <span className="text-ink-soft">
        {href ? (
          <TextLink href={href} className="target">
            {label}
          </TextLink>
        ) : (
          <span className="inline-block py-1">{label}</span>
        )}
      </span>
      <span className="wrap-anywhere">
        <span className="text-xl font-semibold">{value}</span>
        {unit && <span className="ml-1 whitespace-nowrap text-ink-soft">{unit}</span>}
      </span>
      {note && <span className="text-sm text-ink-soft">{note}</span>}
    </div>
  );
}
