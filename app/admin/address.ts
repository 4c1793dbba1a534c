import { addressOf } from "@/components/ui/address";
import type { Chip } from "@/components/ui/filter-chips";

/** The list of accounts as its address holds it. */
export type ListAddress = { q?: string; role?: string; state?: string; cursor?: string };

/** The same list with something changed; a change of filter begins at the first page. */
export function listHref(address: ListAddress, change: ListAddress): string {
  const { cursor, ...filters } = { ...address, cursor: undefined, ...change };
  return addressOf("/admin", { ...filters, cursor });
}

/** One filter as chips: all, then each word. */
export function chipsOf(
  address: ListAddress,
  key: "role" | "state",
  all: string,
  words: Record<string, string>,
): Chip[] {
  const none = { label: all, href: listHref(address, { [key]: undefined }), active: !address[key] };
  const each = Object.entries(words).map(([value, label]) => ({
    label,
    href: listHref(address, { [key]: value }),
    active: address[key] === value,
  }));
  return [none, ...each];
}
