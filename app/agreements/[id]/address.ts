/** Where an agreement's page is, as its printed square says it. */
export function addressOf(head: Pick<Headers, "get">, id: string): string {
  const host = head.get("x-forwarded-host") ?? head.get("host") ?? "";
  return `${head.get("x-forwarded-proto") ?? "http"}://${host}/agreements/${id}`;
}
