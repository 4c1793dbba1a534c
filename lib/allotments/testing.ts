import { tx } from "@/db/client";
import { newId } from "@/db/ids";
import { allotmentRounds } from "@/db/schema";

/** A round that gives on any day of these tests, unless told otherwise. @returns its id. */
export async function anOpenRound(given: Partial<typeof allotmentRounds.$inferInsert> = {}): Promise<string> {
  const id = newId();
  await tx((w) =>
    w.insert(allotmentRounds).values({
      id,
      name: "测试批次",
      state: "open",
      document: "测试文件",
      fundFen: 100_000_000,
      fenPerPerson: 1_000_000,
      startsOn: "2020-01-01",
      closesOn: "2099-12-31",
      createdBy: "U-maker",
      openedBy: "U-opener",
      ...given,
    }),
  );
  return id;
}
