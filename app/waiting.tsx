"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page again every so often while something runs on the server. */
export function Waiting({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
