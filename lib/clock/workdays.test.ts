import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clock/clock";
import { isWorkday, workdaysAfter } from "@/lib/clock/workdays";

describe("working days in China", () => {
  it("follow the State Council where it has decided: shifted weekends are worked, bridges are not", () => {
    expect(isWorkday("2026-02-14")).toBe(true); // a Saturday worked before Spring Festival
    expect(isWorkday("2026-02-20")).toBe(false);
    expect(isWorkday("2024-10-12")).toBe(true);
  });

  it("of years nobody has decided yet are weekdays but the statutory days off", () => {
    const off = [
      ...["2031-01-01", "2031-01-22", "2031-01-23", "2031-01-24"], // New Year's Eve by the moon: 22 January
      ...["2031-04-05", "2031-05-01", "2031-05-02", "2031-06-24", "2031-10-01", "2031-10-02", "2031-10-03"],
    ];
    for (const day of off) expect(isWorkday(day), day).toBe(false);
    expect(isWorkday("2031-01-21")).toBe(true);
    expect(isWorkday("2031-05-05")).toBe(true);
    // The calendar is right at both ends of what the moon's table covers, and never stops counting.
    expect(workdaysAfter("2099-12-28", 1)).toBe("2099-12-29");
  });

  it("never leave out a weekday for more than a week and a half, in any of forty years", () => {
    let run = 0;
    for (let day = "2020-01-01"; day < "2060-01-01"; day = addDays(day, 1)) {
      run = isWorkday(day) ? 0 : run + 1;
      expect(run, day).toBeLessThanOrEqual(10);
    }
  });
});
