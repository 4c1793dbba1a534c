"use client";
import { Printer } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";

/** Prints the page; what is not for paper carries the class no-print. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" onClick={() => window.print()} className={`no-print ${buttonLook("plain")}`}>
      <Printer aria-hidden className="size-5" />
      {label}
    </button>
  );
}
