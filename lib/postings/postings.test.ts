import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { audit, postings } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { publicAsker } from "@/lib/access/asker";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { defaultPolicy } from "@/lib/policy/policy";
import { changePosting, createPosting, movePosting } from "@/lib/postings/commands";
import { bitsToMonths, monthsToBits, postingInput, postingProblems, toMu100 } from "@/lib/postings/input";
import { getPosting, isOpenOn, listPostings } from "@/lib/postings/queries";
import { isRefusal } from "@/lib/refusal/refusal";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const shared = { projectId: "R1", title: "采茶工", villageCode: "610724100201", closesOn: "2027-03-01" };
const job = {
  kind: "job",
  ...shared,
  positions: 5,
  months: [3, 4],
  work: "ordinary",
  wageFen: 180_000,
  wageUnit: "month",
};
const land = {
  kind: "land",
  ...shared,
  totalMu: 50,
  parcelKinds: ["tea"],
  minMu: 0.5,
  rentFenPerMuYear: 60_000,
  years: 5,
};
const equity = {
  kind: "equity",
  ...shared,
  persons: 10,
  fenPerPerson: 1_000_000,
  guaranteedBp: 500,
  secondBp: 200,
  bindingLink: "land",
};

const order = {
  kind: "order",
  ...shared,
  product: "鲜叶",
  totalJin: 5000,
  parcelKinds: ["tea"],
  yieldJin: 120,
  minJin: 50,
  fullJin: 600,
  floorFenPerJin: 900,
  deliveryMonths: [3, 4],
  payWithinDays: 0,
  years: 1,
};
const membership = {
  kind: "membership",
  ...shared,
  households: 30,
  shareFen: 0,
  surplusBp: 6_000,
  services: ["sales"],
};
const contract = {
  kind: "contract",
  ...shared,
  plots: 10,
  plotMu: 0.6,
  maxPlots: 3,
  product: "香菇",
  months: [10, 11],
  feeFenPerPlotYear: 50_000,
  inputsFenPerPlotYear: 300_000,
  yieldJinPerPlot: 1_000,
  floorFenPerJin: 351,
  payWithinDays: 15,
  years: 3,
};

const problemsOf = (input: object) => postingProblems(postingInput.parse(input), defaultPolicy, testDay);

describe("the report's rules", () => {
  it("let pass what keeps to them exactly", () => {
    for (const input of [job, land, equity, order, membership, contract, { ...job, closesOn: testDay }])
      expect(problemsOf(input)).toEqual({});
    expect(problemsOf({ ...job, wageUnit: "day", wageFen: 6_000 })).toEqual({});
  });

  it.each([
    [{ ...job, wageFen: 179_999 }, { wageFen: { code: "below-wage-floor", min: 1800 } }],
    [{ ...job, wageUnit: "day", wageFen: 5_999 }, { wageFen: { code: "below-wage-floor", min: 60 } }],
    [{ ...job, ageMin: 50, ageMax: 40 }, { ageMax: { code: "min-over-max", min: 50 } }],
    [{ ...job, skillsRequired: true }, { skills: { code: "missing" } }],
    [{ ...job, closesOn: "2026-11-22" }, { closesOn: { code: "in-the-past" } }],
    [{ ...land, minMu: 50.01 }, { minMu: { code: "too-big", max: 50 } }],
    [{ ...land, fullMu: 0.4 }, { fullMu: { code: "min-over-max", min: 0.5 } }],
    [{ ...equity, fenPerPerson: 999_999 }, { fenPerPerson: { code: "not-allotment", min: 10_000 } }],
    [{ ...equity, guaranteedBp: 499 }, { guaranteedBp: { code: "below-guaranteed", min: 5 } }],
    [{ ...order, minJin: 5001, fullJin: 6000 }, { minJin: { code: "too-big", max: 5000 } }],
    [{ ...order, fullJin: 49 }, { fullJin: { code: "min-over-max", min: 50 } }],
    [{ ...membership, surplusBp: 5_999 }, { surplusBp: { code: "below-surplus", min: 60 } }],
    [{ ...contract, maxPlots: 11 }, { maxPlots: { code: "too-big", max: 10 } }],
    [{ ...contract, floorFenPerJin: 350 }, { floorFenPerJin: { code: "plot-loses", min: 3.5 } }],
    [{ ...equity, secondBp: 199 }, { secondBp: { code: "below-second", min: 2 } }],
  ])("refuse %o", (input, problems) => expect(problemsOf(input)).toEqual(problems));
});

