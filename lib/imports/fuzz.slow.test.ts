import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { households, importBatches, members } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { formatCases } from "@/lib/imports/corpus/formats.testing";
import { rowCases } from "@/lib/imports/corpus/rows.testing";
import { sheetCases } from "@/lib/imports/corpus/sheets.testing";
import { anEmptyCounty, staged } from "@/lib/imports/testing";
import { isRefusal } from "@/lib/refusal/refusal";

/** So many mutated files; `npm run test:fuzz` tries a thousand. */
const files = Number(process.env.SANJIN_FUZZ ?? "60");
const seed = Number(process.env.SANJIN_FUZZ_SEED ?? "1");

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await anEmptyCounty();
});
afterAll(() => close());

/** mulberry32: the same files for the same seed. */
function randomOf(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
type Random = ReturnType<typeof randomOf>;

/** Bytes changed, cut out, doubled or cut off at some places. */
function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  let result = Buffer.from(bytes);
  for (let n = 1 + random(6); n > 0 && result.length > 0; n--) {
    const at = random(result.length);
    const length = 1 + random(Math.min(40, result.length - at));
    const [before, cut, after] = [
      result.subarray(0, at),
      result.subarray(at, at + length),
      result.subarray(at + length),
    ];
    const kind = random(5);
    if (kind === 0) result[at] = random(256);
    if (kind === 1) result = Buffer.concat([before, after]);
    if (kind === 2) result = Buffer.concat([before, cut, cut, after]);
    if (kind === 3)
      result = Buffer.concat([before, Buffer.from("<>&\"';0\u0000\uffff-=,\n".slice(random(13))), after]);
    if (kind === 4 && random(8) === 0) result = Buffer.from(before);
  }
  return result;
}

/** Half of them below the packing, where the reader of XML meets them. */
function mutatedFile(bytes: Buffer, random: Random): Buffer {
  const isZip = bytes.subarray(0, 2).toString() === "PK";
  if (!isZip || random(2) === 0) return Buffer.from(mutated(bytes, random));
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return Buffer.from(mutated(bytes, random));
  }
  const names = Object.keys(parts);
  const name = names[random(names.length)] ?? "";
  parts[name] = mutated(parts[name] ?? strToU8(""), random);
  return Buffer.from(zipSync(parts, { level: 1 }));
}

it(`${files} mutated files are read or refused, and none brings anything in`, {
  timeout: 3_600_000,
}, async () => {
  const small = [...formatCases, ...sheetCases, ...rowCases].filter(
    (one) => !/1,048,576|bomb/.test(one.name),
  );
  const sources = small.map((one) => ({ ...one, bytes: one.bytes() }));
  const random = randomOf(seed);
  const came: Record<string, number> = {};
  for (let i = 0; i < files; i++) {
    const source = sources[random(sources.length)]!;
    const bytes = mutatedFile(source.bytes, random);
    let outcome: string;
    try {
      outcome = (await staged(bytes)).answer.state;
    } catch (error) {
      // Whatever else is thrown would be a crash: say which file it was.
      if (!isRefusal(error))
        throw new Error(`file ${i} of seed ${seed}, made from "${source.name}"`, { cause: error });
      outcome = String(error.data.problem);
    }
    came[outcome] = (came[outcome] ?? 0) + 1;
  }
  console.log(came);
  expect(Object.keys(came).length).toBeGreaterThan(2);
  expect([await db.$count(households), await db.$count(members)]).toEqual([0, 0]);
  expect(await db.$count(importBatches)).toBe(files);
});
