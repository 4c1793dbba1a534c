/**
 * A name as the public may read it (design/access.md): 张*, 张*三; of four or more characters the first and
 * the last. Counts characters, not code units, so that rare characters stay whole.
 */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  const first = characters[0] ?? "";
  const last = characters.at(-1) ?? "";
  if (characters.length <= 2) return `${first}*`;
  return `${first}${"*".repeat(characters.length - 2)}${last}`;
}
