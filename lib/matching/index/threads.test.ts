import { describe, expect, it } from "vitest";
import { buildIndex } from "@/lib/matching/index/build";
import { topRows } from "@/lib/matching/index/rank";
import { RankingThreads } from "@/lib/matching/index/threads";
import { aCounty } from "@/lib/matching/testing";
import { defaultPolicy } from "@/lib/policy/policy";

const today = "2026-11-24";

describe("all postings on several threads", () => {
  it("gives each posting the list it has by itself, however many threads", async () => {
    const { households, postings } = aCounty({ seed: 7, households: 400, postings: 11 });
    const index = buildIndex(households);
    const alone = postings.map((posting) =>
      topRows(index, posting, defaultPolicy, today, 20).map(({ row, score }) => ({ row, score })),
    );
    expect(alone.some((list) => list.length === 20)).toBe(true);
    for (const threads of [1, 2, 3]) {
      const ranking = await RankingThreads.start(index, postings, defaultPolicy, today, {
        limit: 20,
        threads,
      });
      expect(await ranking.rank()).toEqual(alone);
      expect(await ranking.rank()).toEqual(alone);
      await ranking.end();
    }
  }, 60_000);
});
