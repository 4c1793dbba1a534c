import type { Role } from "@/db/words";

/**
 * The permission table of design/access.md, as far as the product has come. The guard, the queries, the
 * buttons and the tests all read it. A cell that is absent is "nothing". Reach says whose rows; view says
 * how much of a row.
 */

export const resources = [
  "identity", // names, ID numbers
  "contact", // phone, address below the village
  "health", // health, disability, cause, income
  "labor", // labor class, skills
  "parcel",
  "wish", // what a household itself would like
  "household", // the record as such: its code, village, whether it is covered
  "enterprise",
  "project",
  "industry", // the county's list
  "registration", // a new enterprise's first entry, with its first account
  "posting",
  "ranking",
  "plan",
  "application",
  "notice",
  "objection",
  "agreement",
  "allotment", // rounds of share allotment and their funds
  "ledger", // what is due, what was paid, what the household says of it
  "import", // files: staged (write), committed and taken back (decide)
  "export", // the form filled: masked (read), whole for a reason (reveal), allowed by another (decide)
  "audit",
  "slip", // what a household signs in with: its number, a one-time code, its account
  "user",
  "message", // what happened, told to whom it concerns
  "policy",
] as const;
export type Resource = (typeof resources)[number];

export const verbs = ["read", "write", "decide", "reveal"] as const;
/** reveal = show one protected value, with a reason, logged. */
export type Verb = (typeof verbs)[number];

export const reaches = [
  "own-account",
  "own-household",
  "division",
  "own-enterprise",
  "published",
  "everything",
] as const;
export type Reach = (typeof reaches)[number];

/** full · masked (ID and phone with stars, names 张*) · card (de-identified, in bands) · counts. */
export type View = "full" | "masked" | "card" | "counts";

export type Grant = { reach: Reach; view: View };
type Cell = Partial<Record<Verb, Grant>>;
export type AskerRole = Role | "public";

const self: Reach = "own-account";
const own: Reach = "own-household";
const area: Reach = "division";
const firm: Reach = "own-enterprise";
const open: Reach = "published";
const all: Reach = "everything";
const g = (reach: Reach, view: View = "full"): Grant => ({ reach, view });

