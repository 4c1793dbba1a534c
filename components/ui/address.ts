/** An address with those of its questions that have an answer. */
export function addressOf(path: string, question: Record<string, string | number | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) if (value) params.set(name, String(value));
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