describe("parsing", () => {
  it.each([
    ["positions", 1e9],
    ["positions", 0],
    ["positions", 1.5],
    ["positions", "5"],
    ["months", []],
    ["months", [0]],
    ["months", [13]],
    ["closesOn", "2027-02-29"],
    ["closesOn", "01.03.2027"],
    ["title", "  "],
    ["title", "长".repeat(41)],
    ["title", "两\n行"],
    ["title", "\u0000"],
    ["villageCode", "6107241002"],
    ["radiusKm", -1],
    ["lat", 91],
    ["wageFen", 1e300],
    ["skills", ["flying"]],
    ["work", "hard"],
    ["createdBy", "me"],
    ["state", "published"],
  ])("refuses %s = %j", (field, value) => {
    const result = postingInput.safeParse({ ...job, [field]: value });
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error?.issues)).toContain(field);
  });

  it("months go to bits and back, mu to hundredths", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (months) => {
        expect(bitsToMonths(monthsToBits(months))).toEqual([...months].sort((a, b) => a - b));
      }),
    );
    for (let mu100 = 1; mu100 <= 10_000; mu100++) expect(toMu100(mu100 / 100)).toBe(mu100);
  });
});

describe("writing", () => {
  const reach = async () => "20-49" as const;
  async function aWriter() {
    const firm = await anEnterprise();
    const input = { ...job, projectId: firm.projectId, villageCode: firm.village };
    return { firm, input, make: async () => (await createPosting(firm.user, input, testDay)).id };
  }

  it("keeps every character, and an audit row", async () => {
    const { firm, input } = await aWriter();
    const title = "𫖯村 'x' \"y\" \\ %_ <b>&amp;";
    const summary = "第一行\n第二行\t\u200d👩‍🌾";
    const { id } = await createPosting(firm.user, { ...input, title, summary }, testDay);
    expect(await getPosting(firm.user, id)).toMatchObject({ title, summary, state: "draft", version: 1 });
    expect(await db.$count(audit, eq(audit.subjectId, id))).toBe(1);
  });

  it("is for enterprises, on their own project and a real village", async () => {
    const { firm, input } = await aWriter();
    const rival = await anEnterprise();
    const who = await people(await aHousehold());
    for (const asker of [who.household, who.village, who.town, who.county, who.admin, who.auditor])
      await expect(createPosting(asker, input, testDay)).rejects.toMatchObject({ code: "forbidden" });
    await expect(createPosting(publicAsker, input, testDay)).rejects.toMatchObject({
      code: "sign-in-needed",
    });
    for (const projectId of [rival.projectId, "none"])
      await expect(createPosting(firm.user, { ...input, projectId }, testDay)).rejects.toMatchObject({
        fields: { projectId: { code: "unknown" } },
      });
    const town = `${firm.village.slice(0, 9)}000`;
    for (const villageCode of ["999999999999", town])
      await expect(createPosting(firm.user, { ...input, villageCode }, testDay)).rejects.toMatchObject({
        fields: { villageCode: { code: "unknown" } },
      });
  });

  it("overwrites nothing the writer has not seen", async () => {
    const { firm, input, make } = await aWriter();
    const id = await make();
    const change = (title: string) => changePosting(firm.user, id, { ...input, title }, 1, testDay);
    const results = await Promise.allSettled([change("一"), change("二")]);
    expect(results.filter((r) => r.status === "fulfilled")).toHaveLength(1);
    expect(results.find((r) => r.status === "rejected")).toMatchObject({ reason: { code: "changed" } });
    expect((await getPosting(firm.user, id)).version).toBe(2);
  });

  it("a published posting that changes is reviewed again; its kind and the places taken stay", async () => {
    const { firm, input } = await aWriter();
    const { id } = await aPosting({ enterprise: firm, taken: 3, capacity: 5 });
    const seen = await getPosting(firm.user, id);
    if (seen.kind !== "job") throw new Error("a job was asked for");
    const { months, work, wageFen, wageUnit, lodging } = seen.job;
    const terms = { months: bitsToMonths(months), work, wageFen, wageUnit, lodging };
    const change = (more: object, version = 1) =>
      changePosting(firm.user, id, { ...input, ...terms, ...more }, version, testDay);
    // What three households are matched on does not change under them.
    for (const other of [
      { wageFen: wageFen + 1 },
      { wageUnit: wageUnit === "month" ? "day" : "month", wageFen: 300_000 },
      { months: months === 1 ? [2] : [1] },
      { work: work === "light" ? "skilled" : "light" },
      { lodging: !lodging },
    ])
      await expect(change({ positions: 3, ...other })).rejects.toMatchObject({ code: "terms-bound" });
    await expect(change({ positions: 2 })).rejects.toMatchObject({ code: "full" });
    const asLand = { ...land, projectId: firm.projectId, villageCode: firm.village };
    await expect(changePosting(firm.user, id, asLand, 1, testDay)).rejects.toMatchObject({
      fields: { kind: { code: "not-in-list" } },
    });
    await change({ positions: 3 });
    expect(await getPosting(firm.user, id)).toMatchObject({
      state: "submitted",
      capacity: 3,
      taken: 3,
      version: 2,
    });
    await movePosting((await people(await aHousehold())).county, id, { move: "publish" }, reach);
    await movePosting(firm.user, id, { move: "close", reason: "招满" }, reach);
    await expect(change({}, 4)).rejects.toMatchObject({ code: "not-open", data: { state: "closed" } });
  });

  it("another's posting: not there while a draft, not allowed once published", async () => {
    const { firm, input, make } = await aWriter();
    const rival = await anEnterprise();
    const own = { ...input, projectId: rival.projectId };
    await expect(changePosting(rival.user, await make(), own, 1, testDay)).rejects.toMatchObject({
      code: "not-found",
    });
    const { id } = await aPosting({ enterprise: firm });
    await expect(changePosting(rival.user, id, own, 1, testDay)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("survives anything: the answer is a refusal or a posting", async () => {
    const { firm, input } = await aWriter();
    const field = fc.constantFrom(
      ...Object.keys({ ...job, ...land, ...equity, summary: 1, lat: 1, radiusKm: 1, x: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(input, { ...land, ...input, kind: "land" }, { ...equity, kind: "equity" }),
        fc.dictionary(
          field,
          fc.oneof(fc.anything(), fc.double(), fc.string({ unit: "binary" }), fc.constant(null)),
        ),
        async (base, changes) => {
          try {
            await createPosting(firm.user, { ...base, ...changes }, testDay);
          } catch (error) {
            expect(isRefusal(error) ? "refused" : error).toBe("refused");
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("reading", () => {
  it("the public reads what is published by an enterprise in good standing, and nothing else", async () => {
    const firm = await anEnterprise();
    const suspended = await anEnterprise({ state: "suspended" });
    const shown = await aPosting({ enterprise: firm });
    const hidden = [await aPosting({ enterprise: suspended })];
    for (const state of ["draft", "submitted", "returned", "closed"] as const)
      hidden.push(await aPosting({ enterprise: firm, state }));
    const { items } = await listPostings(publicAsker, { limit: 200 });
    expect(items.map((p) => p.id)).toContain(shown.id);
    for (const { id } of hidden) {
      expect(items.map((p) => p.id)).not.toContain(id);
      await expect(getPosting(publicAsker, id)).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await listPostings(firm.user, { enterpriseId: firm.id })).items).toHaveLength(5);
  });

  it("is open on a day when published, not past its last day and not full", async () => {
    const firm = await anEnterprise();
    const open = await aPosting({ enterprise: firm, closesOn: testDay });
    const others = [
      await aPosting({ enterprise: firm, closesOn: "2026-11-22" }),
      await aPosting({ enterprise: firm, capacity: 2, taken: 2 }),
      await aPosting({ enterprise: firm, state: "closed" }),
    ];
    const found = await listPostings(firm.user, { enterpriseId: firm.id, openOn: testDay });
    expect(found.items.map((p) => p.id)).toEqual([open.id]);
    for (const { id } of [open, ...others])
      expect(isOpenOn(await getPosting(firm.user, id), testDay)).toBe(id === open.id);
  });

  it("is found by its town and by its village", async () => {
    const firm = await anEnterprise();
    const { id } = await aPosting({ enterprise: firm });
    const { villageCode } = await getPosting(firm.user, id);
    const seen = async (filter: object) =>
      (await listPostings(firm.user, { enterpriseId: firm.id, ...filter })).items.map((p) => p.id);
    expect(await seen({ village: villageCode })).toEqual([id]);
    expect(await seen({ town: `${villageCode.slice(0, 9)}000` })).toEqual([id]);
    expect(await seen({ village: `${villageCode.slice(0, 9)}999` })).toEqual([]);
  });

  it("the database itself refuses more taken than there is", async () => {
    const { id } = await aPosting({ capacity: 1 });
    const oversell = tx((w) => w.update(postings).set({ taken: 2 }).where(eq(postings.id, id)));
    await expect(oversell).rejects.toMatchObject({ kind: "check", constraint: "postings_taken" });
  });
});
