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
/** Long enough ago for the enterprise to have been reminded, and for the county to be late. */
const reminded = 12;
const late = 20;

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
  function openOne(posting: Posting, state: ApplicationState, daysAgo?: number): void {
    const appliedOn = daysAgo ? addDays(today, -daysAgo) : applied(state, today, random);
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
      if (state === "returned") {
        application.reasonCode = "paper-missing";
        application.stateReason = "请补充务工人员本人签字的委托书。";
      }
      list.push(application);
      return;
    }
  }
  const ofKind = (posting: Posting) => posting.county.kind !== "equity";
  for (const one of [demo.enterprise, demo.enterprise2]) {
    const own = open.filter((p) => p.project.enterprise === one && ofKind(p));
    shown.forEach((state, i) => {
      openOne(own[i % own.length] as Posting, state, i === 2 ? reminded : undefined);
    });
  }
  const others = random.shuffle(
    open.filter((p) => !Object.values(demo).includes(p.project.enterprise) && ofKind(p)),
  );
  elsewhere.forEach((state, i) => {
    const posting = others[i];
    if (posting) openOne(posting, state, i === 3 ? late : undefined);
  });
  const jobs = others.filter((p) => p.county.kind === "job");
  /** One worker asked for by two jobs in the same months: what an officer must not approve twice. */
  function openPair(first: ApplicationState, second: ApplicationState): void {
    const on = applied("accepted", today, random);
    for (const candidate of free)
      for (const one of jobs)
        for (const other of jobs) {
          if (one === other || one.county.kind !== "job" || other.county.kind !== "job") continue;
          if ((other.county.months & ~one.county.months) !== 0) continue;
          const [a, b] = [fitting(candidate, one, on), fitting(candidate, other, on)];
          if (!a || !b || a.bring.memberId !== b.bring.memberId) continue;
          free.delete(candidate);
          list.push(maker.write(candidate, other, b, on, second), maker.write(candidate, one, a, on, first));
          return;
        }
  }
  openPair("approved", "accepted");
  openPair("accepted", "accepted");
  return list;
}
