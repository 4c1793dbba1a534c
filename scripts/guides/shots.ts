import type { Role } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";

/** What a step of a guide shows: whose screen, where, and the words that must stand there for the step to be true. */
export type Shot = {
  /** A demo account, or nobody signed in. */
  as: string;
  path: string;
  /** Follow the first link whose address begins so. */
  follow?: string;
  sees: (t: Dictionary) => string;
};

/** One for each step of lib/i18n/zh/help.ts, in its order. */
export const shots: Record<Role, readonly Shot[]> = {
  household: [
    { as: "", path: "/s", sees: (t) => t.slips.in.numberHint },
    { as: "household", path: "/household", sees: (t) => t.household.forUs },
    { as: "household", path: "/household/openings", sees: (t) => t.household.forUs },
    { as: "household", path: "/household/applications", sees: (t) => t.household.ours },
    { as: "household", path: "/household/money", sees: (t) => t.moneys.household.title },
  ],
  village: [
    { as: "village", path: "/village", sees: (t) => t.village.noProject },
    { as: "village", path: "/village", follow: "/village/households/", sees: (t) => t.households.apply },
    { as: "village", path: "/village/applications/new", sees: (t) => t.cases.apply.manyLead },
    { as: "village", path: "/village/money", sees: (t) => t.moneys.village.title },
    { as: "village", path: "/village", follow: "/notices/board/", sees: (t) => t.cases.board.lead },
  ],
  enterprise: [
    { as: "enterprise", path: "/enterprise", sees: (t) => t.enterprise.post },
    { as: "enterprise", path: "/enterprise/postings/new", sees: (t) => t.postings.form.kinds.job.title },
    {
      as: "enterprise",
      path: "/enterprise",
      follow: "/enterprise/postings/0",
      sees: (t) => t.enterprise.applicantsLead,
    },
    { as: "enterprise", path: "/enterprise/obligations", sees: (t) => t.moneys.enterprise.title },
  ],
  county: [
    { as: "county", path: "/officer", sees: (t) => t.officer.title },
    { as: "county", path: "/officer/postings", sees: (t) => t.officer.tabs.postings },
    {
      as: "county",
      path: "/officer/postings?status=published",
      follow: "/officer/postings/0",
      sees: (t) => t.officer.ranking.whatIf.title,
    },
    { as: "county", path: "/officer/applications/approve", sees: (t) => t.cases.batch.lead },
    { as: "county", path: "/officer/plan", sees: (t) => t.officer.tabs.plan },
    { as: "county", path: "/officer/arrears", sees: (t) => t.moneys.officer.byEnterprise },
  ],
  town: [
    { as: "town", path: "/officer", sees: (t) => t.officer.readOnly },
    { as: "town", path: "/officer/households", sees: (t) => t.officer.tabs.households },
    { as: "town", path: "/officer/pictures", sees: (t) => t.pictures.title },
  ],
  admin: [
    { as: "admin", path: "/admin", sees: (t) => t.users.admin.title },
    { as: "admin", path: "/admin/new", sees: (t) => t.users.admin.createLead },
    { as: "admin", path: "/policy", sees: (t) => t.policy.title },
  ],
  auditor: [{ as: "auditor", path: "/auditor", sees: (t) => t.auditor.title }],
};
