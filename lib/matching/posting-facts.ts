import type { BindingLink, PostingKind, PostingState, WageUnit } from "@/db/words";
import type { CountyPosting } from "@/lib/matching/county";

/** What a posting pays. */
export type Pay =
  | { kind: "job"; wageFen: number; wageUnit: WageUnit }
  | { kind: "land"; rentFenPerMuYear: number; years: number }
  | { kind: "equity"; fenPerPerson: number; guaranteedBp: number };

/** A posting as stored, with what a list shows of it. */
export type PostingFacts = {
  /** Its `open` and `bindingLive` hold for the day given to `postingsOn`. */
  posting: CountyPosting;
  title: string;
  projectName: string;
  enterpriseName: string;
  state: PostingState;
  closesOn: string;
  enterpriseVerified: boolean;
  pay: Pay;
};

/** Which kinds an enterprise has a live agreement of: `enterprise id:kind`. */
export type LiveKinds = ReadonlySet<string>;

/** The kind of posting that is real work or land behind a share allotment; orders are a kind to come. */
const kindOfLink: Record<BindingLink, PostingKind | null> = { labor: "job", land: "land", order: null };

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
  const isOpen = (f: PostingFacts) => f.state === "published" && f.enterpriseVerified && f.closesOn >= today;
  const key = (enterpriseId: string, kind: PostingKind) => `${enterpriseId}:${kind}`;
  const openKinds = new Set(facts.filter(isOpen).map((f) => key(f.posting.enterpriseId, f.posting.kind)));
  return facts.map((fact) => {
    const open = isOpen(fact);
    const { posting } = fact;
    if (posting.kind !== "equity") return { ...fact, posting: { ...posting, open } };
    const kind = kindOfLink[posting.bindingLink];
    const wanted = kind && key(posting.enterpriseId, kind);
    const bindingLive = wanted !== null && (openKinds.has(wanted) || liveKinds.has(wanted));
    return { ...fact, posting: { ...posting, open, bindingLive } };
  });
}
