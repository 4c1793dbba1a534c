import { tx } from "@/db/client";
import { newId } from "@/db/ids";
import { divisions, enterprises } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { inventedCreditCode } from "@/lib/numbers/credit-code";
import { seal } from "@/lib/sealing/sealing";
import { aUser } from "@/lib/users/testing";

/** A village with its town, for tests that need no more of the county. */
export const testVillage = "610724199201";

export async function aVillageToStandIn(): Promise<void> {
  const place = { pinyin: "x", lat: 32.9, lon: 107.8, coordSource: "test", accuracyKm: 1, edition: "test" };
  const town = "610724199000";
  await tx((w) =>
    w
      .insert(divisions)
      .values([
        { code: town, name: "峰镇", kind: "town", parentCode: "610724000000", officialName: "x", ...place },
        { code: testVillage, name: "谷村", kind: "village", parentCode: town, officialName: "x", ...place },
      ])
      .onConflictDoNothing(),
  );
}

// Apart between the workers that share a server.
let sequence = (Number(process.env.TEST_WORKER_INDEX ?? 0) % 10) * 1000;

export type TestFirm = { id: string; creditCode: string; user: Asker & { userId: string; username: string } };

/** A complete co-operative, a draft unless told otherwise, with an account of its own that registered it. */
export async function aFirm(given: Partial<typeof enterprises.$inferInsert> = {}): Promise<TestFirm> {
  const id = newId();
  const creditCode = inventedCreditCode("93", "X", ++sequence);
  const place = { table: "enterprises", row: id, column: "contact_phone" };
  await tx((w) =>
    w.insert(enterprises).values({
      id,
      creditCode,
      name: `测试合作社${id.slice(-6)}`,
      pinyin: "ceshi",
      kind: "cooperative",
      industry: "tea",
      villageCode: testVillage,
      address: "一组",
      legalPerson: "钱测试",
      contactName: "孙测试",
      contactPhoneSealed: seal("14400005678", place),
      summary: "种茶",
      memberHouseholds: 40,
      ...given,
    }),
  );
  const user = await aUser({ role: "enterprise", enterpriseId: id });
  return { id, creditCode, user };
}
