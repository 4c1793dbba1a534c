/** Applications under way today, so that no desk is empty: none of them makes a household covered. */
import type { ApplicationState } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import { type Application, type ApplicationMaker, type Candidate, fitting } from "@/lib/demo/matches";
import type { DemoEnterprises } from "@/lib/demo/open";
import type { Posting } from "@/lib/demo/postings";
import type { Random } from "@/lib/demo/random";
import { straightKm } from "@/lib/matching/distance";

/** What each of the two shown enterprises finds: to answer, waiting for the county, under notice, objected to. */
const shown: readonly ApplicationState[] = [
  "applied",
  "applied",
  "applied",
  "accepted",
  "accepted",
  "approved",
  "approved",
  "held",
  "declined",
  "returned",
];
const elsewhere: readonly ApplicationState[] = ["applied", "applied", "accepted", "accepted", "approved"];

/** Days before today on which something of a state was applied for: a notice put up since is still running. */
const applied = (state: ApplicationState, today: string, random: Random) =>
  addDays(today, state === "applied" ? -random.int(1, 6) : -random.int(5, 8));

export function casesOf(
  candidates: readonly Candidate[],
  open: readonly Posting[],
  demo: DemoEnterprises,
  maker: ApplicationMaker,
  today: string,
  random: Random,
): Application[] {
  const free = new Set(random.shuffle(candidates));
  const list: Application[] = [];
  /** One application of the nearest household that fits; none when the county is too small. */
  function openOne(posting: Posting, state: ApplicationState): void {
    const appliedOn = applied(state, today, random);
    const nearest = [...free]
      .map((candidate) => ({ candidate, km: straightKm(candidate.view.point, posting.county.point) }))
      .sort((a, b) => a.km - b.km || (a.candidate.view.code < b.candidate.view.code ? -1 : 1))
      .slice(0, 60);
    for (const { candidate } of random.shuffle(nearest)) {
      const found = fitting(candidate, posting, appliedOn);
      if (!found) continue;
      free.delete(candidate);
      const application = maker.write(candidate, posting, found, appliedOn, state);
      if (state === "declined") application.declineReason = "too-far";
      if (state === "returned") application.stateReason = "请补充务工人员本人签字的委托书。";
      list.push(application);
      return;
    }
  }
  const ofKind = (posting: Posting) => posting.county.kind !== "equity";
  for (const one of [demo.enterprise, demo.enterprise2]) {
    const own = open.filter((p) => p.project.enterprise === one && ofKind(p));
    shown.forEach((state, i) => {
      openOne(own[i % own.length] as Posting, state);
    });
  }
  const others = random.shuffle(
    open.filter((p) => !Object.values(demo).includes(p.project.enterprise) && ofKind(p)),
  );
  elsewhere.forEach((state, i) => {
    const posting = others[i];
    if (posting) openOne(posting, state);
  });
  return list;
}
