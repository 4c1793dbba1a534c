import { availableParallelism } from "node:os";
import { systemAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import type { RankingRow } from "@/lib/matching/answers";
import { fittingPostings, rankingFor } from "@/lib/matching/queries";
import { rankAll } from "@/lib/matching/queries/all";
import { type Command, numberOf } from "@/scripts/sanjin/command";

const most = 1_000_000;
const options = { top: { type: "string" } } as const;

/** One line for people: code, score, and the four parts. */
const lineOf = (code: string, { score, parts }: Pick<RankingRow, "score" | "parts">): string =>
  [code, score.toFixed(2), ...Object.entries(parts).map(([name, part]) => `${name} ${part.toFixed(3)}`)].join(
    "\t",
  );

export const rankCommand: Command = {
  usage: "rank POSTING [--top N] [--today DAY] [--json]",
  summary: "the households that fit a posting, best first (20 unless told otherwise)",
  words: 1,
  options,
  run: async (typed) => {
    const limit = numberOf(typed, "top", 20, { min: 1, max: most });
    const [posting = ""] = typed.words;
    const { rows } = await rankingFor(systemAsker, posting, { today: today(), limit });
    return {
      json: rows.map(({ household, score, parts, reasons }) => ({ household, score, parts, reasons })),
      lines: rows.map((row) => lineOf(row.household, row)),
    };
  },
};

export const matchCommand: Command = {
  usage: "match HOUSEHOLD [--top N] [--today DAY] [--json]",
  summary: "the open postings that fit a household, best first",
  words: 1,
  options,
  run: async (typed) => {
    const limit = numberOf(typed, "top", 20, { min: 1, max: most });
    const [household = ""] = typed.words;
    const rows = await fittingPostings(systemAsker, household, { today: today(), limit });
    return {
      json: rows.map(({ posting, score, parts, reasons }) => ({
        posting: posting.id,
        kind: posting.kind,
        score,
        parts,
        reasons,
      })),
      lines: rows.map((row) => lineOf(`${row.posting.id}\t${row.posting.kind}`, row)),
    };
  },
};

export const rankAllCommand: Command = {
  usage: "rank-all [--top N] [--today DAY] [--json]",
  summary: "every open posting with the households that fit it best (20 unless told otherwise), on all cores",
  words: 0,
  options,
  run: async (typed) => {
    const limit = numberOf(typed, "top", 20, { min: 1, max: 1000 });
    const lists = await rankAll(systemAsker, { today: today(), limit, threads: availableParallelism() });
    return {
      json: lists,
      lines: lists.map(({ posting, rows }) =>
        [posting, ...rows.map((row) => `${row.household} ${row.score.toFixed(2)}`)].join("\t"),
      ),
    };
  },
};
