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

// How fast is a figure, not a test: scripts/bench/directory.ts, docs/performance.md.
it("answers every kind of question over 1,000 projects, the same each time, a page of thirty", async () => {
  for (const question of questions) {
    const first = await listProjects(publicAsker, "2026-11-25", question);
    expect(first.items.length, JSON.stringify(question)).toBeLessThanOrEqual(30);
    expect(first.total).toBeGreaterThanOrEqual(first.items.length);
    expect(await listProjects(publicAsker, "2026-11-25", question)).toEqual(first);
  }
});

it("walks all 1,000 page by page, each once", async () => {
  const seen: string[] = [];
  const { pages, total } = await listProjects(publicAsker, "2026-11-25", {});
  for (let page = 1; page <= pages; page++)
    seen.push(...(await listProjects(publicAsker, "2026-11-25", { page })).items.map(({ id }) => id));
  expect(total).toBe(1000);
  expect(new Set(seen).size).toBe(1000);
});
