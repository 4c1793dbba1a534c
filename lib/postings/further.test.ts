import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tx } from "@/db/client";
import { postings } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { anEnterprise, testDay } from "@/lib/applications/testing";
import { changePosting, createPosting, movePosting } from "@/lib/postings/commands";
import { getPosting } from "@/lib/postings/queries";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const order = {
  kind: "order",
  totalJin: 5000,
  product: "茶叶鲜叶",
  grade: "一芽一叶",
  parcelKinds: ["tea", "dry"],
  yieldJin: 120,
  minJin: 50,
  fullJin: 600,
  floorFenPerJin: 900,
  deliveryMonths: [3, 4, 12],
  payWithinDays: 7,
  years: 3,
};
const membership = {
  kind: "membership",
  households: 30,
  shareFen: 20_000,
  surplusBp: 6_500,
  services: ["sales", "machinery"],
  ownVillages: true,
};
const contract = {
  kind: "contract",
  plots: 10,
  plotMu: 0.6,
  maxPlots: 3,
  product: "香菇",
  months: [1, 10, 11],
  skills: ["mushroom-growing"],
  feeFenPerPlotYear: 50_000,
  inputsFenPerPlotYear: 300_000,
  yieldJinPerPlot: 1_000,
  floorFenPerJin: 400,
  payWithinDays: 15,
  years: 5,
};

async function aWriter(kind: "cooperative" | "leading" = "cooperative") {
  const enterprise = await anEnterprise({ kind });
  const said = (details: object) => ({
    projectId: enterprise.projectId,
    title: "测试需求",
    villageCode: enterprise.village,
    closesOn: "2027-03-01",
    ...details,
  });
  const write = (details: object) => createPosting(enterprise.user, said(details), testDay);
  return { ...enterprise, said, write };
}

describe("a posting of a further kind", () => {
  it.each([
    [order, 5000, { ...order, deliveryMonths: 0b100000001100 }],
    [membership, 30, membership],
    [contract, 10, { ...contract, months: 0b11000000001, plotMu100: 60 }],
  ])("keeps what was said, in the units of the rules", async (details, capacity, stored) => {
    const { write, user } = await aWriter();
    const posting = await getPosting(user, (await write(details)).id);
    const {
      kind,
      totalJin: _,
      households: __,
      plots: ___,
      plotMu: ____,
      ...rest
    } = stored as never as Record<string, unknown> & { kind: "order" };
    expect(posting).toMatchObject({ kind, capacity, [kind]: rest });
  });

  it.each([
    [order, { floorFenPerJin: 800 }],
    [order, { deliveryMonths: [3] }],
    [membership, { shareFen: 0 }],
    [contract, { inputsFenPerPlotYear: 310_000 }],
    [contract, { maxPlots: 2 }],
  ])(
    "may be retitled once somebody was matched on it, but not change its terms: %#",
    async (details, other) => {
      const { write, said, user } = await aWriter();
      const { id } = await write(details);
      await movePosting(user, id, { move: "submit" }, () => Promise.reject(new Error("not asked")));
      await tx((w) => w.update(postings).set({ taken: 1 }).where(eq(postings.id, id)));
      const { version } = await getPosting(user, id);
      const change = (more: object, seen: number) =>
        changePosting(user, id, said({ ...details, title: "换个名称", ...more }), seen, testDay);
      await expect(change(other, version)).rejects.toMatchObject({ code: "terms-bound" });
      await change({}, version);
      expect(await getPosting(user, id)).toMatchObject({ title: "换个名称", version: version + 1 });
    },
  );

  it("takes members for a co-op alone", async () => {
    const { write } = await aWriter("leading");
    await expect(write(membership)).rejects.toMatchObject({ fields: { kind: { code: "co-ops-only" } } });
    await write(order);
    await write(contract);
  });
});
