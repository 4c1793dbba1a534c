import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tx } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { enterpriseStates, projectStates } from "@/db/words";
import { publicAsker } from "@/lib/access/asker";
import { anEnterprise, aPosting } from "@/lib/applications/testing";
import { movePosting } from "@/lib/postings/commands";
import { getPosting, listPostings } from "@/lib/postings/queries";
import { aUser } from "@/lib/users/testing";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const cases = enterpriseStates.flatMap((enterprise) =>
  projectStates.map((project) => [enterprise, project] as const),
);
const move = (asker: Parameters<typeof movePosting>[0], id: string, name: "submit" | "publish") =>
  movePosting(asker, id, { move: name }, async () => "20-49").then(
    () => "done",
    (error: { code: string }) => error.code,
  );

it.each(cases)("an enterprise that is %s with a project that is %s", async (enterprise, project) => {
  const firm = await anEnterprise({ state: enterprise });
  await tx((w) => w.update(s.projects).set({ state: project }).where(eq(s.projects.id, firm.projectId)));
  const stands = enterprise === "verified" && project === "listed";
  const refused = enterprise === "verified" ? "project-not-listed" : "enterprise-not-verified";
  const draft = await aPosting({ enterprise: firm, state: "draft" });
  expect(await move(firm.user, draft.id, "submit")).toBe(stands ? "done" : refused);
  const waiting = await aPosting({ enterprise: firm, state: "submitted" });
  expect(await move(await aUser(), waiting.id, "publish")).toBe(stands ? "done" : refused);
  // What was published before is seen and applied to only while both stand.
  const published = await aPosting({ enterprise: firm });
  const seen = await listPostings(publicAsker, { enterpriseId: firm.id, openOn: "2026-11-23" });
  expect(seen.items.some((p) => p.id === published.id)).toBe(stands);
  const read = getPosting(publicAsker, published.id).then(
    () => "done",
    () => "refused",
  );
  expect(await read).toBe(stands ? "done" : "refused");
});
