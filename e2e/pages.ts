/**
 * Every page of app/, by the role that uses it. `npm test` reads each in both languages and themes, on a phone
 * and wide; `npm run screenshots` takes its picture. A new page.tsx without a line here fails lib/house-rules.test.ts.
 */
export type PageEntry = {
  /** As the folders below app/ have it: /officer/postings/[id]. */
  route: string;
  /** A demo account, or nobody signed in. */
  as: string;
  /** The address, when it is neither the route itself nor found by a link. */
  at?: string;
  /**
   * For a route with [parts]: an address with a link to one. Left out, the nearest page above it that stands
   * in this list is looked at.
   */
  from?: string;
  /** Expected status, when it is not 200. */
  status?: number;
  /** What distinguishes a second entry of the same route. */
  note?: string;
};

const by = (as: string, ...routes: (string | Omit<PageEntry, "as">)[]): PageEntry[] =>
  routes.map((route) => (typeof route === "string" ? { route, as } : { ...route, as }));

export const pages: readonly PageEntry[] = [
  ...by(
    "public",
    "/",
    "/sign-in",
    "/sign-in/first",
    "/s",
    { route: "/s/[number]", at: "/s/4821773015" },
    "/directory",
    { route: "/directory", at: "/directory?view=map", note: "map" },
    "/directory/[project]",
    "/directory/enterprises/[id]",
    { route: "/directory/print", at: "/directory/print?place=610724105000" },
    "/register",
    { route: "/register/known", at: "/register/known?code=91690724DEMA00013L" },
    { route: "/register/new", at: "/register/new?code=91690724DEMA9999X7" },
    "/postings",
    "/postings/[id]",
    "/notices",
    "/notices/[id]",
    { route: "/notices/board/[village]", at: "/notices/board/610724105207" },
    "/policy",
    "/help",
    "/help/[role]",
    { route: "not-found", at: "/nothing-here", status: 404 },
  ),
  ...by(
    "household",
    "/household",
    "/household/openings",
    "/household/openings/[posting]",
    "/household/applications",
    "/household/applications/code",
    "/household/record",
    "/household/record/wishes",
    "/household/record/parcels",
    "/household/record/history",
    "/household/record/work/[member]",
    "/household/money",
    "/messages",
    "/household/help",
    { route: "/agreements", note: "household" },
    { route: "forbidden", at: "/officer", status: 403 },
  ),
  ...by(
    "village",
    "/village",
    "/village/households/[code]",
    "/village/households/[code]/edit/[group]",
    "/village/households/[code]/members/[member]",
    "/village/households/[code]/members/new",
    "/village/households/[code]/parcels",
    "/village/households/[code]/income",
    { route: "/village/households/[code]/quick", from: "/village" },
    "/village/households/[code]/events",
    "/village/households/[code]/history",
    "/village/households/new",
    "/village/duplicates",
    "/village/households/[code]/apply",
    "/village/households/[code]/slip",
    "/village/applications",
    "/village/imports",
    "/village/imports/[id]",
    "/village/applications/new",
    "/notices/record",
    "/village/money",
    "/village/money/[code]",
    "/village/offline",
  ),
  ...by(
    "enterprise",
    "/enterprise",
    "/enterprise/profile",
    "/enterprise/people",
    "/enterprise/projects",
    "/enterprise/projects/new",
    "/enterprise/projects/[id]",
    "/enterprise/projects/[id]/edit",
    "/agreements",
    { route: "/agreements/[id]", from: "/agreements?show=live" },
    "/agreements/[id]/paper",
    "/agreements/[id]/end",
    "/agreements/[id]/annex",
    { route: "/agreements/[id]/sign", from: "/agreements?show=unsigned" },
    "/enterprise/postings/[id]",
    "/enterprise/postings/[id]/edit",
    "/enterprise/obligations",
    "/enterprise/obligations/[due]",
    "/enterprise/obligations/record",
    "/enterprise/payments",
    "/enterprise/payments/sheet",
    { route: "/enterprise/postings/new", note: "kind" },
    { route: "/enterprise/postings/new", at: "/enterprise/postings/new?kind=job", note: "job" },
    { route: "/enterprise/postings/new", at: "/enterprise/postings/new?kind=land", note: "land" },
    { route: "/enterprise/postings/new", at: "/enterprise/postings/new?kind=equity", note: "equity" },
    { route: "/enterprise/postings/new", at: "/enterprise/postings/new?kind=order", note: "order" },
    { route: "/enterprise/postings/new", at: "/enterprise/postings/new?kind=membership", note: "membership" },
    { route: "/enterprise/postings/new", at: "/enterprise/postings/new?kind=contract", note: "contract" },
  ),
  ...by(
    "county",
    "/officer",
    "/officer/villages",
    "/officer/applications",
    { route: "/agreements", at: "/agreements?show=unsigned", note: "officer" },
    "/officer/allotments",
    "/officer/allotments/new",
    "/officer/allotments/[id]",
    "/officer/applications/approve",
    "/officer/applications/[id]",
    "/officer/postings",
    { route: "/officer/postings/[id]", from: "/officer/postings?status=published" },
    "/officer/imports",
    "/officer/imports/[id]",
    "/officer/exports",
    "/officer/households",
    "/officer/households/[code]",
    "/officer/households/[code]/history",
    "/officer/duplicates",
    { route: "/officer/enterprises/[id]", from: "/officer/enterprises?state=submitted" },
    "/officer/enterprises",
    "/officer/industries",
    "/officer/industries/[code]",
    "/officer/objections",
    "/officer/arrears",
    "/officer/plan",
    "/officer/plan/[id]",
    "/officer/pictures",
    "/officer/pack",
    { route: "/policy/[key]", from: "/policy" },
  ),
  ...by(
    "household3",
    { route: "/household", note: "with-money" },
    { route: "/household/money", note: "with-money" },
    { route: "/agreements/[id]", from: "/agreements", note: "household" },
    { route: "/agreements/[id]/paper", note: "household" },
  ),
  ...by("town", { route: "/officer", note: "town" }),
  ...by("admin", "/admin", "/admin/new", "/admin/[id]"),
  ...by("auditor", "/auditor", "/account"),
];

/** A short name, also the picture's file: officer-postings-id, enterprise-postings-new-job. */
export const nameOf = ({ route, note }: PageEntry): string =>
  [route === "/" ? "start" : route.replace(/^\//, "").replace(/[[\]]/g, "").replaceAll("/", "-"), note]
    .filter(Boolean)
    .join("-");

/** What an address of this route looks like: each [part] is anything but a sibling that has its own page. */
export function patternOf(route: string): RegExp {
  const own = route.split("/");
  const siblings = (at: number) =>
    pages
      .map((page) => page.route.split("/"))
      .filter((other) => other.slice(0, at).join("/") === own.slice(0, at).join("/"))
      .flatMap((other) => (other[at] && !other[at].startsWith("[") ? [other[at]] : []));
  const parts = own.map((part, at) =>
    part.startsWith("[") ? `(?!(?:new|${siblings(at).join("|") || "new"})(?:[/?#]|$))[^/?#]+` : part,
  );
  return new RegExp(`^${parts.join("/")}(?:[?#].*)?$`);
}

/** The entry on whose page a link to this one should stand. */
export function aboveOf(entry: PageEntry): PageEntry | undefined {
  const parts = entry.route.split("/");
  for (let n = parts.length - 1; n > 0; n--) {
    const route = parts.slice(0, n).join("/");
    const above = pages.find((one) => one.route === route && one.as === entry.as && !one.status);
    if (above) return above;
  }
  return undefined;
}
