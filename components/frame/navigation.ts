import type { Role } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { homeOf } from "@/lib/users/users";

type Place = keyof Dictionary["frame"]["go"];
export type NavigationItem = { href: string; place: Place };

/** What the home of each role is called. */
const places: Record<Role, Place> = {
  household: "household",
  village: "village",
  town: "officer",
  county: "officer",
  enterprise: "enterprise",
  admin: "admin",
  auditor: "auditor",
};

const everyone: readonly NavigationItem[] = [
  { href: "/directory", place: "directory" },
  { href: "/postings", place: "postings" },
  { href: "/notices", place: "notices" },
];

/** What the header offers a role: its own home first, then what is public. */
export function navigationFor(role: Asker["role"]): NavigationItem[] {
  const place = role === "public" || role === "system" ? "start" : places[role];
  return [{ href: homeOf({ role }), place }, ...everyone];
}
