/** What stands in the address of a list, as far as it is one of the words the list knows. */
export function oneOf<W extends string>(text: string | undefined, words: readonly W[]): W | undefined {
  return words.find((word) => word === text);
}

/** A division code of a town or a village, or nothing. */
export const divisionIn = (text: string | undefined): string | undefined =>
  /^\d{12}$/.test(text ?? "") ? text : undefined;

/** An address with those of its questions that have an answer. */
export function address(path: string, query: Record<string, string | undefined>): string {
  const asked = Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : []));
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
}
