import { headers } from "next/headers";

/** The full address of a page of ours, as this reader reaches it: what a QR code needs. */
export async function hereOf(path: string): Promise<string> {
  const asked = await headers();
  const first = (name: string) => asked.get(name)?.split(",")[0]?.trim();
  const host = first("x-forwarded-host") ?? first("host") ?? "localhost";
  const isSafe = /^[\w.:[\]-]{1,255}$/.test(host);
  const scheme = first("x-forwarded-proto") === "https" ? "https" : "http";
  return `${scheme}://${isSafe ? host : "localhost"}${path}`;
}
