import { tx } from "@/db/client";
import { newId } from "@/db/ids";
import * as s from "@/db/schema";
import type { Health, LaborClass, ParcelKind, PostingKind, Skill } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { inventedCreditCode } from "@/lib/numbers/credit-code";
import { inventedIdNumber } from "@/lib/numbers/id-number";
import { blindIndex, seal } from "@/lib/sealing/sealing";
import { aUser } from "@/lib/users/testing";

/** A small world for the rules of the road: every call makes rows of its own, nothing is shared. */

/** The day these worlds live on: a Monday without holidays near. */
export const testDay = "2026-11-23";

/** Which of the workers that share a server this is; alone, the first. A worker that took over has a number of its own. */
const worker = Number(process.env.TEST_WORKER_INDEX ?? 0);
/** Numbers of one kind of thing, apart between workers. */
const counted = () => {
  let n = 0;
  return () => n++;
};
const next = counted();
const nextPlace = counted();
const nextFirm = counted();
const digits = (n: number, length: number) => String(n).padStart(length, "0");

type User = Asker & { userId: string; username: string };

/** A town of its own with one village, both in Xixiang. @returns the village's 12-digit code. */
export async function aVillage(): Promise<string> {
  // Above the real towns, a hundred for each worker.
  const town = `610724${digits(200 + (worker % 8) * 100 + (nextPlace() % 100), 3)}`;
  const code = `${town}200`;
  const place = { pinyin: "ceshi", lat: 32.98, lon: 107.76, coordSource: "synthetic", accuracyKm: 1 };
  const rest = { officialName: "测试", edition: "2023" };
  await tx((w) =>
    w
      .insert(s.divisions)
      .values([
        { code: `${town}000`, name: "测试镇", kind: "town", parentCode: "610724000000", ...place, ...rest },
        { code, name: "测试村", kind: "village", parentCode: `${town}000`, ...place, ...rest },
      ])
      .onConflictDoNothing(),
  );
  return code;
}

type Person = { labor?: LaborClass; birth?: string; skills?: Skill[] };
export type GivenHousehold = {
  /** How many, or who: the first is the head. */
  members?: number | readonly Person[];
  village?: string;
  headName?: string;
  /** Plots, all idle. */
  parcels?: readonly { kind?: ParcelKind; areaMu100?: number }[];
  incomePerPersonFen?: number | null;
  phone?: string;
  health?: readonly Health[];
};
export type TestHousehold = { code: string; village: string; memberIds: string[]; parcelIds: string[] };

/** A listed household: three ordinary workers and no land unless told otherwise. */
export async function aHousehold(given: GivenHousehold = {}): Promise<TestHousehold> {
  const village = given.village ?? (await aVillage());
  const code = `H${digits(next(), 6)}${newId().slice(-6)}`;
  const people: readonly Person[] =
    typeof given.members === "object"
      ? given.members
      : Array.from({ length: given.members ?? 3 }, () => ({}));
  const memberIds = people.map(() => newId());
  const parcelIds = (given.parcels ?? []).map(() => newId());
  const headName = given.headName ?? "赵测试";
  const { phone = "14400001234" } = given;
  await tx(async (w) => {
    await w.insert(s.households).values({
      code,
      headName,
      pinyin: "zhaoceshi",
      villageCode: village,
      phoneSealed: seal(phone, { table: "households", row: code, column: "phone" }),
      type: "general",
      status: "poor",
      cause: "no-funds",
      otherCauses: [],
      incomePerPersonFen: given.incomePerPersonFen ?? 250_000,
    });
    for (const [i, person] of people.entries()) {
      const id = memberIds[i] ?? "";
      const birth = person.birth ?? "1985-06-01";
      const n = next();
      const idNumber = inventedIdNumber(
        birth,
        n % 1000,
        `69${digits((worker * 100 + Math.floor(n / 1000)) % 10_000, 4)}`,
      );
      await w.insert(s.members).values({
        id,
        householdCode: code,
        name: i === 0 ? headName : `赵测${i}`,
        relation: i === 0 ? "head" : i === 1 ? "spouse" : "son",
        sex: i % 2 === 0 ? "male" : "female",
        birth,
        idNumberSealed: seal(idNumber, { table: "members", row: id, column: "id_number" }),
        // By the member, not the number: tests make more people than an invented day has numbers.
        idNumberIndex: blindIndex(id, "id-number"),
        education: "junior",
        healthSealed: seal(JSON.stringify(given.health ?? ["healthy"]), {
          table: "members",
          row: id,
          column: "health",
        }),
        laborClass: person.labor ?? "ordinary",
        skills: person.skills ?? [],
      });
    }
    for (const [i, parcel] of (given.parcels ?? []).entries())
      await w.insert(s.parcels).values({
        id: parcelIds[i] ?? "",
        householdCode: code,
        kind: parcel.kind ?? "tea",
        use: "idle",
        areaMu100: parcel.areaMu100 ?? 300,
      });
  });
  return { code, village, memberIds, parcelIds };
}

