import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { agreements } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { BindingState } from "@/db/words";
import { anAgreement } from "@/lib/agreements/testing";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { coveragePicture } from "@/lib/county/picture-data";
import { countHouseholds, coverageByPlace, listHouseholds } from "@/lib/households/queries";
import { matchNow } from "@/lib/matching/match-now";

/** Shares count only while a link binds them: red ones cover nobody, on any screen that counts. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

describe("a household that has nothing but shares", () => {
  const shares = async () => {
    const enterprise = await anEnterprise();
    const household = await aHousehold();
    const who = await people(household);
    const c = await anAgreement({
      household,
      who,
      posting: await aPosting({ kind: "equity", enterprise }),
      size: 3,
      row: { memberId: null },
    });
    const other = await aPosting();
    const turn = (state: BindingState, since: string) =>
      tx((w) =>
        w
          .update(agreements)
          .set({ bindingState: state, bindingSince: since })
          .where(eq(agreements.id, c.agreementId)),
      );
    const seen = async (day: string) => {
      const [row] = (await listHouseholds(who.village)).items;
      const { items: covered } = await listHouseholds(who.village, { covered: true });
      const place = (await coverageByPlace(who.town)).find((p) => p.code === household.village);
      const now = await matchNow(db, other.id, household.code, day);
      const picture = await coveragePicture(who.village, day, 2);
      return {
        covered: row?.covered,
        listed: covered.length,
        uncovered: (await countHouseholds(who.village)).uncovered,
        ofPlace: place?.covered,
        liveProjects: now.household.liveProjects,
        picture: picture.covered.at(-1),
      };
    };
    return { turn, seen };
  };
  const yes = { covered: true, listed: 1, uncovered: 0, ofPlace: 1, liveProjects: 1, picture: 1 };
  const no = { covered: false, listed: 0, uncovered: 1, ofPlace: 0, liveProjects: 0, picture: 0 };

  it("is covered while they are bound or amber, and not once they are red", async () => {
    const { turn, seen } = await shares();
    expect(await seen("2027-03-01")).toEqual(yes);
    await turn("amber", "2026-12-01");
    expect(await seen("2027-03-01")).toEqual(yes);
    await turn("red", "2027-03-01");
    expect(await seen("2027-03-01")).toEqual(no);
    await turn("bound", testDay);
    expect(await seen("2027-03-01")).toEqual(yes);
  });
});
