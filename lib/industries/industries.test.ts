import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { addIndustry, changeIndustry, setIndustryActive } from "@/lib/industries/commands";
import { industryLabel, industryOptions } from "@/lib/industries/industries";
import { readIndustries } from "@/lib/industries/queries";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const as = (role: Asker["role"]): Asker => ({ ...publicAsker, role, userId: "U1", divisionScope: "610724" });
const county = as("county");
const silk = { code: "silk", nameZh: "蚕桑", nameEn: "Silk", group: "special", term: "long", sort: 105 };
const { code: _, ...rest } = silk;
const codes = async () => (await readIndustries()).map((row) => row.code);

describe("the county's industries", () => {
  it("begin with the thirteen of the statistics, leading first", async () => {
    expect(await codes()).toHaveLength(13);
    const list = await readIndustries();
    expect(list.filter((row) => row.group === "leading").map((row) => row.nameZh)).toEqual([
      "茶叶",
      "生猪畜牧",
      "中药材",
      "粮油",
    ]);
    expect(industryLabel(list, "zh", "tea")).toBe("茶叶");
    expect(industryLabel(list, "en", "tea")).toBe("Tea");
    expect(industryLabel(list, "en", "no-such")).toBe("no-such");
  });

  it.each([...roles, "public"] as const)("%s: only county officers may write the list", async (role) => {
    const tries = [
      () => addIndustry(as(role), { ...silk, code: `x-${role}`, nameZh: `新${role}`, nameEn: `New ${role}` }),
      () => changeIndustry(as(role), "no-such", rest, 1),
      () => setIndustryActive(as(role), "no-such", false, 1),
    ];
    const answers = await Promise.all(
      tries.map((work) =>
        work().then(
          () => "done",
          (error: { code: string }) => error.code,
        ),
      ),
    );
    const refused = role === "public" ? "sign-in-needed" : "forbidden";
    expect(answers).toEqual(
      role === "county" ? ["done", "not-found", "not-found"] : [refused, refused, refused],
    );
  });

  it("take a new one, in its place, and give no code or name twice", async () => {
    await addIndustry(county, silk);
    const order = await codes();
    expect(order.indexOf("silk")).toBe(order.indexOf("fishery") + 1);
    await expect(addIndustry(county, silk)).rejects.toMatchObject({ fields: { code: { code: "taken" } } });
    const again = { ...silk, code: "silk-2" };
    await expect(addIndustry(county, again)).rejects.toMatchObject({ fields: { nameZh: { code: "taken" } } });
    for (const code of ["", "1a", "茶", "a b", "x".repeat(25), "a'; drop"])
      await expect(addIndustry(county, { ...silk, code })).rejects.toMatchObject({ code: "input" });
  });

  it("change with the version that was seen, and say so in the audit", async () => {
    await addIndustry(county, { ...silk, code: "bees", nameZh: "养蜂", nameEn: "Bees" });
    const bees = { ...rest, nameZh: "中蜂养殖", nameEn: "Honey bees" };
    await changeIndustry(county, "bees", bees, 1);
    await expect(changeIndustry(county, "bees", bees, 1)).rejects.toMatchObject({ code: "changed" });
    await expect(changeIndustry(county, "bees", { ...bees, nameEn: "Tea" }, 2)).rejects.toMatchObject({
      fields: { nameEn: { code: "taken" } },
    });
    const noted = await db.select().from(s.audit).where(eq(s.audit.subjectId, "bees"));
    expect(noted.map((row) => row.action)).toEqual(["industry.add", "industry.change"]);
    expect(noted[1]).toMatchObject({ before: { nameZh: "养蜂" }, after: { nameZh: "中蜂养殖" } });
  });

  it("are retired, not deleted: the name stays, the choice goes, and it can come back", async () => {
    const version = (await readIndustries()).find((row) => row.code === "tobacco")!.version;
    await setIndustryActive(county, "tobacco", false, version);
    await expect(setIndustryActive(county, "tobacco", false, version + 1)).rejects.toMatchObject({
      code: "changed",
    });
    const list = await readIndustries();
    const offered = (present?: string) => industryOptions(list, "zh", present).map(({ value }) => value);
    expect(industryLabel(list, "zh", "tobacco")).toBe("烤烟");
    expect(offered()).not.toContain("tobacco");
    expect(offered("tobacco")).toContain("tobacco");
    await setIndustryActive(county, "tobacco", true, version + 1);
    expect(industryOptions(await readIndustries(), "zh").map(({ value }) => value)).toContain("tobacco");
  });
});
