import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgreementTerms } from "@/db/agreement-terms";
import { addDays, addYears, daysBetween } from "@/lib/clock/clock";
import { partsOf } from "@/lib/moneys/declared";
import { type Agreed, type Facts, dueLines as linesOf, noFacts } from "@/lib/moneys/due-lines";
import type { Span } from "@/lib/moneys/periods";

/** An agreement whose terms never change, unless told otherwise. */
const dueLines = (
  terms: AgreementTerms,
  span: Span,
  until: string,
  facts?: Facts,
  changes: Agreed["periods"] = [],
) => linesOf({ ...span, periods: [{ from: span.startsOn, terms }, ...changes] }, until, facts);

const far = "2200-01-01";
type Of<K extends AgreementTerms["kind"]> = Extract<AgreementTerms, { kind: K }>;

const pingli: Of<"equity"> = {
  kind: "equity",
  persons: 3,
  memberIds: ["a", "b", "c"],
  fenPerPerson: 1_000_000,
  guaranteedBp: 500,
  secondBp: 200,
  secondBase: "profit",
  payMonthDay: "11-30",
};
const land: Of<"land"> = {
  kind: "land",
  parcels: [{ parcelId: "L1", kind: "tea", mu100: 250 }],
  mu100: 250,
  rentFenPerMuYear: 60_000,
  years: 5,
  payMonthDay: "12-31",
};
const job: Of<"job"> = {
  kind: "job",
  memberId: "M1",
  months: 0b11100,
  wageFen: 300_000,
  wageUnit: "month",
  daysPerMonth: 22,
  payDay: 10,
  lodging: false,
};
const plot: Of<"contract"> = {
  kind: "contract",
  memberId: null,
  plots: 2,
  plotMu100: 133,
  product: "tea",
  unit: "jin",
  months: 0b11100,
  feeFenPerPlotYear: 12_345,
  inputsFenPerPlotYear: 5_000,
  floorPriceFen: 4_000,
  payWithinDays: 10,
  years: 3,
  payMonthDay: "02-29",
};
const totalOf = (lines: readonly { amountFen: number }[]) => lines.reduce((all, l) => all + l.amountFen, 0);
const start = integer({ min: 0, max: 12_000 }).map((days) => addDays("2019-12-31", days));

describe("Pingli's example", () => {
  it("three persons, 30,000 yuan, 1,500 due by 30 November of every year", () => {
    const lines = dueLines(pingli, { startsOn: "2026-03-11", endsOn: "2029-03-10" }, far);
    expect(lines).toMatchObject([
      { kind: "dividend", basis: "guaranteed", dueOn: "2026-11-30", amountFen: 150_000 },
      { dueOn: "2027-11-30", amountFen: 150_000 },
      { dueOn: "2028-11-30", amountFen: 150_000 },
    ]);
  });

  it("the second dividend is at least 2 % on the configured base, in whole fen", () => {
    const holding = { agreementId: "G1", terms: pingli, startsOn: "2026-01-01", endsOn: null };
    const other = { ...holding, agreementId: "G2", terms: { ...pingli, persons: 6 } };
    // 2 % of a million yuan of profit is 20,000, by capital 1 : 2.
    expect([...partsOf([holding, other], { year: 2026, profitFen: 100_000_000 })]).toEqual([
      ["G1", 666_667],
      ["G2", 1_333_333],
    ]);
    const onPrincipal = { ...holding, terms: { ...pingli, secondBase: "principal" as const } };
    expect([...partsOf([onPrincipal], { year: 2026, profitFen: 1 })]).toEqual([["G1", 60_000]]);
    expect([...partsOf([onPrincipal], { year: 2026, profitFen: 0 })]).toEqual([]);
    const halfAYear = { ...onPrincipal, startsOn: "2028-07-02" };
    expect([...partsOf([halfAYear], { year: 2028, profitFen: 1 })]).toEqual([["G1", 30_000]]);
  });

  it("all parts of a pot are the pot, whoever came and went during the year", () =>
    assert(
      property(
        array(
          record({
            persons: integer({ min: 1, max: 7 }),
            shift: integer({ min: -500, max: 300 }),
            days: integer({ min: 0, max: 900 }),
          }),
          { minLength: 1, maxLength: 20 },
        ),
        integer({ min: 0, max: 1e10 }),
        constantFrom<AgreementTerms>(pingli, {
          kind: "membership",
          shareFen: 0,
          returnBp: 200,
          services: [],
          payMonthDay: "03-31",
        }),
        (given, profitFen, terms) => {
          const holdings = given.map(({ persons, shift, days }, i) => {
            const startsOn = addDays("2027-01-01", shift);
            const own = terms.kind === "equity" ? { ...terms, persons } : terms;
            return { agreementId: `G${i}`, terms: own, startsOn, endsOn: addDays(startsOn, days) };
          });
          const parts = partsOf(holdings, { year: 2027, profitFen });
          const pot = Math.floor((profitFen * 200) / 10_000 + 0.5);
          const sum = [...parts.values()].reduce((a, b) => a + b, 0);
          expect(sum).toBe(parts.size === 0 ? 0 : pot);
        },
      ),
    ));

  it("appears as a line of its own, from the declaration", () => {
    const declared = [
      { id: "V1", year: 2026, amountFen: 60_000, declaredOn: "2027-03-01", dueOn: "2027-11-30" },
    ];
    const lines = dueLines(pingli, { startsOn: "2026-03-11", endsOn: null }, "2026-12-31", {
      ...noFacts,
      declared,
    });
    expect(lines.filter((l) => l.basis === "second")).toMatchObject([
      { sourceId: "V1", from: "2026-01-01", to: "2026-12-31", dueOn: "2027-11-30", amountFen: 60_000 },
    ]);
  });
});