export type TestEnterprise = { id: string; projectId: string; village: string; user: User };

/** A verified enterprise with one project and a user of its own. */
export async function anEnterprise(
  given: Partial<typeof s.enterprises.$inferInsert> = {},
): Promise<TestEnterprise> {
  const village = given.villageCode ?? (await aVillage());
  const id = newId();
  const projectId = newId();
  await tx(async (w) => {
    await w.insert(s.enterprises).values({
      id,
      creditCode: inventedCreditCode("91", "T", ((worker % 10) * 1000 + nextFirm()) % 10_000),
      name: "测试合作社",
      pinyin: "ceshi",
      kind: "cooperative",
      state: "verified",
      industry: "tea",
      villageCode: village,
      legalPerson: "钱测试",
      contactName: "钱测试",
      ...given,
    });
    await w.insert(s.projects).values({
      id: projectId,
      enterpriseId: id,
      name: "测试项目",
      pinyin: "ceshi",
      industry: "tea",
      sector: "primary",
      term: "short",
    });
  });
  return { id, projectId, village, user: await aUser({ role: "enterprise", enterpriseId: id }) };
}

export type GivenPosting = Partial<typeof s.postings.$inferInsert> & {
  kind?: PostingKind;
  enterprise?: TestEnterprise;
  job?: Partial<typeof s.jobDetails.$inferInsert>;
  land?: Partial<typeof s.landDetails.$inferInsert>;
  equity?: Partial<typeof s.equityDetails.$inferInsert>;
  order?: Partial<typeof s.orderDetails.$inferInsert>;
  membership?: Partial<typeof s.membershipDetails.$inferInsert>;
  contract?: Partial<typeof s.contractDetails.$inferInsert>;
};
export type TestPosting = { id: string; enterprise: TestEnterprise };

/** A published job with ten places unless told otherwise. */
export async function aPosting(given: GivenPosting = {}): Promise<TestPosting> {
  const { enterprise: owner, job, land, equity, order, membership, contract, ...row } = given;
  const enterprise = owner ?? (await anEnterprise());
  const id = newId();
  const kind = row.kind ?? "job";
  await tx(async (w) => {
    await w.insert(s.postings).values({
      id,
      projectId: enterprise.projectId,
      state: "published",
      title: "测试需求",
      villageCode: enterprise.village,
      closesOn: "2027-12-31",
      capacity: kind === "land" || kind === "order" ? 10_000 : 10,
      createdBy: enterprise.user.userId,
      ...row,
      kind,
    });
    if (kind === "job")
      await w.insert(s.jobDetails).values({
        postingId: id,
        months: 0b11100,
        work: "ordinary",
        wageFen: 300_000,
        wageUnit: "month",
        skills: [],
        ...job,
      });
    else if (kind === "land")
      await w.insert(s.landDetails).values({
        postingId: id,
        parcelKinds: ["tea"],
        minMu100: 100,
        rentFenPerMuYear: 60_000,
        years: 5,
        ...land,
      });
    else if (kind === "order")
      await w.insert(s.orderDetails).values({
        postingId: id,
        product: "茶叶鲜叶",
        parcelKinds: ["tea"],
        yieldJin: 120,
        minJin: 50,
        fullJin: 600,
        floorFenPerJin: 1_000,
        deliveryMonths: 0b11100,
        payWithinDays: 15,
        years: 3,
        ...order,
      });
    else if (kind === "membership")
      await w.insert(s.membershipDetails).values({
        postingId: id,
        shareFen: 10_000,
        surplusBp: 6_000,
        services: ["supplies", "sales"],
        ...membership,
      });
    else if (kind === "contract")
      await w.insert(s.contractDetails).values({
        postingId: id,
        product: "香菇",
        plotMu100: 100,
        maxPlots: 3,
        months: 0b11100,
        skills: [],
        feeFenPerPlotYear: 80_000,
        inputsFenPerPlotYear: 300_000,
        yieldJinPerPlot: 2_000,
        floorFenPerJin: 400,
        payWithinDays: 15,
        years: 3,
        ...contract,
      });
    else
      await w.insert(s.equityDetails).values({
        postingId: id,
        fenPerPerson: 1_000_000,
        guaranteedBp: 500,
        secondBp: 200,
        bindingLink: "labor",
        ...equity,
      });
  });
  return { id, enterprise };
}

/** The officers of the county and the people of one household, each a user of their own. */
export async function people(household: TestHousehold) {
  return {
    household: await aUser({ role: "household", householdCode: household.code }),
    village: await aUser({ role: "village", divisionScope: household.village }),
    town: await aUser({ role: "town", divisionScope: household.village.slice(0, 9) }),
    county: await aUser({ role: "county", divisionScope: "610724" }),
    county2: await aUser({ role: "county", divisionScope: "610724" }),
    admin: await aUser({ role: "admin", divisionScope: "610724" }),
    auditor: await aUser({ role: "auditor", divisionScope: "610724" }),
  };
}
