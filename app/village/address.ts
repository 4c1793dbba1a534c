/** What the village's list shows: which households, found by which words, from where on. */
export type ListAt = { show?: string; q?: string; cursor?: string };
const names = ["show", "q", "cursor"] as const;

/** The part of an address that says it, with the question mark; nothing where nothing was asked. */
export function listQuery(at: ListAt, more: Record<string, string> = {}): string {
  const asked = names.flatMap((name) => (at[name] ? [[name, at[name]]] : []));
  const query = new URLSearchParams([...asked, ...Object.entries(more)]).toString();
  return query && `?${query}`;
}

/** Back to the same place of the list, at the row of the household that was changed there, if it still stands in it. */
export const listAfter = (at: ListAt, code: string): string =>
  `/village${listQuery(at, { done: "saved", row: code })}#${encodeURIComponent(code)}`;