/** What runs by years is worth whole years and the days of the last one, however it is cut into lines. */
describe("yearly money sums to its terms, whatever the dates", () => {
  const kinds: [string, AgreementTerms, number][] = [
    ["rent of land", land, 150_000],
    ["the guaranteed dividend", pingli, 150_000],
    ["the fee of a plot", plot, 24_690],
  ];
  it.each(kinds)("%s", (_, terms, yearFen) =>
    assert(
      property(
        start,
        integer({ min: 0, max: 12 }),
        integer({ min: 0, max: 365 }),
        (startsOn, years, extra) => {
          const anniversary = addYears(startsOn, years);
          const ofDays = daysBetween(anniversary, addYears(startsOn, years + 1));
          const days = Math.min(extra, ofDays - 1);
          const endsOn = addDays(anniversary, days - 1);
          if (endsOn < startsOn) return;
          const lines = dueLines(terms, { startsOn, endsOn }, far);
          expect(totalOf(lines)).toBe(years * yearFen + Math.floor((yearFen * days) / ofDays + 0.5));
          for (const line of lines) {
            expect(line.dueOn >= line.from && line.dueOn <= line.to).toBe(true);
            expect(Number.isInteger(line.amountFen)).toBe(true);
          }
          expect(new Set(lines.map((l) => l.from)).size).toBe(lines.length);
        },
      ),
    ),
  );

  it("stops where it is asked to, without changing what it already said", () =>
    assert(
      property(start, integer({ min: 0, max: 4000 }), (startsOn, days) => {
        const until = addDays(startsOn, days);
        const all = dueLines(land, { startsOn, endsOn: null }, addDays(until, 800));
        const some = dueLines(land, { startsOn, endsOn: null }, until);
        expect(all.slice(0, some.length)).toEqual(some);
        expect(some.every((line) => line.from <= until)).toBe(true);
      }),
    ));
});

describe("wages", () => {
  it("by month: each month of the season, due on the pay day of the month after", () => {
    const lines = dueLines(job, { startsOn: "2027-03-16", endsOn: "2028-03-10" }, far);
    expect(lines).toEqual([
      expect.objectContaining({
        from: "2027-03-16",
        to: "2027-03-31",
        dueOn: "2027-04-10",
        amountFen: 154_839,
      }),
      expect.objectContaining({
        from: "2027-04-01",
        dueOn: "2027-05-10",
        amountFen: 300_000,
        memberId: "M1",
      }),
      expect.objectContaining({ from: "2027-05-01", dueOn: "2027-06-10", amountFen: 300_000 }),
      expect.objectContaining({
        from: "2028-03-01",
        to: "2028-03-10",
        dueOn: "2028-04-10",
        amountFen: 96_774,
      }),
    ]);
  });

  it("sum to whole months and the days of cut ones, leap years too", () =>
    assert(
      property(
        start,
        integer({ min: 0, max: 1500 }),
        integer({ min: 1, max: 4095 }),
        (startsOn, length, months) => {
          const endsOn = addDays(startsOn, length);
          const lines = dueLines({ ...job, months }, { startsOn, endsOn }, far);
          // Counted day by day, then rounded month by month.
          const days = new Map<string, number>();
          for (let day = startsOn; day <= endsOn; day = addDays(day, 1))
            if (months & (1 << (Number(day.slice(5, 7)) - 1)))
              days.set(day.slice(0, 7), (days.get(day.slice(0, 7)) ?? 0) + 1);
          let expected = 0;
          for (const [month, n] of days) {
            const [y = 0, m = 0] = month.split("-").map(Number);
            expected += Math.floor((300_000 * n) / new Date(Date.UTC(y, m, 0)).getUTCDate() + 0.5);
          }
          expect(totalOf(lines)).toBe(expected);
        },
      ),
      { numRuns: 60 },
    ));

  const daily = { ...job, wageFen: 8_001, wageUnit: "day" as const };
  it("by day: as planned until the days worked are recorded, then exactly", () => {
    const span = { startsOn: "2027-03-01", endsOn: "2027-05-31" };
    const planned = dueLines(daily, span, far);
    expect(planned).toMatchObject([
      { basis: "wage-days", amountFen: 176_022, estimated: true },
      { amountFen: 176_022, estimated: true },
      { amountFen: 176_022, estimated: true },
    ]);
    const halfDays = new Map([
      ["2027-03-01", 37],
      ["2027-04-01", 0],
    ]);
    expect(dueLines(daily, span, far, { ...noFacts, halfDays })).toMatchObject([
      { from: "2027-03-01", amountFen: 148_019, estimated: false },
      { from: "2027-05-01", estimated: true },
    ]);
  });
});

