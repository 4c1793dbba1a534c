import type { ReactNode } from "react";
import { join } from "@/components/ui/join";

type Props = {
  children: ReactNode;
  title?: string;
  /** A figure or link at the right of the title. */
  aside?: ReactNode;
  /** Heading level of the title. */
  level?: 2 | 3;
  className?: string;
  id?: string;
};

/** A sheet on the sheet: hairline, no shadow. */
export function Card({ children, title, aside, level = 2, className, id }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section id={id} className={join("rounded border border-line bg-surface p-4 sm:p-5", className)}>
      {title && (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <Heading className="text-lg">{title}</Heading>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
