import { describe, expect, it } from "vitest";
import * as f from "@/lib/i18n/format";

describe("as people write it", () => {
  it("money", () => {
    expect(f.formatMoney("zh", 150_000)).toBe("1,500 元");
    expect(f.formatMoney("zh", 1_200_000)).toBe("1.2 万元");
    expect(f.formatMoney("zh", 1_234_500)).toBe("12,345 元");
    expect(f.formatMoney("en", 1_200_000)).toBe("12,000 yuan");
    expect(f.formatMoney("zh", 1)).toBe("0.01 元");
    expect(f.formatMoneyRounded("zh", 1_234_567_00)).toBe("123.5 万元");
    expect(f.formatMoneyRounded("zh", 27_600_000_000)).toBe("2.76 亿元");
    expect(f.formatMoneyRounded("en", 1_234_567_00)).toBe("1,235,000 yuan");
  });
  it("areas and distances", () => {
    expect(f.formatMu("zh", 350)).toBe("3.5 亩");
    expect(f.formatMu("en", 125)).toBe("1.25 mu");
    expect(f.formatKm("zh", 3.24)).toBe("3.2 公里");
    expect(f.formatKm("en", 0.02)).toBe("under 0.1 km");
    expect(f.formatKm("en", 0)).toBe("0 km");
  });
  it("days never shift, instants are Shanghai's", () => {
    expect(f.formatDay("zh", "2026-11-30")).toBe("11月30日");
    expect(f.formatDayWithYear("en", "2026-01-05")).toBe("5 Jan 2026");
    expect(f.formatInstant("zh", new Date("2026-11-30T16:05:00Z"))).toBe("12月1日 00:05");
    expect(f.formatInstant("en", new Date("2026-12-31T16:00:00Z"), true)).toBe("1 Jan 2027 00:00");
  });
  it("months in runs, also over the new year", () => {
    const bits = (...months: number[]) => months.reduce((sum, m) => sum | (1 << (m - 1)), 0);
    expect(f.formatMonths("zh", bits(3, 4, 5))).toBe("3–5月");
    expect(f.formatMonths("en", bits(10, 11, 12, 1, 2, 3))).toBe("Oct–Mar");
    expect(f.formatMonths("zh", bits(10, 11, 12, 1, 2, 3))).toBe("10月–次年3月");
    expect(f.formatMonths("zh", bits(3, 4, 9))).toBe("3–4月、9月");
    expect(f.formatMonths("en", 4095)).toBe("all year");
    expect(f.monthRuns(0)).toEqual([]);
  });
  it("rates and shares", () => {
    expect(f.formatRate("zh", 500)).toBe("5%");
    expect(f.formatShare("en", 0.725, 1)).toBe("72.5%");
  });
});
