import type { PostingKind, PostingState, WageUnit } from "@/db/words";
import type { CountyPosting } from "@/lib/matching/county";
import { kindOfLink } from "@/lib/postings/input";

/** What a posting pays. */
export type Pay =
  | { kind: "job"; wageFen: number; wageUnit: WageUnit }
  | { kind: "land"; rentFenPerMuYear: number; years: number }
  | { kind: "equity"; fenPerPerson: number; guaranteedBp: number; secondBp: number }
  | { kind: "order"; floorFenPerJin: number; years: number }
  | { kind: "membership"; shareFen: number; surplusBp: number }
  | {
      kind: "contract";
      feeFenPerPlotYear: number;
      inputsFenPerPlotYear: number;
      yieldJinPerPlot: number;
      floorFenPerJin: number;
      years: number;
    };

/** A posting as stored, with what a list shows of it. */
export type PostingFacts = {
  /** Its `open` and `bindingLive` hold for the day given to `postingsOn`. */
  posting: CountyPosting;
  title: string;
  projectName: string;
  enterpriseName: string;
  state: PostingState;
  closesOn: string;
  /** Its enterprise is verified and its project stands in the directory. */
  stands: boolean;
  pay: Pay;
};

/** Which kinds an enterprise has a live agreement of: `enterprise id:kind`. */
export type LiveKinds = ReadonlySet<string>;

/** The kind of posting that is real work, land or trade behind a share allotment. */

/**
 * The postings as they stand on a day: open when published, its enterprise verified and its last day not
 * past; a binding link live when its enterprise has an open posting or a live agreement of that kind.
 * @param facts must hold every posting of the enterprises in it.
 */
export function postingsOn(
  facts: readonly PostingFacts[],
  liveKinds: LiveKinds,
  today: string,
): PostingFacts[] {
  const isOpen = (f: PostingFacts) => f.state === "published" && f.stands && f.closesOn >= today;
  const key = (enterpriseId: string, kind: PostingKind) => `${enterpriseId}:${kind}`;
  const openKinds = new Set(facts.filter(isOpen).map((f) => key(f.posting.enterpriseId, f.posting.kind)));
  return facts.map((fact) => {
    const open = isOpen(fact);
    const { posting } = fact;
    if (posting.kind !== "equity") return { ...fact, posting: { ...posting, open } };
    const wanted = key(posting.enterpriseId, kindOfLink[posting.bindingLink]);
    const bindingLive = openKinds.has(wanted) || liveKinds.has(wanted);
    return { ...fact, posting: { ...posting, open, bindingLive } };
  });
}
