import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { db, tx } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type ProjectState, projectStates, roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { anEnterprise, aPosting, type TestEnterprise, testDay } from "@/lib/applications/testing";
import { acceptFile } from "@/lib/files/files";
import { openProjectMoves, projectMoveNames, projectMoves } from "@/lib/projects/moves";
import { getProject } from "@/lib/projects/queries";
import { addDocument, changeProject, createProject, moveProject, removeDocument } from "@/lib/projects/write";
import { isRefusal } from "@/lib/refusal/refusal";

let close = async () => {};
let firm: TestEnterprise;
let other: TestEnterprise;
beforeAll(async () => {
  close = await openTestDatabase();
  firm = await anEnterprise();
  other = await anEnterprise();
  const { id, projectId, village } = firm;
  await tx(async (w) => {
    await w
      .update(s.projects)
      .set({ summary: "种茶", links: ["labor"] })
      .where(eq(s.projects.enterpriseId, id));
    await w.insert(s.projectVillages).values({ projectId, villageCode: village });
  });
});
afterAll(() => close());

const askers = [...roles, "public", "other-enterprise"] as const;
const as = (who: (typeof askers)[number]): Asker => {
  if (who === "enterprise") return firm.user;
  if (who === "other-enterprise") return other.user;
  if (who === "public") return publicAsker;
  return { ...publicAsker, role: who, userId: `U-${who}`, divisionScope: "610724" };
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      return error.code === "input"
        ? Object.entries(error.fields)
            .map(([k, v]) => `${k}: ${v.code}`)
            .join(", ")
        : error.code;
    },
  );
const entry = (more: object = {}) => ({
  name: "峡口春茶基地",
  industry: "tea",
  sector: "primary",
  term: "long",
  summary: "春茶采摘和加工",
  capacity: "年产干茶 30 吨",
  households: 60,
  links: ["labor", "land", "labor"],
  villages: [firm.village],
  startsOn: "2026-03-01",
  endsOn: null,
  ...more,
});
const put = (state: ProjectState) =>
  tx((w) => w.update(s.projects).set({ state }).where(eq(s.projects.id, firm.projectId)));
const standing = async () =>
  (await db.select().from(s.projects).where(eq(s.projects.id, firm.projectId)))[0]!;

describe("the moves and their complement", () => {
  test.each(projectMoveNames.flatMap((name) => projectStates.map((state) => ({ name, state }))))(
    "$name from $state",
    async ({ name, state }) => {
      const { from, to, by } = projectMoves[name];
      for (const who of askers) {
        await put(state);
        const answer = await codeOf(moveProject(as(who), firm.projectId, { move: name, reason: "核对过" }));
        const mine = (by as readonly string[]).includes(who);
        expect(openProjectMoves(who, state).includes(name), who).toBe(mine && from.includes(state));
        if (mine && from.includes(state)) {
          expect(answer, who).toBe("done");
          expect((await standing()).state).toBe(to);
          continue;
        }
        expect((await standing()).state, who).toBe(state);
        const foreign = who === "other-enterprise" && (by as readonly string[]).includes("enterprise");
        expect(answer, who).toBe(
          who === "public" ? "sign-in-needed" : mine ? "not-open" : foreign ? "not-found" : "forbidden",
        );
      }
    },
  );

  it("an officer hides with words; a project is listed only when it says enough", async () => {
    await put("listed");
    expect(await codeOf(moveProject(as("county"), firm.projectId, { move: "hide" }))).toBe("reason: missing");
    await tx((w) =>
      w.update(s.projects).set({ links: [], summary: "" }).where(eq(s.projects.id, firm.projectId)),
    );
    for (const [state, move, who] of [
      ["draft", "list", "enterprise"],
      ["ended", "reopen", "enterprise"],
      ["hidden", "show", "county"],
    ] as const) {
      await put(state);
      expect(await codeOf(moveProject(as(who), firm.projectId, { move }))).toBe(
        "summary: missing, links: missing",
      );
    }
    await tx((w) =>
      w
        .update(s.projects)
        .set({ links: ["labor"], summary: "种茶" })
        .where(eq(s.projects.id, firm.projectId)),
    );
  });

  it("ends only when none of its needs is open", async () => {
    await put("listed");
    const posting = await aPosting({ enterprise: firm });
    const end = () => codeOf(moveProject(firm.user, firm.projectId, { move: "end" }));
    expect(await end()).toBe("postings-open");
    await tx((w) => w.update(s.postings).set({ state: "closed" }).where(eq(s.postings.id, posting.id)));
    expect(await end()).toBe("done");
  });
});

