import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { tx } from "@/db/client";
import { parcels } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { aHousehold, people, testDay } from "@/lib/applications/testing";
import { keepVisit, visitsOf } from "@/lib/households/visit";

beforeAll(async () => {
  await openTestDatabase();
});

const about = { happenedOn: testDay, why: "上门问的" };

async function aHome() {
  const home = await aHousehold({ parcels: [{}] });
  const [plot] = home.parcelIds;
  await tx((w) =>
    w
      .update(parcels)
      .set({ use: "own-use" })
      .where(eq(parcels.id, plot ?? "")),
  );
  return { ...home, plot: plot ?? "", who: await people(home) };
}

describe("what is noted at the door", () => {
  it("is an edit like any other, and tells the next version", async () => {
    const { code, plot, who } = await aHome();
    const before = (await visitsOf(who.village)).get(code);
    expect(before).toMatchObject({ wishKinds: [], plots: [{ id: plot, offered: false }] });
    const seen = { household: code, version: before?.version ?? 0, ...about };
    const { version } = await keepVisit(who.village, { ...seen, wishKinds: ["job"] }, testDay);
    expect(version).toBe(seen.version + 1);
    await keepVisit(who.village, { ...seen, version, plots: [{ id: plot, offered: true }] }, testDay);
    expect((await visitsOf(who.village)).get(code)).toMatchObject({
      version: version + 1,
      wishKinds: ["job"],
      plots: [{ id: plot, offered: true }],
    });
  });

  it("is refused when the record has changed since, unless it is said over what stands there now", async () => {
    const { code, who } = await aHome();
    const version = (await visitsOf(who.village)).get(code)?.version ?? 0;
    const note = { household: code, version, ...about };
    await keepVisit(who.village, { ...note, wishKinds: ["land"] }, testDay);
    const late = { ...note, wishKinds: ["job"] };
    await expect(keepVisit(who.village, late, testDay)).rejects.toMatchObject({ code: "changed" });
    expect((await visitsOf(who.village)).get(code)?.wishKinds).toEqual(["land"]);
    await keepVisit(who.village, { ...late, version: null }, testDay);
    expect((await visitsOf(who.village)).get(code)?.wishKinds).toEqual(["job"]);
  });

  it("is nobody's but the village's own worker", async () => {
    const { code, who } = await aHome();
    const other = await people(await aHousehold());
    const note = { household: code, version: null, ...about, wishKinds: ["job"] };
    await expect(keepVisit(other.village, note, testDay)).rejects.toMatchObject({ code: "not-found" });
    await expect(keepVisit(who.county, note, testDay)).rejects.toMatchObject({ code: "forbidden" });
    expect((await visitsOf(other.village)).has(code)).toBe(false);
    await expect(visitsOf(who.auditor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      keepVisit(who.village, { household: code, version: null, ...about }, testDay),
    ).rejects.toMatchObject({ code: "bad-request" });
  });
});
