/** Longer than anything an address of ours holds. */
const most = 200;

/**
 * What an address asks: of what stands in it twice the first, and nothing that no database can be asked for.
 * Pages declare their questions as single texts; this makes it true.
 */
export function asked<Q extends object>(params: Q): Q {
  const texts = Object.entries(params).flatMap(([name, value]: [string, unknown]) => {
    const text: unknown = Array.isArray(value) ? value[0] : value;
    return typeof text === "string" && !text.includes("\0") ? [[name, text.slice(0, most)]] : [];
  });
  return Object.fromEntries(texts) as Q;
}

/** A whole number of an address or a form, such as a version or where a list goes on; 0 for anything else. */
export const askedCount = (text: unknown): number =>
  typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : 0;

/** What stands in the address of a list, as far as it is one of the words the list knows. */
export function oneOf<W extends string>(text: string | undefined, words: readonly W[]): W | undefined {
  return words.find((word) => word === text);
}

/** A division code of a town or a village, or nothing. */
export const divisionIn = (text: string | undefined): string | undefined =>
  /^\d{12}$/.test(text ?? "") ? text : undefined;
