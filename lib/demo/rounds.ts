/** The demo's allotment rounds: one whose shares are all given, one that still gives. */
import type { allotmentRounds } from "@/db/schema";
import type { DemoCounty } from "@/lib/demo/county";
import { demoId, officeHour } from "@/lib/demo/ids";
import type { Posting } from "@/lib/demo/postings";

const fenPerPerson = 1_000_000;
const roundUp = (fen: number, to: number) => Math.max(1, Math.ceil(fen / to)) * to;

const ids = ({ today }: Pick<DemoCounty, "today">) => {
  const at = officeHour(`${today.slice(0, 4)}-01-05`, 0);
  return [demoId("D", 1, at), demoId("D", 2, at)] as const;
};

/** The round that pays for a share posting: what is closed was paid by the first. */
export const roundOf = (county: Pick<DemoCounty, "today">, state: Posting["state"]): string =>
  ids(county)[state === "closed" ? 0 : 1];

export function roundRows(county: DemoCounty): (typeof allotmentRounds.$inferInsert)[] {
  const [first, second] = ids(county);
  const shares = county.postings.filter((p) => p.county.kind === "equity");
  const of = (id: string, persons: (p: Posting) => number) =>
    shares.reduce((sum, p) => (roundOf(county, p.state) === id ? sum + persons(p) * fenPerPerson : sum), 0);
  const [prepared, opened] = county.staff.officers;
  const shared = { fenPerPerson, createdBy: prepared ?? "", openedBy: opened ?? "", version: 2 };
  const year = Number(county.today.slice(0, 4));
  const spent = [of(first, (p) => p.county.taken), of(second, (p) => p.county.taken)] as const;
  return [
    {
      ...shared,
      id: first,
      name: `${year - 1} 年配股扶持`,
      state: "closed",
      document: "演示文件(非正式文件):产业扶持资金配股扶持试点第一批",
      fundFen: roundUp(spent[0], 500_000_000),
      spentFen: spent[0],
      startsOn: `${year - 2}-06-01`,
      closesOn: county.pastEndsOn,
    },
    {
      ...shared,
      id: second,
      name: `${year} 年配股扶持`,
      state: "open",
      document: "演示文件(非正式文件):产业扶持资金配股扶持试点第二批",
      fundFen: roundUp(of(second, (p) => p.county.capacity) + 1_000_000_000, 1_000_000_000),
      spentFen: spent[1],
      startsOn: `${year}-01-01`,
      closesOn: `${year + 1}-12-31`,
    },
  ];
}
