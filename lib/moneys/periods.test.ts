import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addYears } from "@/lib/clock/clock";
import {
  agreementYears,
  calendarMonths,
  daysOf,
  nextPayDay,
  payDayIn,
  wageDueOn,
} from "@/lib/moneys/periods";

const far = "2100-01-01";

describe("the years of an agreement", () => {
  it("run from anniversary to anniversary, also over 29 February", () => {
    expect(agreementYears({ startsOn: "2028-02-29", endsOn: "2030-02-27" }, far)).toEqual([
      { from: "2028-02-29", to: "2029-02-27", wholeTo: "2029-02-27" },
      { from: "2029-02-28", to: "2030-02-27", wholeTo: "2030-02-27" },
    ]);
    expect(addYears("2028-02-29", 4)).toBe("2032-02-29");
  });
  it("are cut short by the end, and go no further than asked", () => {
    expect(agreementYears({ startsOn: "2026-06-15", endsOn: "2027-07-01" }, far)[1]).toEqual({
      from: "2027-06-15",
      to: "2027-07-01",
      wholeTo: "2028-06-14",
    });
    expect(agreementYears({ startsOn: "2026-06-15", endsOn: null }, "2028-06-15")).toHaveLength(3);
    expect(agreementYears({ startsOn: "2026-06-15", endsOn: null }, "2028-06-14")).toHaveLength(2);
  });
  it("touch each other without gap or overlap", () =>
    assert(
      property(integer({ min: 0, max: 15_000 }), integer({ min: 0, max: 4000 }), (start, length) => {
        const startsOn = addDays("2020-01-01", start);
        const endsOn = addDays(startsOn, length);
        for (const parts of [
          agreementYears({ startsOn, endsOn }, far),
          calendarMonths({ startsOn, endsOn }, far),
        ]) {
          expect(parts[0]?.from).toBe(startsOn);
          expect(parts.at(-1)?.to).toBe(endsOn);
          expect(parts.reduce((all, part) => all + daysOf(part), 0)).toBe(length + 1);
          for (const [i, part] of parts.entries())
            if (i > 0) expect(part.from).toBe(addDays(parts[i - 1]?.to ?? "", 1));
        }
      }),
    ));
});

describe("pay days", () => {
  const year = { from: "2026-12-04", to: "2027-12-03", wholeTo: "2027-12-03" };
  it("fall once into a year, and not after an early end", () => {
    expect(payDayIn(year, "11-30")).toBe("2027-11-30");
    expect(payDayIn(year, "12-31")).toBe("2026-12-31");
    expect(payDayIn(year, "12-04")).toBe("2026-12-04");
    expect(payDayIn({ ...year, to: "2027-03-01" }, "11-30")).toBe("2027-03-01");
    expect(payDayIn(year, "02-29")).toBe("2027-02-28");
  });
  it("of wages are in the month after, on its last day where there is no such day", () => {
    expect(wageDueOn("2026-12-01", 10)).toBe("2027-01-10");
    expect(wageDueOn("2027-01-01", 31)).toBe("2027-02-28");
    expect(wageDueOn("2028-01-15", 31)).toBe("2028-02-29");
  });
  it("next after a day", () => {
    expect(nextPayDay("2027-03-01", "11-30")).toBe("2027-11-30");
    expect(nextPayDay("2027-11-30", "11-30")).toBe("2028-11-30");
  });
});
