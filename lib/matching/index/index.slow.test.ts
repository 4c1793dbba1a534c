import { expect, it } from "vitest";
import { buildIndex } from "@/lib/matching/index/build";
import { bytesOf } from "@/lib/matching/index/layout";
import { topRows } from "@/lib/matching/index/rank";
import { rankHouseholds } from "@/lib/matching/rank";
import { aCounty, testDay } from "@/lib/matching/testing";
import { defaultPolicy } from "@/lib/policy/policy";

it("answers as the reference does on a county of the real one's size, within 120 bytes a household", () => {
  const county = aCounty({ seed: 1, households: 19_542, postings: 30 });
  const index = buildIndex(county.households);
  for (const posting of county.postings) {
    const expected = rankHouseholds(posting, county, defaultPolicy, testDay, { limit: 50 });
    const rows = topRows(index, posting, defaultPolicy, testDay, 50);
    expect(rows.map((r) => [index.codes[r.row], r.score])).toEqual(expected.map((r) => [r.code, r.score]));
  }
  expect(bytesOf(index) / index.size).toBeLessThan(120);
});
