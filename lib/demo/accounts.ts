/** Who can sign in to the demo: the accounts of interfaces.md, a worker for every village, every enterprise. */
import type { Role } from "@/db/words";
import type { Enterprise } from "@/lib/demo/enterprises";
import { demoId } from "@/lib/demo/ids";
import { givenName, surname } from "@/lib/demo/names";
import type { DemoEnterprises } from "@/lib/demo/open";
import { demoVillages, type Village } from "@/lib/demo/places";
import type { Random } from "@/lib/demo/random";
import type { Household } from "@/lib/demo/registry";

export type Account = {
  id: string;
  username: string;
  name: string;
  role: Role;
  divisionScope: string | null;
  enterpriseId: string | null;
  householdCode: string | null;
  createdAt: Date;
};

type Scope = Partial<Pick<Account, "divisionScope" | "enterpriseId" | "householdCode">>;

const nowhere = { divisionScope: null, enterpriseId: null, householdCode: null };

/** Invented officers; the county's whole area is 610724. */
const staff: readonly [username: string, name: string, role: Role, divisionScope: string][] = [
  ["county", "周明轩", "county", "610724"],
  ["county2", "冯雅琴", "county", "610724"],
  ["county3", "谭志远", "county", "610724"],
  ["town", "杜春生", "town", demoVillages.village.slice(0, 9)],
  ["admin", "汪思齐", "admin", "610724"],
  ["auditor", "孟昭华", "auditor", "610724"],
];

export type Staff = {
  accounts: Account[];
  /** The three county officers. */
  officers: readonly string[];
  admin: string;
  workerOf: (villageCode: string) => string;
};

/** Officers, village workers and enterprises; households' accounts come when the demo's households are chosen. */
export function staffOf(
  villages: readonly Village[],
  enterprises: readonly Enterprise[],
  demo: DemoEnterprises,
  at: Date,
  random: Random,
): Staff {
  const account = (id: string, username: string, name: string, role: Role, scope: Scope): Account => ({
    id,
    username,
    name,
    role,
    ...nowhere,
    ...scope,
    createdAt: at,
  });
  const officers = staff.map(([username, name, role, divisionScope], i) =>
    account(demoId("S", i + 1, at), username, name, role, { divisionScope }),
  );
  const shownVillage = Object.entries(demoVillages);
  const workers = villages.map((village, i) => {
    const username = shownVillage.find(([, code]) => code === village.code)?.[0] ?? `v${village.code}`;
    const name =
      surname(random) + givenName(random, random.chance(0.5) ? "male" : "female", random.int(1965, 1996));
    return account(demoId("W", i + 1, at), username, name, "village", { divisionScope: village.code });
  });
  const firms = enterprises.map((enterprise, i) => {
    const username =
      Object.entries(demo).find(([, one]) => one === enterprise)?.[0] ?? `e${String(i + 1).padStart(4, "0")}`;
    return account(enterprise.userId, username, enterprise.contactName, "enterprise", {
      enterpriseId: enterprise.id,
    });
  });
  const byVillage = new Map(workers.map((worker) => [worker.divisionScope, worker.id]));
  return {
    accounts: [...officers, ...workers, ...firms],
    officers: officers.slice(0, 3).map(({ id }) => id),
    admin: officers[4]?.id ?? "",
    workerOf: (code) => byVillage.get(code) ?? "",
  };
}

/** The account of a household's head. */
export const householdAccount = (
  username: string,
  household: Household,
  number: number,
  at: Date,
): Account => ({
  id: demoId("H", number, at),
  username,
  name: household.people[0]?.name ?? "",
  role: "household",
  ...nowhere,
  householdCode: household.code,
  createdAt: at,
});
