/**
 * Applications of the demo, judged by the same rules as real ones: eligibility and score by lib/matching,
 * what a household brings by lib/applications. What a match binds (months, mu, persons) is never free again.
 */
import type { FrozenMatch } from "@/db/schema";
import type { ApplicationState, ConsentWay, DeclineReason, ReasonCode } from "@/db/words";
import { type Bring, bringOf } from "@/lib/applications/size";
import type { Witness } from "@/lib/applications/word";
import { addDays } from "@/lib/clock/clock";
import { isWorkday } from "@/lib/clock/workdays";
import { demoId, officeHour } from "@/lib/demo/ids";
import type { Posting } from "@/lib/demo/postings";
import type { Random } from "@/lib/demo/random";
import { countyViewOf, type Household } from "@/lib/demo/registry";
import { cardBands } from "@/lib/matching/bands";
import { askedWork, type CountyHousehold } from "@/lib/matching/county";
import { admits, offeredMu100, postingProblem } from "@/lib/matching/eligibility";
import { reasonsOf } from "@/lib/matching/reasons";
import { bestWorker, match } from "@/lib/matching/score";
import { tierOf } from "@/lib/matching/tier";
import { noticeEndsOn } from "@/lib/notices/days";
import { defaultPolicy as policy } from "@/lib/policy/policy";

export type Application = {
  id: string;
  posting: Posting;
  household: Household;
  state: ApplicationState;
  bring: Bring;
  cardToken: string;
  appliedBy: string;
  consentHow: ConsentWay;
  consentEvidence: string | null;
  witnesses: readonly Witness[] | null;
  match: FrozenMatch;
  answeredBy: string | null;
  approvedBy: string | null;
  declineReason: DeclineReason | null;
  stateReason: string | null;
  reasonCode: ReasonCode | null;
  /** Its public notice; over once `endsOn` is past. */
  notice: { publishedOn: string; endsOn: string } | null;
  /** The day it became final and its agreement began. */
  finalOn: string | null;
  createdAt: Date;
  stateAt: Date;
};

/** Days on which notices end, by the day they were put up. */
const ends = new Map<string, string>();
function endOf(publishedOn: string): string {
  const known = ends.get(publishedOn) ?? noticeEndsOn(publishedOn, policy);
  ends.set(publishedOn, known);
  return known;
}

/** The first working day on or after a day. */
export function workday(day: string): string {
  let at = day;
  while (!isWorkday(at)) at = addDays(at, 1);
  return at;
}

/** A household as matching sees it while the demo's matches are made. */
export type Candidate = { household: Household; view: CountyHousehold };
export const candidateOf = (household: Household): Candidate => ({
  household,
  view: countyViewOf(household),
});

export type Fitting = { bring: Bring; frozen: FrozenMatch };

const works = ["in-town", "in-county"];
/** Someone who earns wages outside the county is not offered for work at home. */
export const isAtHome = ({ household }: Candidate, id: string): boolean => {
  const place = household.people.find((p) => p.id === id)?.workPlace ?? null;
  return place === null || works.includes(place);
};

/** A quick look before the rules are asked: whether anyone at home, or any land on offer, is of the kind wanted. */
function mayFit(candidate: Candidate, { county }: Posting): boolean {
  const work = askedWork(county);
  if (work)
    return candidate.view.members.some(
      (m) => admits[work.work].includes(m.laborClass) && isAtHome(candidate, m.id),
    );
  if (county.kind === "land")
    return candidate.view.parcels.some((p) => county.parcelKinds.includes(p.kind) && offeredMu100(p) > 0);
  return true;
}

