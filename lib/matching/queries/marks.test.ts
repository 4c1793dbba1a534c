import { describe, expect, it } from "vitest";
import { type Seen, seeing } from "@/lib/matching/queries/marks";

const start: Seen = { last: 10, missing: [] };
const minute = 60_000;
const ranges = ({ missing }: Seen) => missing.map(({ from, to }) => [from, to]);
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe("numbers of changes that have been read", () => {
  it("leaves nothing missing when they come one after the other", () => {
    expect(seeing(start, [11, 12, 13], 0)).toEqual({ last: 13, missing: [] });
    expect(seeing(start, [], 0)).toEqual(start);
  });

  it("keeps a whole county's import as missing while others commit in the midst of its numbers", () => {
    // Fifty thousand numbers taken and not committed yet; 20,000 and 60,001 are of others.
    const others = seeing(start, [20_000, 60_001], 0);
    expect(others.last).toBe(60_001);
    expect(ranges(others)).toEqual([
      [11, 19_999],
      [20_001, 60_000],
    ]);
    const bulk = [...upTo(11, 19_999), ...upTo(20_001, 60_000)];
    expect(seeing(others, bulk, minute)).toEqual({ last: 60_001, missing: [] });
  });

  it("splits what is missing where some of it comes, and goes on counting from the first miss", () => {
    const some = seeing(seeing(start, [20], 0), [13, 14, 17, 22], 5 * minute);
    expect(some.last).toBe(22);
    expect(ranges(some)).toEqual([
      [11, 12],
      [15, 16],
      [18, 19],
      [21, 21],
    ]);
    // After ten minutes the first three were rolled back; the last has five more.
    expect(ranges(seeing(some, [23], 10 * minute + 1))).toEqual([[21, 21]]);
    expect(ranges(seeing(some, [15, 16, 19], 6 * minute))).toEqual([
      [11, 12],
      [18, 18],
      [21, 21],
    ]);
  });

  it("does not move back on a number it has read", () => {
    expect(seeing(start, [4, 10, 12], 0)).toMatchObject({ last: 12, missing: [{ from: 11, to: 11 }] });
  });
});
