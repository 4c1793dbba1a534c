import { addressOf } from "@/components/ui/address";
/** What the village's list shows: which households, found by which words, from where on. */
export type ListAt = { show?: string; q?: string; cursor?: string };
const names = ["show", "q", "cursor"] as const;

/** The part of an address that says it, with the question mark; nothing where nothing was asked. */
export const listQuery = (at: ListAt, more: Record<string, string> = {}): string =>
  addressOf("", { ...Object.fromEntries(names.map((name) => [name, at[name]])), ...more });

/** Back to the same place of the list, at the row of the household that was changed there, if it still stands in it. */
export const listAfter = (at: ListAt, code: string): string =>
  `/village${listQuery(at, { done: "saved", row: code })}#${encodeURIComponent(code)}`;