/** What a household would bring to a posting on a day, or null when a rule refuses or nobody is at home. */
export function fitting(candidate: Candidate, posting: Posting, day: string): Fitting | null {
  const { view } = candidate;
  const { county } = posting;
  if (postingProblem(county) || !mayFit(candidate, posting)) return null;
  const scored = match(view, county, policy, day);
  if ("leftOut" in scored) return null;
  const { fit } = scored;
  let member: string | undefined;
  const work = askedWork(county);
  if (work && "workers" in fit) {
    const atHome = fit.workers.filter((m) => isAtHome(candidate, m.id));
    member = bestWorker(atHome, work, policy)?.id;
    if (!member) return null;
  }
  return {
    bring: bringOf(fit, county, policy, { member }),
    frozen: {
      score: scored.score,
      parts: scored.parts,
      reasons: reasonsOf(view, county, scored, policy, day),
      tier: tierOf(scored.score, policy),
      bands: cardBands(view, scored.distanceKm, policy, day),
      policyOn: day,
    },
  };
}

/** Takes the places, and binds what the household brings. */
function bind({ view }: Candidate, posting: Posting, bring: Bring, isFinal: boolean): void {
  const { county } = posting;
  county.taken += bring.size;
  for (const member of view.members)
    if (member.id === bring.memberId) member.boundMonths |= askedWork(county)?.months ?? 0;
  for (const { parcelId, mu100 } of bring.parcels)
    for (const parcel of view.parcels) if (parcel.id === parcelId) parcel.agreedMu100 += mu100;
  if (county.kind === "equity") view.allottedPersons += bring.size;
  if (isFinal) view.liveProjects += 1;
}

export type Hands = {
  /** The account of a village's worker. */
  workerOf: (villageCode: string) => string;
  officers: readonly string[];
};

const demoWitnesses = [
  { name: "王组长", reach: "村民小组长，电话 14400000001" },
  { name: "李邻居", reach: "住隔壁，在家" },
] as const;
const cardAlphabet = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];

/**
 * Writes applications with rising ids and the hands of everyone who took part.
 * @param latest the last day on which anything has happened.
 */
export function applicationMaker(hands: Hands, latest: string, random: Random) {
  const past = (day: string) => (day < latest ? day : latest);
  let counter = 0;
  const token = () => Array.from({ length: 16 }, () => random.pick(cardAlphabet)).join("");
  type Word = Pick<Application, "consentHow" | "consentEvidence" | "witnesses">;
  function consent(): Word {
    const number = String(counter).padStart(5, "0");
    return random.weighted<Word>([
      [{ consentHow: "slip", consentEvidence: `代办委托书第 ${number} 号`, witnesses: null }, 0.12],
      [{ consentHow: "witnesses", consentEvidence: null, witnesses: demoWitnesses }, 0.18],
      [{ consentHow: "code", consentEvidence: null, witnesses: null }, 0.7],
    ]);
  }
  return {
    /**
     * One application that reached `state`, at most some weeks after `appliedOn`. Approved, held and final
     * ones take places and bind.
     */
    write(
      candidate: Candidate,
      posting: Posting,
      found: Fitting,
      appliedOn: string,
      state: ApplicationState,
    ): Application {
      counter += 1;
      const createdAt = officeHour(appliedOn, random.int(0, 480));
      const isAnswered = state !== "applied";
      const isApproved = state === "approved" || state === "held" || state === "final";
      const answeredOn = past(addDays(appliedOn, random.int(1, 3)));
      const publishedOn = past(workday(addDays(answeredOn, random.int(1, 3))));
      const notice = isApproved ? { publishedOn, endsOn: endOf(publishedOn) } : null;
      const finalOn = state === "final" && notice ? addDays(notice.endsOn, 1) : null;
      if (isApproved) bind(candidate, posting, found.bring, state === "final");
      return {
        id: demoId("A", counter, createdAt),
        posting,
        household: candidate.household,
        state,
        bring: found.bring,
        cardToken: token(),
        appliedBy: hands.workerOf(candidate.household.village.code),
        ...consent(),
        match: found.frozen,
        answeredBy: isAnswered ? posting.project.enterprise.userId : null,
        approvedBy: isApproved ? random.pick(hands.officers) : null,
        declineReason: null,
        stateReason: null,
        reasonCode: null,
        notice,
        finalOn,
        createdAt,
        stateAt: isAnswered
          ? officeHour(finalOn ?? notice?.publishedOn ?? answeredOn, random.int(0, 480))
          : createdAt,
      };
    },
  };
}
export type ApplicationMaker = ReturnType<typeof applicationMaker>;
