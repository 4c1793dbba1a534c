import type { Asker } from "@/lib/access/asker";
import { homeOf } from "@/lib/users/users";

/** Where a reader of a role looks at what a message is about. */
export function placeOfMessage(
  role: Asker["role"],
  { subject, subjectId, title }: { subject: string; subjectId: string; title: string },
): string {
  const id = encodeURIComponent(subjectId);
  switch (subject) {
    case "application":
      if (role === "household") return "/household/applications";
      if (role === "village") return "/village/applications";
      if (role === "county" || role === "town") return `/officer/applications/${id}`;
      return homeOf({ role });
    case "agreement":
      return `/agreements/${id}`;
    case "enterprise":
      return role === "enterprise" ? "/enterprise/profile" : `/officer/enterprises/${id}`;
    case "posting":
      return role === "enterprise" ? `/enterprise/postings/${id}` : `/postings/${id}`;
    case "payment":
    case "dispute":
      if (role === "household") return "/household/money";
      if (role === "village") return "/village/money";
      return role === "enterprise" ? "/enterprise/obligations" : homeOf({ role });
    case "project":
      return role === "enterprise" ? `/enterprise/projects/${id}` : `/directory/${id}`;
    case "policy":
      return `/policy/${encodeURIComponent(title)}`;
    default:
      return homeOf({ role });
  }
}
