/** What is particular to the kinds of the demo's postings, as it is stored. */
import type { Writer } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import {
  contractDetails,
  equityDetails,
  jobDetails,
  landDetails,
  membershipDetails,
  orderDetails,
} from "@/db/schema";
import type { PostingKind } from "@/db/words";
import type { DemoCounty } from "@/lib/demo/county";
import type { Pay, Posting } from "@/lib/demo/postings";
import { roundOf } from "@/lib/demo/rounds";
import type { CountyPosting } from "@/lib/matching/county";

type Whole<K extends PostingKind> = {
  county: Extract<CountyPosting, { kind: K }>;
  pay: Extract<Pay, { kind: K }>;
};

export async function writeDetails(w: Writer, county: DemoCounty): Promise<void> {
  const { postings } = county;
  const of = <K extends PostingKind>(kind: K) =>
    postings.filter((p): p is Posting & Whole<K> => p.county.kind === kind && p.pay.kind === kind);
  await insertAll(
    w,
    jobDetails,
    of("job").map(({ county: p, pay: { wageFen, wageUnit } }) => {
      const { months, work, ageMin, ageMax, skillsRequired, lodging } = p;
      const asked = { months, work, ageMin, ageMax, skills: [...p.skills], skillsRequired };
      return { postingId: p.id, ...asked, lodging, wageFen, wageUnit };
    }),
  );
  await insertAll(
    w,
    landDetails,
    of("land").map(({ county: p, pay: { rentFenPerMuYear, years } }) => {
      const { minMu100, fullMu100 } = p;
      const asked = { parcelKinds: [...p.parcelKinds], minMu100, fullMu100 };
      return { postingId: p.id, ...asked, rentFenPerMuYear, years };
    }),
  );
  await insertAll(
    w,
    equityDetails,
    of("equity").map(({ county: p, pay: { fenPerPerson, guaranteedBp, secondBp }, state }) => ({
      postingId: p.id,
      roundId: roundOf(county, state),
      bindingLink: p.bindingLink,
      fenPerPerson,
      guaranteedBp,
      secondBp,
    })),
  );
  await insertAll(
    w,
    orderDetails,
    of("order").map(({ county: p, pay: { kind: _, ...terms } }) => {
      const { yieldJin, minJin, fullJin } = p;
      return { postingId: p.id, parcelKinds: [...p.parcelKinds], yieldJin, minJin, fullJin, ...terms };
    }),
  );
  await insertAll(
    w,
    membershipDetails,
    of("membership").map(({ county: p, pay: { kind: _, ...terms } }) => ({ postingId: p.id, ...terms })),
  );
  await insertAll(
    w,
    contractDetails,
    of("contract").map(({ county: p, pay: { kind: _, ...terms } }) => {
      const { months, maxPlots } = p;
      return { postingId: p.id, months, maxPlots, skills: [...p.skills], ...terms };
    }),
  );
}
