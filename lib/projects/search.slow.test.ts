import { afterAll, beforeAll, expect, it } from "vitest";
import { tx } from "@/db/client";
import { openTestDatabase } from "@/db/testing";
import { publicAsker } from "@/lib/access/asker";
import { listProjects } from "@/lib/projects/queries";
import { questions, writeDirectory } from "@/lib/projects/thousand.testing";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
  await tx((w) => writeDirectory(w, 1000));
});
afterAll(() => close());

it("answers a page of 1,000 projects, with counts beside every filter, in less than 50 ms at the 95th percentile", async () => {
  for (const question of questions) await listProjects(publicAsker, "2026-11-25", question);
  const times: number[] = [];
  for (let round = 0; round < 15; round++)
    for (const question of questions) {
      const start = performance.now();
      await listProjects(publicAsker, "2026-11-25", question);
      times.push(performance.now() - start);
    }
  times.sort((a, b) => a - b);
  expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(50);
});

it("walks all 1,000 page by page, each once", async () => {
  const seen: string[] = [];
  const { pages, total } = await listProjects(publicAsker, "2026-11-25", {});
  for (let page = 1; page <= pages; page++)
    seen.push(...(await listProjects(publicAsker, "2026-11-25", { page })).items.map(({ id }) => id));
  expect(total).toBe(1000);
  expect(new Set(seen).size).toBe(1000);
});
