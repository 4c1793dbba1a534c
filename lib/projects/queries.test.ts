import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tx } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { projectStates } from "@/db/words";
import { publicAsker } from "@/lib/access/asker";
import { anEnterprise, aPosting, type TestEnterprise, testDay } from "@/lib/applications/testing";
import { pinyinKey } from "@/lib/i18n/pinyin";
import { getProject, listProjects } from "@/lib/projects/queries";

let close = async () => {};
let tea: TestEnterprise;
let pigs: TestEnterprise;
let hidden: TestEnterprise;

/** An enterprise whose one project has a name of its own and works in the enterprise's village. */
async function aNamed(name: string, project: string, given: Parameters<typeof anEnterprise>[0] = {}) {
  const enterprise = await anEnterprise({ name, pinyin: pinyinKey(name), ...given });
  await tx(async (w) => {
    await w
      .update(s.projects)
      .set({ name: project, pinyin: pinyinKey(project) })
      .where(eq(s.projects.id, enterprise.projectId));
    await w
      .insert(s.projectVillages)
      .values({ projectId: enterprise.projectId, villageCode: enterprise.village });
  });
  return enterprise;
}

beforeAll(async () => {
  close = await openTestDatabase();
  tea = await aNamed("秦巴茶业有限公司", "春茶100%基地", { kind: "leading" });
  pigs = await aNamed("牧马河合作社", "生猪代养", { industry: "livestock" });
  hidden = await aNamed("未核实茶厂", "夏茶基地", { state: "draft" });
});
afterAll(() => close());

const ids = async (filter: Parameters<typeof listProjects>[2], asker = publicAsker) =>
  (await listProjects(asker, testDay, filter)).items.map((project) => project.id);

describe("the directory", () => {
  it.each(["春茶", "茶业", "chuncha", "CHUN CHA", "qinba", "qbcy", "100%"])(
    "finds a project by %s",
    async (q) => {
      expect(await ids({ q })).toEqual([tea.projectId]);
    },
  );
  it.each(["_", "春_", "'; drop table projects; --", "x".repeat(1_000_000)])(
    "takes what was typed as letters: %.20s",
    async (q) => {
      expect(await ids({ q })).toEqual([]);
    },
  );
  it("reads pinyin from where a syllable begins", async () => {
    const fish = await aNamed("库区水产", "网箱养鱼", { state: "verified", industry: "fishery" });
    expect(await ids({ q: "chan" })).toEqual([fish.projectId]);
    expect(await ids({ q: "cha" })).toEqual([tea.projectId]);
    expect(await ids({ q: "chay" })).toEqual([tea.projectId]);
    expect(await ids({ q: "an" })).toEqual([]);
    expect(await ids({ q: "kqsc" })).toEqual([fish.projectId]);
    await tx((w) => w.update(s.enterprises).set({ state: "draft" }).where(eq(s.enterprises.id, fish.id)));
  });
  it("narrows by kind, town and village", async () => {
    expect(await ids({ kind: "leading" })).toEqual([tea.projectId]);
    expect(await ids({ village: pigs.village })).toEqual([pigs.projectId]);
    expect(await ids({ town: `${pigs.village.slice(0, 9)}000` })).toEqual([pigs.projectId]);
    expect(await ids({ town: "610799999000" })).toEqual([]);
    expect(await ids({ term: "long" })).toEqual([]);
  });
  it("shows an enterprise's projects to the public only once it is verified", async () => {
    expect(await ids({})).not.toContain(hidden.projectId);
    expect(await ids({}, hidden.user)).toContain(hidden.projectId);
    expect(await ids({}, tea.user)).not.toContain(hidden.projectId);
    await expect(getProject(publicAsker, hidden.projectId, testDay)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(getProject(publicAsker, "no-such", testDay)).rejects.toMatchObject({ code: "not-found" });
  });
  it("goes page by page without a gap or a repeat", async () => {
    const pages = await Promise.all(
      [1, 2].map((page) => listProjects(publicAsker, testDay, { page, size: 1 })),
    );
    expect(pages.map(({ total, page, pages: all }) => [total, page, all])).toEqual([
      [2, 1, 2],
      [2, 2, 2],
    ]);
    expect(pages.flatMap(({ items }) => items.map((project) => project.id))).toEqual(await ids({}));
    const beyond = await listProjects(publicAsker, testDay, { page: 99, size: 1 });
    expect(beyond.page).toBe(2);
  });
  it("lists what is listed; what has ended still opens; what is hidden or a draft is its own people's", async () => {
    const firm = await aNamed("状态茶厂", "状态茶园");
    for (const state of projectStates) {
      await tx((w) => w.update(s.projects).set({ state }).where(eq(s.projects.id, firm.projectId)));
      expect((await ids({ enterpriseId: firm.id })).length, state).toBe(state === "listed" ? 1 : 0);
      const opens = await getProject(publicAsker, firm.projectId, testDay).then(
        () => true,
        () => false,
      );
      expect(opens, state).toBe(state === "listed" || state === "ended");
      expect(await ids({ enterpriseId: firm.id }, firm.user)).toEqual([firm.projectId]);
    }
  });
  it("says what is open: published, before its last day, not full", async () => {
    await aPosting({ enterprise: tea });
    await aPosting({ enterprise: tea, kind: "land" });
    await aPosting({ enterprise: tea, state: "draft" });
    await aPosting({ enterprise: tea, closesOn: "2026-11-22" });
    await aPosting({ enterprise: tea, capacity: 2, taken: 2 });
    const project = await getProject(publicAsker, tea.projectId, testDay);
    expect(project.open).toEqual({ job: 1, land: 1 });
    expect(project.villages).toEqual([{ code: tea.village, name: "测试村", townName: "测试镇" }]);
    expect(JSON.stringify(project)).not.toContain("钱测试");
  });
});