export const permissions: Record<Resource, Partial<Record<AskerRole, Cell>>> = {
  household: {
    household: { read: g(own) },
    village: { read: g(area), write: g(area) },
    town: { read: g(area) },
    county: { read: g(area) },
    auditor: { read: g(area, "masked") },
  },
  identity: {
    household: { read: g(own) },
    // decide: whether two on the register are one person
    village: { read: g(area), decide: g(area), reveal: g(area) },
    town: { read: g(area), decide: g(area), reveal: g(area) },
    county: { read: g(area), decide: g(area), reveal: g(area) },
    auditor: { read: g(area, "masked") },
  },
  contact: {
    household: { read: g(own) },
    village: { read: g(area), write: g(area) },
    town: { read: g(area, "masked") },
    county: { read: g(area, "masked") },
  },
  health: {
    household: { read: g(own) },
    village: { read: g(area), write: g(area) },
    town: { read: g(area) },
    county: { read: g(area) }, // inside a case only: see households/queries
    auditor: { read: g(area, "counts") },
  },
  labor: {
    household: { read: g(own), write: g(own) },
    village: { read: g(area), write: g(area) },
    town: { read: g(area) },
    county: { read: g(area) },
    enterprise: { read: g(firm, "card") },
    auditor: { read: g(area, "card") },
    public: { read: g(all, "counts") },
  },
  parcel: {
    household: { read: g(own), write: g(own) },
    village: { read: g(area), write: g(area) },
    town: { read: g(area) },
    county: { read: g(area) },
    enterprise: { read: g(firm, "card") },
    auditor: { read: g(area, "card") },
    public: { read: g(all, "counts") },
  },
  wish: {
    household: { read: g(own), write: g(own) },
    village: { read: g(area), write: g(area) },
    town: { read: g(area) },
    county: { read: g(area) },
  },
  enterprise: {
    household: { read: g(open) },
    village: { read: g(all) },
    town: { read: g(all) },
    county: { read: g(all), decide: g(all) },
    enterprise: { read: g(firm), write: g(firm) },
    admin: { read: g(open) }, // nobody reads less than the public
    auditor: { read: g(all) },
    public: { read: g(open) },
  },
  project: {
    household: { read: g(open) },
    village: { read: g(all) },
    town: { read: g(all) },
    county: { read: g(all), decide: g(all) }, // takes out of the directory
    enterprise: { read: g(firm), write: g(firm) },
    admin: { read: g(open) }, // nobody reads less than the public
    auditor: { read: g(all) },
    public: { read: g(open) },
  },
  industry: {
    household: { read: g(all) },
    village: { read: g(all) },
    town: { read: g(all) },
    county: { read: g(all), write: g(all) },
    enterprise: { read: g(all) },
    admin: { read: g(all) },
    auditor: { read: g(all) },
    public: { read: g(all) },
  },
  registration: {
    county: { write: g(all) }, // at the counter; somebody else verifies it
    public: { write: g(all) },
  },
  posting: {
    household: { read: g(open) },
    village: { read: g(open) },
    town: { read: g(area) },
    county: { read: g(area), decide: g(area) },
    enterprise: { read: g(firm), write: g(firm) },
    admin: { read: g(open) }, // nobody reads less than the public
    auditor: { read: g(area) },
    public: { read: g(open) },
  },
  ranking: {
    household: { read: g(own, "card") },
    village: { read: g(area) },
    town: { read: g(area) },
    county: { read: g(area) },
    auditor: { read: g(area, "card") },
  },
  plan: {
    town: { read: g(area) },
    county: { read: g(area), write: g(area), decide: g(area) },
    auditor: { read: g(area, "card") },
  },
  application: {
    household: { read: g(own), write: g(own) },
    village: { read: g(area), write: g(area) },
    town: { read: g(area) },
    county: { read: g(area), decide: g(area) },
    enterprise: { read: g(firm, "card"), decide: g(firm) },
    auditor: { read: g(area, "card") },
  },
  notice: {
    household: { read: g(open, "masked") },
    village: { read: g(open, "masked") },
    town: { read: g(open, "masked") },
    county: { read: g(area, "masked"), write: g(area), decide: g(area) },
    enterprise: { read: g(open, "masked") },
    admin: { read: g(open, "masked") },
    auditor: { read: g(area, "masked") }, // also past ones
    public: { read: g(open, "masked") },
  },
  objection: {
    household: { read: g(own), write: g(open) },
    village: { read: g(area), write: g(open) },
    town: { read: g(area), write: g(open) },
    county: { read: g(area), write: g(open), decide: g(area) },
    enterprise: { read: g(firm), write: g(open) },
    admin: { write: g(open) },
    auditor: { read: g(area) },
    public: { write: g(open) },
  },
  agreement: {
    household: { read: g(own), write: g(own) }, // signs, proposes, answers, ends
    village: { read: g(area), write: g(area) }, // for a household, with the paper it signed
    town: { read: g(area) },
    county: { read: g(area), decide: g(area) }, // ends one, with cause
    enterprise: { read: g(firm), write: g(firm) },
    auditor: { read: g(area, "card") },
  },
  allotment: {
    town: { read: g(all) },
    county: { read: g(all), write: g(all), decide: g(all) }, // who prepared a round does not open it
    enterprise: { read: g(open) }, // rounds one can post for
    auditor: { read: g(all) },
  },
  ledger: {
    household: { read: g(own), decide: g(own) }, // confirms or disputes
    village: { read: g(area), decide: g(area) }, // for a household, never what one recorded
    town: { read: g(area) },
    county: { read: g(area), decide: g(area) }, // closes a dispute outside its chain
    enterprise: { read: g(firm), write: g(firm) },
    auditor: { read: g(area, "card") },
    public: { read: g(all, "counts") },
  },
  import: {
    village: { read: g(area), write: g(area) },
    town: { read: g(area), write: g(area) },
    county: { read: g(area), write: g(area), decide: g(area) },
  },
  export: {
    village: { read: g(area, "masked") },
    town: { read: g(area, "masked") },
    county: { read: g(area, "masked"), reveal: g(area), decide: g(area) },
  },
  audit: {
    household: { read: g(own) }, // who looked at us
    village: { read: g(self) }, // own actions
    town: { read: g(self) },
    county: { read: g(self) },
    enterprise: { read: g(self) },
    admin: { read: g(all, "counts") }, // technical, no personal data
    auditor: { read: g(all, "masked") }, // whom a row concerns stays a code
  },
  user: {
    household: { read: g(self) },
    village: { read: g(self) },
    town: { read: g(self) },
    county: { read: g(self) },
    enterprise: { read: g(firm), write: g(firm) }, // its own staff, never their role
    admin: { read: g(area), write: g(area) },
    auditor: { read: g(area, "masked") },
  },
  message: {
    household: { read: g(self), write: g(self) },
    village: { read: g(self), write: g(self) },
    town: { read: g(self), write: g(self) },
    county: { read: g(self), write: g(self) },
    enterprise: { read: g(self), write: g(self) },
    admin: { read: g(self), write: g(self), decide: g(area, "counts") }, // whether they are sent
    auditor: { read: g(self), write: g(self) },
  },
  slip: {
    village: { write: g(area) }, // opens household accounts
  },
  policy: {
    household: { read: g(all) },
    village: { read: g(all) },
    town: { read: g(all) },
    county: { read: g(all), write: g(all) }, // proposes
    enterprise: { read: g(all) },
    admin: { read: g(all), decide: g(all) }, // applies what another proposed
    auditor: { read: g(all) },
    public: { read: g(all) },
  },
};

/** What the table grants, or null. The system (seed, clock) is granted everything and never comes from a request. */
export function grantOf(role: AskerRole | "system", resource: Resource, verb: Verb): Grant | null {
  if (role === "system") return g(all);
  return permissions[resource][role]?.[verb] ?? null;
}
