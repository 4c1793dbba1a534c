/** What village workers changed in the records of their villages lately: dated, with before and after. */
import type { ChangeKind } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import { demoId, officeHour } from "@/lib/demo/ids";
import { demoVillages } from "@/lib/demo/places";
import type { Random } from "@/lib/demo/random";
import type { Household } from "@/lib/demo/registry";
import type { FieldChange } from "@/lib/households/changes";
import { inventedPhone } from "@/lib/numbers/phone";

export type PastChange = {
  id: string;
  householdCode: string;
  version: number;
  memberId: string | null;
  kind: ChangeKind;
  happenedOn: string;
  changes: FieldChange[];
  changedBy: string;
  why: string;
  createdAt: Date;
};

type Told = Pick<PastChange, "kind" | "memberId" | "why" | "changes">;

/** Changes that end at what the record says now. */
function storiesOf(h: Household, random: Random): Told[] {
  const found: Told[] = [];
  const worker = h.people.find((p) => p.workPlace !== null);
  if (h.phone)
    found.push({
      kind: "edited",
      memberId: null,
      why: "情况有变化 · 换了号码",
      changes: [
        {
          subject: "household",
          field: "phone",
          before: inventedPhone(40_000_000 + random.int(0, 9_999_999)),
          after: h.phone,
        },
      ],
    });
  if (worker)
    found.push({
      kind: "edited",
      memberId: worker.id,
      why: "入户核实",
      changes: [
        { subject: "member", id: worker.id, field: "workPlace", before: null, after: worker.workPlace },
        { subject: "member", id: worker.id, field: "workMonths", before: null, after: worker.workMonths },
      ],
    });
  if (h.status === "lifted")
    found.push({
      kind: "lifted",
      memberId: null,
      why: "收入稳定过线，评议公示无异议",
      changes: [{ subject: "household", field: "status", before: "poor", after: "lifted" }],
    });
  const ill = h.people.find((p) => p.health[0] !== "healthy");
  if (ill)
    found.push({
      kind: "edited",
      memberId: ill.id,
      why: "入户核实 · 看了病历",
      changes: [{ subject: "member", id: ill.id, field: "health", before: ["healthy"], after: ill.health }],
    });
  return found;
}

/**
 * Up to three changes for each household of the demo villages, by its own worker, in the weeks before `today`;
 * the household's version follows.
 */
export function pastChangesOf(
  households: readonly Household[],
  workerOf: (village: string) => string,
  today: string,
  random: Random,
): PastChange[] {
  const shown = Object.values(demoVillages) as string[];
  const found: PastChange[] = [];
  for (const h of households.filter((one) => shown.includes(one.village.code))) {
    const told = storiesOf(h, random)
      .filter(() => random.chance(0.6))
      .slice(0, 3);
    const first = random.int(30, 120);
    told.forEach((story, i) => {
      const happenedOn = addDays(today, -first + i * 9);
      const createdAt = officeHour(happenedOn, 60 + random.int(0, 300));
      h.version += 1;
      if (story.kind === "lifted") h.liftedOn = happenedOn;
      found.push({
        ...{ id: demoId("C", found.length + 1, createdAt), householdCode: h.code, version: h.version },
        ...story,
        ...{ happenedOn, changedBy: workerOf(h.village.code), createdAt },
      });
    });
  }
  return found;
}
