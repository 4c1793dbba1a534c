import { describe, expect, it } from "vitest";
import { askedAmount, bringOf, type Wish } from "@/lib/applications/size";
import type { CountyPosting } from "@/lib/matching/county";
import { match } from "@/lib/matching/score";
import {
  aContract,
  aHousehold,
  aMember,
  aMembership,
  anOrder,
  aParcel,
  testDay,
} from "@/lib/matching/testing";
import { defaultPolicy } from "@/lib/policy/policy";

const household = aHousehold({
  members: [aMember({ id: "A" }), aMember({ id: "B", skills: ["pruning"] })],
  parcels: [
    aParcel({ id: "L1", use: "own-use", areaMu100: 100 }),
    aParcel({ id: "L2", areaMu100: 300 }),
    aParcel({ id: "L3", kind: "dry", areaMu100: 900 }),
  ],
});
const fitOf = (posting: CountyPosting) => {
  const answer = match(household, posting, defaultPolicy, testDay);
  if ("leftOut" in answer) throw new Error(answer.leftOut.rule);
  return answer.fit;
};
const bring = (posting: CountyPosting, wish: Wish = {}) =>
  bringOf(fitOf(posting), posting, defaultPolicy, wish);

describe("what a household brings to an order", () => {
  it("is all it could deliver, on the land that takes", () => {
    // 4 mu of tea × 120 = 480 jin.
    expect(bring(anOrder())).toEqual({
      memberId: null,
      parcels: [
        { parcelId: "L1", mu100: 100 },
        { parcelId: "L2", mu100: 300 },
      ],
      size: 480,
    });
  });
  it("is what it wishes, on the parcels it names, rounded up to hundredths of a mu", () => {
    expect(bring(anOrder(), { jin: 200 })).toMatchObject({
      parcels: [
        { parcelId: "L1", mu100: 100 },
        { parcelId: "L2", mu100: 67 },
      ],
      size: 200,
    });
    expect(bring(anOrder(), { jin: 200, parcels: ["L2"] }).parcels).toEqual([{ parcelId: "L2", mu100: 167 }]);
    expect(bring(anOrder(), { parcels: ["L1"] })).toMatchObject({ size: 120 });
  });
  it.each([
    [{ jin: 481 }, { fields: { jin: { code: "too-big", max: 480 } } }],
    [{ jin: 49 }, { fields: { jin: { code: "too-small", min: 50 } } }],
    [{ jin: 200, parcels: ["L1"] }, { fields: { jin: { code: "too-big", max: 120 } } }],
    [{ parcels: ["L3"] }, { fields: { parcels: { code: "not-in-list" } } }],
  ])("refuses %o", (wish, refusal) => {
    expect(() => bring(anOrder(), wish)).toThrow(expect.objectContaining(refusal));
  });
  it("is no more than is left, and nothing when that is below the least lot", () => {
    const left = (n: number) => anOrder({ capacity: 1000, taken: 1000 - n });
    expect(bring(left(100))).toMatchObject({ size: 100, parcels: [{ parcelId: "L1", mu100: 84 }] });
    expect(() => bring(left(100), { jin: 101 })).toThrow(expect.objectContaining({ code: "full" }));
    expect(() => bring(left(49))).toThrow(expect.objectContaining({ code: "full" }));
  });
  it("takes no land when its product needs none", () => {
    const bags = anOrder({ parcelKinds: [], yieldJin: 300 });
    expect(bring(bags)).toEqual({ memberId: null, parcels: [], size: 600 });
  });
});

it("a membership is one household's", () => {
  expect(bring(aMembership())).toEqual({ memberId: null, parcels: [], size: 1 });
});

it("a plot has one who answers for it, and is one plot when nothing is said", () => {
  const plots = aContract({ skills: ["pruning"], capacity: 2 });
  expect(bring(plots)).toEqual({ memberId: "B", parcels: [], size: 1 });
  expect(bring(plots, { member: "A", plots: 2 })).toEqual({ memberId: "A", parcels: [], size: 2 });
  expect(() => bring(plots, { plots: 3 })).toThrow(expect.objectContaining({ code: "full" }));
  expect(() => bring(plots, { plots: 4 })).toThrow(
    expect.objectContaining({ fields: { plots: { code: "too-big", max: 3 } } }),
  );
  expect(() => bring(plots, { member: "C" })).toThrow(
    expect.objectContaining({ fields: { member: { code: "not-in-list" } } }),
  );
});

it("asks how much of what a household says itself, within what it could and what is left", () => {
  const asked = (posting: CountyPosting) => askedAmount(fitOf(posting), posting);
  expect(asked(anOrder())).toEqual({ name: "jin", least: 50, most: 480, usual: 480 });
  expect(asked(anOrder({ capacity: 300 }))).toMatchObject({ most: 300, usual: 300 });
  expect(asked(aContract({ capacity: 2 }))).toEqual({ name: "plots", least: 1, most: 2, usual: 1 });
  expect(asked(aMembership())).toBeNull();
});
