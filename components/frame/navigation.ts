import type { Asker } from "@/lib/access/asker";
import type { Dictionary } from "@/lib/i18n/dictionary";

type Place = keyof Dictionary["frame"]["go"];
export type NavigationItem = { href: string; place: Place };

/** The home of each role: where signing in leads. */
export const homes: Record<Asker["role"], NavigationItem | null> = {
  household: { href: "/household", place: "household" },
  village: { href: "/village", place: "village" },
  town: { href: "/officer", place: "officer" },
  county: { href: "/officer", place: "officer" },
  enterprise: { href: "/enterprise", place: "enterprise" },
  admin: { href: "/admin", place: "admin" },
  auditor: { href: "/auditor", place: "auditor" },
  public: null,
  system: null,
};

const everyone: readonly NavigationItem[] = [
  { href: "/directory", place: "directory" },
  { href: "/postings", place: "postings" },
  { href: "/notices", place: "notices" },
];

/** What the header offers a role: its own home first, then what is public. */
export function navigationFor(role: Asker["role"]): NavigationItem[] {
  return [homes[role] ?? { href: "/", place: "start" }, ...everyone];
}
