type Link = Pick<HTMLAnchorElement, "href" | "target" | "rel" | "hasAttribute">;

/**
 * Whether a link leads to another page of ours in this tab. Files say so (`download`, or rel="external" where they
 * are only shown): the router would fetch them once to find that they are no page, and then once more.
 * @param here the address we are at.
 */
export function leadsOn(link: Link, here: Pick<Location, "origin" | "pathname" | "search">): boolean {
  // The property `download` is empty, as if it were not there, where no name is given.
  if (link.target || link.rel === "external" || link.hasAttribute("download")) return false;
  const to = new URL(link.href);
  const isPage = /^https?:$/.test(to.protocol) && to.origin === here.origin;
  return isPage && to.pathname + to.search !== here.pathname + here.search;
}
