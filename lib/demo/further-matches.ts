/** What households of the demo have besides their first project by orders, memberships and plots. */
import type { PostingKind } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import type { Near } from "@/lib/demo/coverage";
import { type Application, type ApplicationMaker, type Candidate, fitting } from "@/lib/demo/matches";
import type { Posting } from "@/lib/demo/postings";
import type { Random } from "@/lib/demo/random";
import { straightKm } from "@/lib/matching/distance";
import { postingProblem } from "@/lib/matching/eligibility";

/**
 * Final matches of households that have one project: nobody is covered by these who was not before.
 * @param day the last day of the demo's past.
 */
export function furtherLinks(
  candidates: readonly Candidate[],
  near: Near,
  maker: ApplicationMaker,
  day: string,
  random: Random,
): Application[] {
  const one = candidates.filter((c) => c.household.covered && c.view.liveProjects === 1);
  return random
    .shuffle(one)
    .slice(0, Math.ceil(one.length * 0.09))
    .flatMap((candidate) => {
      const appliedOn = addDays(day, -random.int(45, 70));
      const kind = random.weighted<PostingKind>([
        ["order", 0.45],
        ["membership", 0.4],
        ["contract", 0.15],
      ]);
      for (const posting of near(candidate.household.village.code, kind).slice(0, 8)) {
        if (postingProblem(posting.county)) continue;
        const found = fitting(candidate, posting, appliedOn);
        // Who has work already is not given a plot besides.
        const busy = candidate.view.members.some((m) => m.id === found?.bring.memberId && m.boundMonths > 0);
        if (found && !busy) return [maker.write(candidate, posting, found, appliedOn, "final")];
      }
      return [];
    });
}

/** Applications of these kinds that wait at a desk today, of the nearest households that fit. */
export function furtherCases(
  free: readonly Candidate[],
  open: readonly Posting[],
  maker: ApplicationMaker,
  today: string,
  random: Random,
): Application[] {
  const left = new Set(free);
  return open.flatMap((posting, i) => {
    const state = i % 3 === 0 ? "accepted" : "applied";
    const appliedOn = addDays(today, state === "applied" ? -random.int(1, 6) : -random.int(5, 8));
    const nearest = [...left]
      .map((candidate) => ({ candidate, km: straightKm(candidate.view.point, posting.county.point) }))
      .sort((a, b) => a.km - b.km || (a.candidate.view.code < b.candidate.view.code ? -1 : 1))
      .slice(0, 40);
    for (const { candidate } of nearest) {
      const found = fitting(candidate, posting, appliedOn);
      if (!found) continue;
      left.delete(candidate);
      return [maker.write(candidate, posting, found, appliedOn, state)];
    }
    return [];
  });
}
