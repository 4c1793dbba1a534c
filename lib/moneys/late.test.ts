import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clock/clock";
import { isLate, lightDays, lightOf, sumOf } from "@/lib/moneys/late";
import { defaultPolicy as policy } from "@/lib/policy/policy";

const dividend = { basis: "guaranteed", dueOn: "2026-11-30", amountFen: 150_000, paidFen: 0 } as const;
const rent = { basis: "rent-year", dueOn: "2026-03-31", amountFen: 90_000, paidFen: 0 } as const;

describe("the dividend clock", () => {
  it.each([
    ["2026-10-31", "open"],
    ["2026-11-01", "amber"],
    ["2026-11-30", "amber"],
    ["2026-12-01", "red"],
    ["2027-06-01", "red"],
  ])("on %s it shows %s", (today, light) => expect(lightOf(dividend, policy, today)).toBe(light));

  it("stands still once all is paid, and not before", () => {
    expect(lightOf({ ...dividend, paidFen: 150_000 }, policy, "2026-12-01")).toBe("paid");
    expect(lightOf({ ...dividend, paidFen: 149_999 }, policy, "2026-12-01")).toBe("red");
  });

  it("follows the policy, and dividends due earlier in the year are amber from the day after", () => {
    const earlier = { ...policy, "dividend.amberOn": "10-15", "dividend.redOn": "12-10" };
    expect(lightDays(dividend, earlier)).toEqual({ amberOn: "2026-10-15", redOn: "2026-12-10" });
    expect(lightDays({ ...dividend, dueOn: "2026-06-30" }, policy)).toEqual({
      amberOn: "2026-07-01",
      redOn: "2026-07-30",
    });
  });
});

describe("other money", () => {
  it.each([
    ["2026-03-31", "open"],
    ["2026-04-01", "amber"],
    ["2026-04-29", "amber"],
    ["2026-04-30", "red"],
  ])("on %s it shows %s", (today, light) => expect(lightOf(rent, policy, today)).toBe(light));
});

it("is late from the day after, whatever it shows", () => {
  expect(isLate(dividend, "2026-11-30")).toBe(false);
  expect(isLate(dividend, "2026-12-01")).toBe(true);
  expect(isLate({ ...dividend, paidFen: 150_000 }, "2026-12-01")).toBe(false);
});

it("paid + late + open = due, whatever was paid and whenever one asks", () => {
  const line = record({
    amountFen: integer({ min: 0, max: 1e10 }),
    share: integer({ min: 0, max: 100 }),
    shift: integer({ min: -400, max: 400 }),
    basis: constantFrom("rent-year", "guaranteed", "wage-month"),
  });
  assert(
    property(array(line, { maxLength: 40 }), (lines) => {
      const sums = sumOf(
        lines.map(({ amountFen, share, shift }) => ({
          amountFen,
          paidFen: Math.floor((amountFen * share) / 100),
          dueOn: addDays("2026-11-23", shift),
        })),
        "2026-11-23",
      );
      expect(sums.paidFen + sums.lateFen + sums.openFen).toBe(sums.dueFen);
      expect(sums.dueFen).toBe(lines.reduce((all, { amountFen }) => all + amountFen, 0));
    }),
  );
});
