import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostingKind } from "@/db/words";
import { byCode, type CountyPosting } from "@/lib/matching/county";
import { type CountyIndex, monthShift, schoolBit } from "@/lib/matching/index/layout";
import { questionOf } from "@/lib/matching/index/question";
import type { Policy } from "@/lib/policy/policy";

export type CppAnswer = { ms: number; rows: number; sum: number };

/** The checksum rank.cpp prints, of rows in order. */
export const sumOf = (rows: readonly number[]): number =>
  rows.reduce((sum, row) => Number((BigInt(sum) * 31n + BigInt(row)) % 1000000007n), 7);

/** A contract asks for work as a job does; orders and memberships are not told to the C++. */
const kinds: Partial<Record<PostingKind, number>> = { job: 0, land: 1, equity: 2, contract: 0 };

/** Builds and runs rank.cpp on these columns and postings; null when there is no compiler. */
export function rankInCpp(
  index: CountyIndex,
  postings: readonly CountyPosting[],
  policy: Policy,
  today: string,
  limit: number,
  repeats: number,
): CppAnswer[] | null {
  const folder = mkdtempSync(join(tmpdir(), "sanjin-rank-"));
  try {
    const program = join(folder, "rank");
    try {
      const source = join(import.meta.dirname, "rank.cpp");
      execFileSync("g++", ["-O3", "-march=native", "-std=c++17", "-o", program, source], { stdio: "ignore" });
    } catch {
      return null;
    }
    const file = join(folder, "county.bin");
    const numbers = instance(index, postings, policy, today, limit, repeats);
    writeFileSync(file, new Uint8Array(Float64Array.from(numbers).buffer));
    const output = execFileSync(program, [file], { encoding: "utf8", maxBuffer: 1 << 28 });
    return output
      .trim()
      .split("\n")
      .map((line) => {
        const [ns = 0, rows = 0, sum = 0] = line.split(" ").map(Number);
        return { ms: ns / 1e6, rows, sum };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything as doubles, in the order rank.cpp reads. */
function* instance(
  index: CountyIndex,
  postings: readonly CountyPosting[],
  policy: Policy,
  today: string,
  limit: number,
  repeats: number,
): Generator<number> {
  const any = questionOf(postings[0]!, policy, today, null);
  yield* [index.size, index.birth.length, index.land.length, postings.length, limit, repeats];
  const share = policy["need.parts"];
  yield* [share.uncovered, share.income, policy["need.incomeLineFen"], policy["land.equityMuPerPerson"]];
  yield* [any.adultBirth, schoolBit | (any.monthMask << monthShift), ...any.capacities];
  const { lat, lon, income, persons, allotted, projects, listed } = index;
  const codeRank = new Uint32Array(index.size);
  index.codes
    .map((code, row) => ({ code, row }))
    .sort((a, b) => byCode(a.code, b.code))
    .forEach(({ row }, i) => {
      codeRank[row] = i;
    });
  const { memberFrom, parcelFrom, birth, work, land, agreed } = index;
  for (const column of [lat, lon, income, persons, allotted, projects, listed, codeRank]) yield* column;
  for (const column of [memberFrom, parcelFrom, birth, work, land, agreed]) yield* column;
  for (const posting of postings) {
    const { weights, halfKm, detour, job, land: wanted } = questionOf(posting, policy, today, null);
    yield* [kinds[posting.kind]!, posting.point.lat, posting.point.lon];
    yield* [posting.radiusKm ?? Number.POSITIVE_INFINITY, halfKm, detour];
    yield* [weights.labor, weights.land, weights.distance, weights.need];
    yield posting.kind === "equity" && posting.bindingLive ? 1 : 0;
    yield* [job?.admitted ?? 0, job?.oldestBirth ?? 0, job?.youngestBirth ?? 0];
    yield* [job?.months ?? 0, job?.skills ?? 0, job?.skillsRequired ? 1 : 0];
    yield* job?.values ?? new Float64Array(5 * 17 * 13);
    yield* wanted?.wanted ?? new Uint8Array(8);
    yield* [wanted?.min ?? 0, wanted?.full ?? 1];
  }
}
