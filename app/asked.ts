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
