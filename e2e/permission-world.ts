/** Rows and people for the permission table's test: one of everything, and askers inside and outside of it. */
import { and, asc, eq } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { newId } from "@/db/ids";
import * as s from "@/db/schema";
import type { ApplicationState, PostingState } from "@/db/words";
import { tokenOf } from "@/e2e/steps";
import { type Asker, isInside, publicAsker } from "@/lib/access/asker";
import type { AskerRole, Grant } from "@/lib/access/table";
import { anAgreement, orderTerms } from "@/lib/agreements/testing";
import {
  aHousehold,
  anEnterprise,
  aPosting,
  type TestEnterprise,
  type TestHousehold,
} from "@/lib/applications/testing";
import { addDays, today } from "@/lib/clock/clock";
import { recordDelivery } from "@/lib/moneys/facts";
import { recordPayments } from "@/lib/moneys/pay";
import { inventedCreditCode } from "@/lib/numbers/credit-code";
import { unseal } from "@/lib/sealing/sealing";
import { aUser } from "@/lib/users/testing";

/** What decides whether a row lies within a reach. */
export type Row = {
  id: string;
  village: string;
  enterprise: string | null;
  household: string | null;
  /** Whether the public may read it now. */
  published: boolean;
};
export type Person = Asker & { role: AskerRole; variant: string; token: string | null; username: string };

/** The rule in the plain: what design/access.md means by each reach. */
export function lies(asker: Asker, grant: Grant, row: Row): boolean {
  switch (grant.reach) {
    case "everything":
      return true;
    case "published":
      return row.published;
    case "division":
      return isInside(asker.divisionScope, row.village);
    case "own-household":
      return row.household !== null && row.household === asker.householdCode;
    case "own-enterprise":
      return row.enterprise !== null && row.enterprise === asker.enterpriseId;
    case "own-account":
      return false;
  }
}

/** A town's two first villages, and one of the next town. */
async function places() {
  const villages = await db
    .select({ code: s.divisions.code, town: s.divisions.parentCode })
    .from(s.divisions)
    .where(eq(s.divisions.kind, "village"))
    .orderBy(asc(s.divisions.code));
  for (const own of villages) {
    const sibling = villages.find((v) => v.town === own.town && v.code !== own.code);
    const foreign = villages.find((v) => v.town !== own.town);
    if (sibling && foreign) return { own: own.code, sibling: sibling.code, foreign: foreign.code };
  }
  throw new Error("the demo county has no town of two villages");
}

/** The household whose case everything is; its name, phone and ID numbers must not stray. */
export const secretName = "欧阳测试者";
export const maskedName = "欧***者";
export const secretPhone = "14412345678";

async function idNumbersOf(household: TestHousehold): Promise<string[]> {
  const rows = await db.select().from(s.members).where(eq(s.members.householdCode, household.code));
  return rows.map((m) => unseal(m.idNumberSealed, { table: "members", row: m.id, column: "id_number" }));
}

/** @param series a letter that no other story (and not the demo) gives its enterprises. */
export async function aWorld(series: string) {
  const at = await places();
  const home = (village: string) =>
    aHousehold({
      village,
      headName: secretName,
      phone: secretPhone,
      health: ["chronic"],
      parcels: [{}],
      members: 5,
    });
  const homes = { own: await home(at.own), inCase: await home(at.own), foreign: await home(at.foreign) };
  // Codes apart from those of other workers, which share the server's database.
  const firm = (villageCode: string, n: number) =>
    anEnterprise({
      villageCode,
      name: "权限测试合作社",
      creditCode: inventedCreditCode("91", series, Number(process.env.TEST_WORKER_INDEX ?? 0) * 3 + n),
    });
  const firms = {
    own: await firm(at.own, 0),
    sibling: await firm(at.own, 1),
    foreign: await firm(at.foreign, 2),
  };
  const idNumbers = (await Promise.all(Object.values(homes).map(idNumbersOf))).flat();
  return { at, homes, firms, idNumbers, askers: await everyone(at, homes, firms) };
}
export type World = Awaited<ReturnType<typeof aWorld>>;

type Scope = Partial<Pick<Asker, "divisionScope" | "enterpriseId" | "householdCode">>;

