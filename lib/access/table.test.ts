import { drizzle } from "drizzle-orm/better-sqlite3";
import { describe, expect, test } from "vitest";
import { enterprises, households, users } from "@/db/schema";
import { roles } from "@/db/words";
import { type Asker, divisionRange, isInside, publicAsker, systemAsker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { type AskerRole, grantOf, permissions, reaches, resources, verbs } from "@/lib/access/table";
import { isRefusal } from "@/lib/refusal/refusal";

const askers: readonly AskerRole[] = [...roles, "public"];
const cells = resources.flatMap((resource) =>
  verbs.flatMap((verb) =>
    askers.map((role) => ({ role, resource, verb, grant: grantOf(role, resource, verb) })),
  ),
);
const staff: readonly AskerRole[] = ["village", "town", "county", "admin", "auditor"];

const asker = (role: AskerRole, scope: Partial<Asker> = {}): Asker => ({ ...publicAsker, role, ...scope });
const codeOf = (run: () => unknown) => {
  try {
    run();
    return "granted";
  } catch (error) {
    return isRefusal(error) ? error.code : error;
  }
};

describe("the permission table", () => {
  test("reads as a table: every grant, and by absence every refusal", () => {
    const mark = { read: "r", write: "w", decide: "x", reveal: "s" } as const;
    const rows = resources.map((resource) => {
      const row = askers.map((role) => {
        const granted = verbs.flatMap((verb) => {
          const grant = grantOf(role, resource, verb);
          return grant ? [`${mark[verb]} ${grant.reach} ${grant.view}`] : [];
        });
        return `${role}: ${granted.join(", ") || "–"}`;
      });
      return `${resource} | ${row.join(" | ")}`;
    });
    expect(rows).toMatchSnapshot();
  });

  test.each(cells.filter(({ grant }) => grant))(
    "$role may $verb $resource",
    ({ role, resource, verb, grant }) => {
      expect(codeOf(() => permit(asker(role), resource, verb))).toBe("granted");
      // A reach only means something to those who have what it is measured by.
      if (grant?.reach === "division") expect(staff).toContain(role);
      if (grant?.reach === "own-household") expect(role).toBe("household");
      if (grant?.reach === "own-enterprise") expect(role).toBe("enterprise");
      if (grant?.reach === "own-account") expect(role).not.toBe("public");
    },
  );

  test.each(cells.filter(({ grant }) => !grant))(
    "$role may not $verb $resource",
    ({ role, resource, verb }) => {
      const refused = role === "public" ? "sign-in-needed" : "forbidden";
      expect(codeOf(() => permit(asker(role), resource, verb))).toBe(refused);
    },
  );

  test("nobody but the household itself, and nobody outside the case, reaches what must stay closed", () => {
    for (const verb of verbs) {
      for (const resource of ["identity", "contact", "health", "ranking"] as const) {
        expect(grantOf("enterprise", resource, verb)).toBeNull();
        expect(grantOf("public", resource, verb)).toBeNull();
        expect(grantOf("admin", resource, verb)).toBeNull();
      }
      if (verb !== "read") expect(grantOf("auditor", "audit", verb)).toBeNull();
    }
    for (const role of askers) {
      expect(permissions.audit[role]?.write ?? null, `${role} writes the audit`).toBeNull();
      // An enterprise opens and shuts its own people's accounts; roles and scopes are the administrator's.
      const writes = grantOf(role, "user", "write")?.reach ?? null;
      expect(writes).toBe(role === "admin" ? "division" : role === "enterprise" ? "own-enterprise" : null);
    }
    for (const resource of resources)
      expect(["masked", "counts", "full"]).toContain(grantOf("public", resource, "read")?.view ?? "masked");
  });

  test("the system is granted everything and comes from no request", () => {
    for (const resource of resources)
      for (const verb of verbs)
        expect(grantOf("system", resource, verb)).toEqual({ reach: "everything", view: "full" });
    expect(roles as readonly string[]).not.toContain(systemAsker.role);
  });
});

describe("division scopes", () => {
  test("a scope is the range of the codes that start with it", () => {
    expect(divisionRange("61")).toEqual({ from: "610000000000", to: "619999999999" });
    expect(divisionRange("610724")).toEqual({ from: "610724000000", to: "610724999999" });
    expect(divisionRange("610724100")).toEqual({ from: "610724100000", to: "610724100999" });
    expect(divisionRange("610724100200")).toEqual({ from: "610724100200", to: "610724100200" });
  });

  test.each([
    "",
    "6",
    "610",
    "61072",
    "6107241",
    "61072410020",
    "6107241002000",
    "61o724",
    "610724 ",
    "６１",
  ])("%j is no scope and is never widened", (scope) =>
    expect(() => divisionRange(scope)).toThrow(RangeError),
  );

  test("a scope with zeros at its end stays as narrow as written", () => {
    // The town 610 724 100 must not become the county, nor 610 700 the prefecture.
    expect(isInside("610724100", "610724101200")).toBe(false);
    expect(isInside("610700", "610724100200")).toBe(false);
    expect(isInside("610724100", "610724100200")).toBe(true);
    expect(isInside("610724100200", "610724100201")).toBe(false);
    expect(isInside(null, "610724100200")).toBe(false);
  });
});

describe("within", () => {
  const sqlOf = (who: Asker, grant: Parameters<typeof within>[1], columns: Parameters<typeof within>[2]) =>
    drizzle
      .mock()
      .select()
      .from(households)
      .where(within(who, grant, columns))
      .toSQL();
  const columns = {
    account: users.id,
    village: households.villageCode,
    household: households.code,
    enterprise: enterprises.id,
  };
  const scopes: Record<(typeof reaches)[number], Partial<Asker>> = {
    "own-account": { userId: "u1" },
    "own-household": { householdCode: "h1" },
    division: { divisionScope: "610724100" },
    "own-enterprise": { enterpriseId: "e1" },
    published: {},
    everything: {},
  };

  test.each(reaches)("%s: without a scope, or without its column, nothing", (reach) => {
    const grant = { reach, view: "full" } as const;
    if (reach === "everything") return expect(sqlOf(publicAsker, grant, {}).sql).toContain("1 = 1");
    expect(sqlOf(publicAsker, grant, columns).sql).toContain("1 = 0");
    expect(sqlOf(asker("village", scopes[reach]), grant, {}).sql).toContain("1 = 0");
  });

  test("without a grant nothing, whatever the scope", () => {
    expect(sqlOf(asker("county", { divisionScope: "610724" }), null, columns).sql).toContain("1 = 0");
  });

  test("a division is a range of its column; own rows are an equality", () => {
    const range = sqlOf(asker("town", scopes.division), { reach: "division", view: "full" }, columns);
    expect(range.sql).toContain('"households"."village_code" >= ? and "households"."village_code" <= ?');
    expect(range.params).toEqual(["610724100000", "610724100999"]);
    for (const [reach, value] of [
      ["own-account", "u1"],
      ["own-household", "h1"],
      ["own-enterprise", "e1"],
    ] as const) {
      const own = sqlOf(asker("village", scopes[reach]), { reach, view: "full" }, columns);
      expect(own.params).toEqual([value]);
      expect(own.sql).toMatch(/ = \?$/);
    }
  });
});
