import type { PlanRule } from "@/db/schema";
import { locales } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import type { LeftOut } from "@/lib/matching/eligibility";

/**
 * Officers' orders on a plan as they are typed, one a line: must or never in either language, the household's
 * code, the posting's title. Pure: the postings and the known codes are handed in.
 */

/** A posting as an order may name it. */
export type NamedPosting = {
  id: string;
  title: string;
  enterpriseName: string;
  townName: string;
  villageName: string;
  /** Only open ones can be planned, and so be named by their title. */
  isOpen: boolean;
};

/** One line that says a rule, as far as it can be read without knowing who and what there is. */
export type OrderLine = { line: number; rule: PlanRule["rule"]; household: string; named: string };

/** What is wrong with a line. `ways`: how the posting could be named instead. */
export type LineProblem = { line: number } & (
  | { problem: "verb" | "short" }
  | { problem: "household" | "posting"; typed: string }
  | { problem: "several"; typed: string; count: number; ways: string[] }
  | { problem: "left-out"; leftOut: LeftOut }
);

/** Between the title and what tells postings of one title apart. */
const apart = " · ";
const plain = (text: string) => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

/** The typed text line by line; empty lines say nothing. */
export function readOrders(text: string): { lines: OrderLine[]; problems: LineProblem[] } {
  const verbs: Record<string, PlanRule["rule"]> = {};
  for (const { plans: p } of locales.map(dictionary))
    Object.assign(verbs, { [p.pin]: "pin", [p.forbid]: "forbid" });
  const lines: OrderLine[] = [];
  const problems: LineProblem[] = [];
  for (const [i, typed] of text.split("\n").entries()) {
    if (typed.trim() === "") continue;
    const line = i + 1;
    const [verb = "", household = "", ...words] = typed.trim().split(/\s+/);
    const rule = Object.hasOwn(verbs, verb.toLowerCase()) ? verbs[verb.toLowerCase()] : undefined;
    const named = words.join(" ");
    if (!rule) problems.push({ line, problem: "verb" });
    else if (!named) problems.push({ line, problem: "short" });
    else lines.push({ line, rule, household, named });
  }
  return { lines, problems };
}

/** What tells a posting from others of its title, the most telling first. */
const marksOf = (p: NamedPosting) => [p.enterpriseName, p.villageName, p.townName];

/** Postings by what an order may call them. */
export class PostingNames {
  private readonly byId = new Map<string, NamedPosting>();
  private readonly byTitle = new Map<string, NamedPosting[]>();

  constructor(postings: readonly NamedPosting[]) {
    for (const posting of postings) {
      this.byId.set(posting.id, posting);
      const title = plain(posting.title);
      if (posting.isOpen) this.byTitle.set(title, [...(this.byTitle.get(title) ?? []), posting]);
    }
  }

  /** Those a text may mean: of that id; else open, of that title, and with every mark that was added to it. */
  meant(named: string): NamedPosting[] {
    const known = this.byId.get(named);
    if (known) return [known];
    const parts = plain(named).split(apart);
    // A title may hold the sign that parts it from its marks: the longest that is a title.
    for (let n = parts.length; n > 0; n--) {
      const titled = this.byTitle.get(parts.slice(0, n).join(apart));
      const marks = parts.slice(n);
      const isMarked = (p: NamedPosting) =>
        marks.every((mark) => marksOf(p).some((mine) => plain(mine).includes(mark)));
      if (titled) return titled.filter(isMarked);
    }
    return [];
  }

  /**
   * How an order names a posting: by its title, with as many marks as tell it from others; by its id where
   * nothing else does, or where it is no longer open.
   */
  nameOf(id: string): string {
    const posting = this.byId.get(id);
    if (!posting?.isOpen) return id;
    const words = [posting.title, ...marksOf(posting)];
    const names = words.map((_, n) => words.slice(0, n + 1).join(apart));
    return names.find((name) => this.meant(name).length === 1) ?? id;
  }
}

/** Rules as lines to be changed and sent again. */
export const orderText = (
  rules: readonly PlanRule[],
  postings: PostingNames,
  words: { pin: string; forbid: string },
): string => rules.map((r) => `${words[r.rule]} ${r.household} ${postings.nameOf(r.posting)}`).join("\n");

/** A rule with the line that says it. */
export type LinedRule = PlanRule & { line: number };

/** @param households codes that there are. @returns the rules, and what is wrong, line by line. */
export function rulesOfLines(
  lines: readonly OrderLine[],
  households: ReadonlySet<string>,
  postings: PostingNames,
): { rules: LinedRule[]; problems: LineProblem[] } {
  const rules: LinedRule[] = [];
  const problems: LineProblem[] = [];
  for (const { line, rule, household, named } of lines) {
    const found = postings.meant(named);
    const [posting] = found;
    if (!households.has(household)) problems.push({ line, problem: "household", typed: household });
    else if (!posting) problems.push({ line, problem: "posting", typed: named });
    else if (found.length > 1) {
      const ways = found.slice(0, 3).map(({ id }) => postings.nameOf(id));
      problems.push({ line, problem: "several", typed: named, count: found.length, ways });
    } else rules.push({ line, household, posting: posting.id, rule });
  }
  return { rules, problems };
}
