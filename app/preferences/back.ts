/**
 * The page a request came from, as a path of ours, else the start. Only the path of the Referer is used, so
 * nobody is sent elsewhere; "//host" would be an address, not a path.
 */
export function backTo(request: Request): string {
  const from = request.headers.get("referer");
  if (!from || !URL.canParse(from)) return "/";
  const { host, pathname, search } = new URL(from);
  if (host !== request.headers.get("host")) return "/";
  const path = pathname.replace(/^\/+/, "/");
  return path === "/preferences" ? "/" : path + search;
}
