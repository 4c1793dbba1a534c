import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { proposeAnnex } from "@/lib/agreements/annex";
import { anAgreement } from "@/lib/agreements/testing";
import { waitingAgreements } from "@/lib/agreements/waiting";
import { testDay } from "@/lib/applications/testing";
import { addDays } from "@/lib/clock/clock";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const ids = async (asker: Parameters<typeof waitingAgreements>[0]) => {
  const { toSign, toAnswer } = await waitingAgreements(asker);
  return { toSign: toSign.map((a) => a.id), toAnswer: toAnswer.map((a) => a.id) };
};

it("waits for the side that has not signed, and for nobody else", async () => {
  const c = await anAgreement({
    agreement: {
      state: "unsigned",
      householdSignedBy: null,
      householdSignedHow: null,
      householdSignedAt: null,
    },
  });
  const toSign = [c.agreementId];
  expect(await ids(c.who.household)).toEqual({ toSign, toAnswer: [] });
  expect(await ids(c.who.village)).toEqual({ toSign, toAnswer: [] });
  expect(await ids(c.posting.enterprise.user)).toEqual({ toSign: [], toAnswer: [] });
  expect(await ids(c.who.county)).toEqual({ toSign: [], toAnswer: [] });
});

it("a proposal waits for the side that did not make it", async () => {
  const c = await anAgreement();
  const change = {
    kind: "change",
    effectiveOn: addDays(testDay, 10),
    reason: "涨工钱",
    terms: { wageFen: 320_000 },
  };
  await proposeAnnex(c.posting.enterprise.user, c.agreementId, change, null, testDay);
  expect(await ids(c.who.household)).toEqual({ toSign: [], toAnswer: [c.agreementId] });
  expect(await ids(c.posting.enterprise.user)).toEqual({ toSign: [], toAnswer: [] });
  const other = await anAgreement();
  expect(await ids(other.who.household)).toEqual({ toSign: [], toAnswer: [] });
});
