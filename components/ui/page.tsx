import type { ReactNode } from "react";
import { join } from "@/components/ui/join";

type Props = {
  children: ReactNode;
  /** text: one column of reading width (forms, details) · page: the full sheet · household: large type. */
  width?: "text" | "page" | "household";
};

const widths = {
  text: "max-w-3xl",
  page: "max-w-page",
  household: "max-w-2xl household-scale",
} as const;

/** The sheet a page is written on; the layout has the main landmark. */
export function Page({ children, width = "page" }: Props) {
  return (
    <div className={join("mx-auto w-full px-4 pt-6 pb-16 sm:px-6 print:py-0", widths[width])}>{children}</div>
  );
}
