import { afterEach, describe, expect, it, vi } from "vitest";
import { addDays, addYears, ageOn, dayOf, daysBetween, isDay, monthBit, today } from "@/lib/clock/clock";

afterEach(() => vi.unstubAllEnvs());

describe("the county's day", () => {
  it("turns at 16:00 UTC", () => {
    expect(dayOf(new Date("2026-11-23T15:59:59.999Z"))).toBe("2026-11-23");
    expect(dayOf(new Date("2026-11-23T16:00:00.000Z"))).toBe("2026-11-24");
    expect(dayOf(new Date("2026-12-31T16:00:00.000Z"))).toBe("2027-01-01");
  });

  it("is moved by SANJIN_TODAY, which live mode and nonsense refuse", () => {
    vi.stubEnv("SANJIN_TODAY", "2026-03-01");
    expect(today()).toBe("2026-03-01");
    vi.stubEnv("SANJIN_TODAY", "2026-02-30");
    expect(() => today()).toThrow(/date/);
    vi.stubEnv("SANJIN_TODAY", "2026-03-01");
    vi.stubEnv("SANJIN_MODE", "live");
    expect(() => today()).toThrow(/live/);
  });
});

describe("days", () => {
  it("knows real dates only", () => {
    for (const day of ["2026-01-31", "2024-02-29", "0999-01-01"]) expect(isDay(day), day).toBe(true);
    for (const day of ["2026-02-29", "2026-13-01", "2026-1-1", "2026-01-01T00:00", "", "20260101"])
      expect(isDay(day), day).toBe(false);
  });

  it("adds across months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
    expect(addDays("2026-06-15", 0)).toBe("2026-06-15");
  });

  it("gives a month its bit", () => {
    expect(monthBit("2026-01-31")).toBe(1);
    expect(monthBit("2026-12-01")).toBe(2048);
  });

  it("counts completed years: the birthday itself counts, the day before does not", () => {
    expect(ageOn("2010-05-20", "2026-05-19")).toBe(15);
    expect(ageOn("2010-05-20", "2026-05-20")).toBe(16);
    expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
    expect(ageOn("2008-02-29", "2026-03-01")).toBe(18);
  });
});

it("days between two days, over the end of a year", () => {
  expect(daysBetween("2026-12-30", "2027-01-02")).toBe(3);
  expect(daysBetween("2027-01-02", "2026-12-30")).toBe(-3);
  expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
});

it("moves a day by years; a leap day falls on the 28th elsewhere", () => {
  expect(addYears("2026-11-25", -16)).toBe("2010-11-25");
  expect(addYears("2024-02-29", -16)).toBe("2008-02-29");
  expect(addYears("2024-02-29", -1)).toBe("2023-02-28");
});