/** Which scopes each role is tried with: its own, a sibling's, a foreign one. */
async function everyone(
  at: Awaited<ReturnType<typeof places>>,
  homes: Record<"own" | "foreign", TestHousehold>,
  firms: Record<"own" | "sibling" | "foreign", TestEnterprise>,
): Promise<Person[]> {
  const neighbour = await aHousehold({ village: at.own });
  const division = (own: string, sibling: string, foreign: string) =>
    Object.entries({ own, sibling, foreign }).map(([k, divisionScope]) => [k, { divisionScope }] as const);
  const county = division("610724", "610723", "6108");
  const scopes: Record<Exclude<AskerRole, "public">, readonly (readonly [string, Scope])[]> = {
    household: [
      ["own", { householdCode: homes.own.code }],
      ["sibling", { householdCode: neighbour.code }],
      ["foreign", { householdCode: homes.foreign.code }],
    ],
    village: division(at.own, at.sibling, at.foreign),
    town: division(at.own.slice(0, 9), at.foreign.slice(0, 9), "610725100"),
    county,
    admin: county,
    auditor: county,
    enterprise: Object.entries(firms).map(([k, { id }]) => [k, { enterpriseId: id }] as const),
  };
  const people: Person[] = [{ ...publicAsker, role: "public", variant: "", token: null, username: "" }];
  const all = Object.entries(scopes) as [
    Exclude<AskerRole, "public">,
    readonly (readonly [string, Scope])[],
  ][];
  for (const [role, variants] of all)
    for (const [variant, scope] of variants) {
      const user = await aUser({ role, divisionScope: null, ...scope });
      people.push({ ...user, role, variant, token: await tokenOf(user.username) });
    }
  return people;
}

/** A posting of the enterprise's, in its village. */
export async function postingRow({ at, firms }: World, state: PostingState): Promise<Row> {
  const { id } = await aPosting({
    enterprise: firms.own,
    state,
    ...(state !== "published" && { publishedAt: null }),
  });
  return { id, village: at.own, enterprise: firms.own.id, household: null, published: state === "published" };
}

/** A payment of the enterprise's, of a delivery of yesterday, to a household of its village. */
export async function paymentRow({ at, firms }: World): Promise<Row> {
  const household = await aHousehold({ village: at.own });
  const posting = await aPosting({ enterprise: firms.own });
  const day = today();
  const { agreementId } = await anAgreement({
    ...{ household, posting, startsOn: addDays(day, -30) },
    agreement: { terms: orderTerms },
  });
  const delivery = { agreement: agreementId, deliveredOn: addDays(day, -1), quantity: 1, priceFen: 3_000 };
  await recordDelivery(firms.own.user, delivery, day);
  const [due] = await db.select().from(s.dues).where(eq(s.dues.agreementId, agreementId));
  const paid = { lines: [{ due: due?.id }], paidOn: day, method: "cash" };
  const [id = ""] = await recordPayments(firms.own.user, paid, day);
  return { id, village: at.own, enterprise: firms.own.id, household: household.code, published: false };
}

type Case = {
  state: ApplicationState;
  household?: TestHousehold;
  notice?: "open" | "over";
  objection?: boolean;
};

/** An application of the household at a posting of the enterprise's, with what its state needs. */
export async function caseRows(world: World, { state, notice, objection, ...given }: Case) {
  const household = given.household ?? world.homes.inCase;
  const posting = await postingRow(world, "published");
  const [id, noticeId, objectionId] = [newId(), newId(), newId()];
  const now = today();
  await tx(async (w) => {
    await w.insert(s.applications).values({
      id,
      postingId: posting.id,
      householdCode: household.code,
      state,
      // Bound ones take the last member, so that the first stays free to be approved for.
      memberId: household.memberIds.at(["approved", "held", "final"].includes(state) ? -1 : 0) ?? null,
      size: 1,
      cardToken: newId(),
      consentHow: "slip",
      consentEvidence: "1",
    });
    if (["approved", "held", "final"].includes(state))
      await w
        .update(s.postings)
        .set({ taken: 1 })
        .where(and(eq(s.postings.id, posting.id)));
    if (notice)
      await w.insert(s.notices).values({
        id: noticeId,
        number: `T${noticeId}`,
        applicationId: id,
        state: notice,
        publishedOn: addDays(now, notice === "open" ? -1 : -40),
        endsOn: addDays(now, notice === "open" ? 14 : -20),
      });
    if (objection)
      await w.insert(s.objections).values({ id: objectionId, noticeId, via: "web", body: "权限测试的异议" });
  });
  const common = { village: household.village, enterprise: world.firms.own.id, household: household.code };
  return {
    application: { ...common, id, published: false },
    notice: { ...common, id: noticeId, published: notice === "open" },
    objection: { ...common, id: objectionId, published: false },
  } satisfies Record<string, Row>;
}
