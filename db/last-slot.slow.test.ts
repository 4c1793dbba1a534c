import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tx } from "@/db/client";
import { addPostings, misses, takeSlot, type Way } from "@/db/last-slot.testing";
import { insertFullRows } from "@/db/samples.testing";
import { openTestDatabase } from "@/db/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await tx(insertFullRows);
});
afterAll(() => close());

const writers = 8;

describe("the last slot has one winner", () => {
  it.each<Way>(["read-then-write", "constraint"])(
    "of 8 writers at once, 100 rounds: %s",
    async (way) => {
      const rounds = Array.from({ length: 100 }, (_, i) => `${way}-${i}`);
      await addPostings(rounds);
      for (const id of rounds) {
        const won = await Promise.all(Array.from({ length: writers }, () => takeSlot(id, way)));
        expect(won.filter(Boolean), id).toHaveLength(1);
      }
      expect(await misses(rounds)).toBe(0);
    },
    120_000,
  );

  it("of 8 processes at once, 25 rounds", async () => {
    const rounds = Array.from({ length: 25 }, (_, i) => `process-${i}`);
    await addPostings(rounds);
    const script = join(import.meta.dirname, "last-slot-process.testing.ts");
    const processes = Array.from({ length: writers }, () => fork(script, { execArgv: ["--import", "tsx"] }));
    const answer = async (child: ChildProcess) => (await once(child, "message"))[0] as unknown;
    try {
      await Promise.all(processes.map(answer)); // each says when it is ready
      for (const id of rounds) {
        const answers = processes.map(answer);
        for (const child of processes) child.send(id);
        const won = await Promise.all(answers);
        expect(
          won.filter((w) => w === true),
          `${id}: ${won.join()}`,
        ).toHaveLength(1);
        expect(
          won.filter((w) => w === false),
          `${id}: ${won.join()}`,
        ).toHaveLength(writers - 1);
      }
    } finally {
      for (const child of processes) child.disconnect();
    }
    expect(await misses(rounds)).toBe(0);
  }, 240_000);
});
