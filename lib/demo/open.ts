/** What is on offer today: at least 300 open postings at full scale, and a few on their way to the desk. */
import type { BindingLink } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import type { Enterprise, Project } from "@/lib/demo/enterprises";
import { officeHour } from "@/lib/demo/ids";
import { type JobOffer, type LandOffer, trades } from "@/lib/demo/offers";
import type { Dates, Posting, PostingMaker } from "@/lib/demo/postings";
import type { Random } from "@/lib/demo/random";
import type { Totals } from "@/lib/demo/totals";

export type DemoEnterprises = { enterprise: Enterprise; enterprise2: Enterprise };

/** Published within six weeks before `today`, open for one to seven months after it. */
const openDates = (today: string, random: Random): Dates => {
  const ago = random.int(2, 42);
  return {
    createdOn: addDays(today, -ago - random.int(2, 6)),
    publishedOn: addDays(today, -ago),
    closesOn: addDays(today, random.int(35, 210)),
  };
};

/** The first two enterprises have one of each kind, at home, without a radius: what the demo accounts show. */
function shownOnes(
  { enterprise, enterprise2 }: DemoEnterprises,
  make: PostingMaker,
  today: string,
  random: Random,
): Posting[] {
  const dates = () => openDates(today, random);
  // One nobody has said a word on for long: its enterprise is asked whether it still holds.
  const silent = (d: Dates): Dates => ({
    ...d,
    createdOn: addDays(today, -86),
    publishedOn: addDays(today, -82),
  });
  return [enterprise, enterprise2].flatMap((one) => {
    const { jobs, lands } = trades[one.industry];
    const project = one.projects[0] as Project;
    return [
      make.job(project, jobs[0] as JobOffer, 30, dates()),
      make.job(project, jobs[1] as JobOffer, 16, silent(dates())),
      make.land(project, lands[0] as LandOffer, 12_000, 50, dates()),
      make.equity(project, "labor", 60, dates()),
    ];
  });
}

export function openPostings(
  totals: Totals["openPostings"],
  enterprises: readonly Enterprise[],
  demo: DemoEnterprises,
  make: PostingMaker,
  today: string,
  random: Random,
): Posting[] {
  const list = shownOnes(demo, make, today, random);
  const count = (kind: string) => list.filter((p) => p.county.kind === kind).length;
  const round = (from: readonly Enterprise[]) => {
    let queue: Enterprise[] = [];
    return () => {
      if (queue.length === 0) queue = random.shuffle(from);
      return queue.pop() as Enterprise;
    };
  };
  const nextJob = round(enterprises);
  while (count("job") < totals.job) {
    const project = random.pick(nextJob().projects);
    const offer = random.pick(trades[project.industry].jobs);
    const posting = make.job(
      project,
      offer,
      random.int(...offer.positions),
      openDates(today, random),
      random.pick(project.villages),
    );
    const isNear = posting.county.kind === "job" && !posting.county.lodging;
    if (isNear && random.chance(0.2)) posting.county.radiusKm = random.pick([15, 20, 30]);
    list.push(posting);
  }
  const nextLand = round(enterprises.filter((e) => trades[e.industry].lands.length > 0));
  while (count("land") < totals.land) {
    const project = random.pick(nextLand().projects);
    const offer = random.pick(trades[project.industry].lands);
    const minMu100 = random.pick([50, 100, 100, 150, 200]);
    const posting = make.land(
      project,
      offer,
      100 * random.int(20, 150),
      minMu100,
      openDates(today, random),
      random.pick(project.villages),
    );
    if (random.chance(0.3)) posting.county.radiusKm = random.pick([10, 15]);
    list.push(posting);
  }
  // A share allotment needs open work or land of the same enterprise to be bound to.
  const linkOf = (e: Enterprise): BindingLink | null => {
    const kinds = list.filter((p) => p.project.enterprise === e).map((p) => p.county.kind);
    return kinds.includes("job") ? "labor" : kinds.includes("land") ? "land" : null;
  };
  const nextEquity = round(enterprises.filter((e) => e.kind !== "big-household" && linkOf(e)));
  while (count("equity") < totals.equity) {
    const one = nextEquity();
    list.push(
      make.equity(
        random.pick(one.projects),
        linkOf(one) ?? "labor",
        random.int(20, 120),
        openDates(today, random),
      ),
    );
  }
  return list;
}

/** Postings that wait: some with the officer, some sent back, some still being written. */
export function deskPostings(
  enterprises: readonly Enterprise[],
  demo: DemoEnterprises,
  make: PostingMaker,
  officers: readonly string[],
  today: string,
  random: Random,
): Posting[] {
  const others = random.shuffle(enterprises.filter((e) => !Object.values(demo).includes(e))).slice(0, 9);
  const owners = [demo.enterprise, demo.enterprise2, ...others];
  return owners.map((one, i) => {
    const ago = random.int(1, 9);
    const dates: Dates = {
      createdOn: addDays(today, -ago),
      publishedOn: null,
      closesOn: addDays(today, random.int(40, 180)),
    };
    const { jobs, lands } = trades[one.industry];
    const project = one.projects.at(-1) as Project;
    const land = lands[0];
    const posting =
      land && i % 3 === 1
        ? make.land(project, land, 100 * random.int(20, 90), 100, dates)
        : make.job(project, jobs.at(-1) as JobOffer, random.int(4, 12), dates);
    if (i % 2 === 0) posting.state = "submitted";
    else if (i % 4 === 1) {
      posting.state = "returned";
      posting.reviewedBy = random.pick(officers);
      posting.stateReason = "请写明用工地点和结算方式后再提交。";
    }
    return posting;
  });
}

/** Some of the past's postings are still up, full: what "no places left" looks like. */
export function keepFull(posting: Posting, today: string): void {
  posting.state = "published";
  posting.stateReason = null;
  posting.county.open = true;
  posting.closesOn = addDays(today, 45);
  posting.publishedAt = officeHour(posting.publishedAt?.toISOString().slice(0, 10) ?? today, 60);
}