it("orders: each delivery is due for itself, so many days after", () => {
  const order: Of<"order"> = {
    kind: "order",
    product: "tea",
    grade: "1",
    unit: "jin",
    quantity: 100,
    years: 3,
    floorPriceFen: 8_000,
    deliveryMonths: 0b1100,
    payWithinDays: 15,
  };
  const deliveries: Facts["deliveries"] = [
    { id: "d2", deliveredOn: "2027-03-20", quantity100: 1_234, priceFen: 8_050 },
    { id: "d1", deliveredOn: "2027-03-20", quantity100: 50, priceFen: 8_001 },
  ];
  const lines = dueLines(order, { startsOn: "2027-03-01", endsOn: null }, far, { ...noFacts, deliveries });
  expect(lines.map((l) => [l.sourceId, l.dueOn, l.amountFen])).toEqual(
    expect.arrayContaining([
      ["d2", "2027-04-04", 99_337],
      ["d1", "2027-04-04", 4_001],
    ]),
  );
  expect(dueLines(order, { startsOn: "2027-03-01", endsOn: null }, far)).toEqual([]);
});

it("a plot's inputs on credit are taken off the first deliveries of each year", () => {
  const deliveries: Facts["deliveries"] = [
    { id: "d1", deliveredOn: "2027-04-10", quantity100: 200, priceFen: 4_000 },
    { id: "d2", deliveredOn: "2027-04-20", quantity100: 200, priceFen: 4_000 },
    { id: "d3", deliveredOn: "2028-04-20", quantity100: 100, priceFen: 4_000 },
  ];
  const lines = dueLines(plot, { startsOn: "2027-01-01", endsOn: "2029-12-31" }, far, {
    ...noFacts,
    deliveries,
  });
  // 2 plots × 50 yuan: the first delivery of 80 yuan falls away, of the second 60 are left; 2028 starts anew.
  expect(lines.filter((l) => l.kind === "sale").map((l) => [l.sourceId, l.amountFen])).toEqual([
    ["d2", 6_000],
  ]);
});

describe("terms changed by an annex", () => {
  const dearer: AgreementTerms = { ...land, rentFenPerMuYear: 90_000 };
  it("count from their day on, in the year's own line", () => {
    const change = [{ from: "2027-07-02", terms: dearer }];
    const lines = dueLines(land, { startsOn: "2027-01-01", endsOn: "2028-12-31" }, far, noFacts, change);
    // 182 days at 1,500 yuan a year, 183 at 2,250; then a whole year at 2,250.
    expect(lines.map((l) => l.amountFen)).toEqual([
      Math.round((150_000 * 182 + 225_000 * 183) / 365),
      225_000,
    ]);
  });
  it("that change nothing change nothing, whatever their day", () =>
    assert(
      property(
        start,
        integer({ min: 1, max: 2000 }),
        integer({ min: 0, max: 2500 }),
        (startsOn, length, at) => {
          const span = { startsOn, endsOn: addDays(startsOn, length) };
          for (const terms of [land, pingli, job]) {
            const changes = [{ from: addDays(startsOn, at), terms }];
            expect(dueLines(terms, span, far, noFacts, changes)).toEqual(dueLines(terms, span, far));
          }
        },
      ),
      { numRuns: 50 },
    ));
});

it("an early end never makes anything dearer, and what was due before it stays", () =>
  assert(
    property(
      constantFrom<AgreementTerms>(land, pingli, job),
      start,
      integer({ min: 1, max: 3000 }),
      integer({ min: 0, max: 3000 }),
      (terms, startsOn, length, cut) => {
        const endsOn = addDays(startsOn, length);
        const early = addDays(startsOn, Math.min(cut, length));
        const whole = dueLines(terms, { startsOn, endsOn }, far);
        const ended = dueLines(terms, { startsOn, endsOn: early }, far);
        for (const line of ended) {
          const same = whole.find((w) => w.from === line.from && w.basis === line.basis);
          expect(line.amountFen).toBeLessThanOrEqual(same?.amountFen ?? -1);
          if (line.to === same?.to) expect(line).toEqual(same);
        }
      },
    ),
  ));
