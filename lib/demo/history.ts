/** The audit rows a county like this would have left, in the order of time. */
import type { Writer } from "@/db/client";
import { type Asker, publicAsker, systemAsker } from "@/lib/access/asker";
import { type AuditNote, recordAll } from "@/lib/audit/commands";
import { addDays } from "@/lib/clock/clock";
import type { Account } from "@/lib/demo/accounts";
import type { DemoCounty } from "@/lib/demo/county";
import { officeHour } from "@/lib/demo/ids";
import type { Application } from "@/lib/demo/matches";
import { policyKeys } from "@/lib/policy/policy";

type Entry = { at: Date; asker: Asker; note: AuditNote };

const askerOf = ({ id, name, role, divisionScope, enterpriseId, householdCode }: Account): Asker => ({
  role,
  userId: id,
  name,
  divisionScope,
  enterpriseId,
  householdCode,
  requestId: null,
});

/** One row for each batch of households, each verified enterprise, each open posting, each final match. */
function entriesOf(county: DemoCounty): Entry[] {
  const accounts = new Map(county.accounts.map((account) => [account.id, askerOf(account)]));
  const by = (id: string | null | undefined) => accounts.get(id ?? "") ?? systemAsker;
  const [first, second] = county.staff.officers;
  const entries: Entry[] = policyKeys.map((key) => ({
    at: officeHour(addDays(county.pastEndsOn, -655), 30),
    asker: by(county.staff.admin),
    note: { action: "policy.apply", subject: "policy", subjectId: key, why: "演示数据" },
  }));
  for (const enterprise of county.enterprises)
    entries.push({
      at: enterprise.createdAt,
      asker: by(second),
      note: {
        action: "enterprise.verify",
        subject: "enterprise",
        subjectId: enterprise.id,
        before: { state: "draft" },
        after: { state: "verified" },
      },
    });
  for (const village of county.villages) {
    const batch = county.households.filter((h) => h.village === village);
    if (batch.length === 0) continue;
    entries.push({
      at: officeHour(addDays(county.pastEndsOn, -470), 60),
      asker: by(first),
      note: {
        action: "household.import",
        subject: "division",
        subjectId: village.code,
        after: { households: batch.length, members: batch.reduce((sum, h) => sum + h.people.length, 0) },
        why: "建档立卡名册导入",
      },
    });
  }
  for (const posting of county.postings)
    if (posting.publishedAt && posting.state === "published")
      entries.push({
        at: posting.publishedAt,
        asker: by(posting.reviewedBy),
        note: {
          action: "posting.publish",
          subject: "posting",
          subjectId: posting.county.id,
          before: { state: "submitted" },
          after: { state: "published" },
        },
      });
  for (const application of county.applications) entries.push(...stepsOf(application, by, first));
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
}

type By = (id: string | null | undefined) => Asker;

/** The last step of what is long final; every step of what is under way. */
function stepsOf(a: Application, by: By, officer: string | undefined): Entry[] {
  const step = (at: Date, asker: Asker, name: string, before: string | null, state: string): Entry => ({
    at,
    asker,
    note: {
      action: `application.${name}`,
      subject: "application",
      subjectId: a.id,
      householdCode: a.household.code,
      before: before && { state: before },
      after: { state },
      why: name === "return" || name === "decline" ? (a.stateReason ?? a.declineReason) : null,
    },
  });
  if (a.finalOn) return [step(officeHour(a.finalOn, 0), systemAsker, "finish", "approved", "final")];
  const { createdAt, stateAt, state } = a;
  const answeredAt = new Date((createdAt.getTime() + stateAt.getTime()) / 2);
  const steps = [step(createdAt, by(a.appliedBy), "apply", null, "applied")];
  if (state === "declined") steps.push(step(stateAt, by(a.answeredBy), "decline", "applied", state));
  else if (state === "accepted") steps.push(step(stateAt, by(a.answeredBy), "accept", "applied", state));
  else if (state !== "applied")
    steps.push(step(answeredAt, by(a.answeredBy), "accept", "applied", "accepted"));
  if (state === "returned") steps.push(step(stateAt, by(officer), "return", "accepted", state));
  if (state === "approved" || state === "held")
    steps.push(step(stateAt, by(a.approvedBy), "approve", "accepted", "approved"));
  if (state === "held" && a.notice)
    steps.push(step(officeHour(a.notice.publishedOn, 480), publicAsker, "object", "approved", state));
  return steps;
}

/** Records the past, rows of one instant and hand together. */
export async function recordHistory(w: Writer, county: DemoCounty): Promise<void> {
  let batch: Entry[] = [];
  const flush = async () => {
    const [head] = batch;
    if (head)
      await recordAll(
        w,
        head.asker,
        batch.map(({ note }) => note),
        head.at,
      );
    batch = [];
  };
  for (const entry of entriesOf(county)) {
    const [head] = batch;
    if (head && (head.asker !== entry.asker || head.at.getTime() !== entry.at.getTime())) await flush();
    batch.push(entry);
  }
  await flush();
}