describe("writing", () => {
  it("begins as a draft that only its own people see", async () => {
    const { id } = await createProject(firm.user, entry());
    const seen = await getProject(firm.user, id, testDay);
    expect(seen).toMatchObject({ state: "draft", links: ["labor", "land"], households: 60, version: 1 });
    expect(seen.villages.map(({ code }) => code)).toEqual([firm.village]);
    await expect(getProject(publicAsker, id, testDay)).rejects.toMatchObject({ code: "not-found" });
    await moveProject(firm.user, id, { move: "list" });
    expect((await getProject(publicAsker, id, testDay)).capacity).toBe("年产干茶 30 吨");
  });
  it.each([
    [{ name: "" }, "name: missing"],
    [{ industry: "gold" }, "industry: not-in-list"],
    [{ links: ["gold"] }, "links.0: not-in-list"],
    [{ villages: ["610724100000"] }, "villages: unknown"],
    [{ villages: ["x"] }, "villages.0: unknown"],
    [{ households: 0 }, "households: too-small"],
    [{ startsOn: "2026-02-30" }, "startsOn: bad-date"],
    [{ endsOn: "2026-02-28" }, "endsOn: before-start"],
    [{ state: "listed" }, "state: unknown-field"],
  ])("%j → %s", async (more, said) => {
    expect(await codeOf(createProject(firm.user, entry(more)))).toBe(said);
  });
  it.each(askers)("%s", async (who) => {
    const { id } = await createProject(firm.user, entry());
    const refused = who === "public" ? "sign-in-needed" : "forbidden";
    const file = acceptFile("file", { name: "a.pdf", body: Buffer.from("%PDF-1.4") });
    const mine = who === "enterprise";
    const foreign = who === "other-enterprise";
    expect(await codeOf(changeProject(as(who), id, entry(), 1))).toBe(
      mine ? "done" : foreign ? "not-found" : refused,
    );
    expect(await codeOf(addDocument(as(who), id, file))).toBe(
      mine ? "done" : foreign ? "not-found" : refused,
    );
    expect(await codeOf(removeDocument(as(who), id, "F"))).toBe(mine || foreign ? "not-found" : refused);
    expect(await codeOf(createProject(as(who), entry()))).toBe(mine || foreign ? "done" : refused);
  });
  it("is not written over unseen, and stays fit for the directory while it stands there", async () => {
    const { id } = await createProject(firm.user, entry());
    await moveProject(firm.user, id, { move: "list" });
    expect(await codeOf(changeProject(firm.user, id, entry(), 1))).toBe("changed");
    expect(await codeOf(changeProject(firm.user, id, entry({ villages: [] }), 2))).toBe("villages: missing");
    await changeProject(firm.user, id, entry({ name: "改名" }), 2);
    const noted = await db.select().from(s.audit).where(eq(s.audit.subjectId, id));
    expect(noted.map((n) => n.action)).toEqual(["project.create", "project.list", "project.change"]);
  });
  it("keeps documents for everyone who may see the project", async () => {
    const { id } = await createProject(firm.user, entry());
    const file = acceptFile("file", { name: "实施方案.pdf", body: Buffer.from("%PDF-1.4 plan") });
    const kept = await addDocument(firm.user, id, file);
    await moveProject(firm.user, id, { move: "list" });
    expect((await getProject(publicAsker, id, testDay)).documents).toMatchObject([{ id: kept }]);
    await removeDocument(firm.user, id, kept);
    expect((await getProject(publicAsker, id, testDay)).documents).toEqual([]);
  });
});
