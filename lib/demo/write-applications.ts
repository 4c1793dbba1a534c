/** Writes applications with what follows from them: notices, objections, agreements. */
import type { Writer } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import { agreements, applicationParcels, applications, bookings, notices, objections } from "@/db/schema";
import { clockOf } from "@/lib/applications/reply";
import { sealWitnesses } from "@/lib/applications/word";
import { dayOf } from "@/lib/clock/clock";
import { workdaysAfter } from "@/lib/clock/workdays";
import { agreementRows } from "@/lib/demo/agreements";
import { bookingsOf, isLive } from "@/lib/demo/bookings";
import type { DemoCounty } from "@/lib/demo/county";
import { demoId, officeHour } from "@/lib/demo/ids";
import type { Application } from "@/lib/demo/matches";
import { defaultPolicy } from "@/lib/policy/policy";

/** Gives each its number of the year, like 2026-000123, in the order of the days. */
function numbered<T>(list: readonly T[], dayOf: (one: T) => string): { one: T; number: string }[] {
  const counts = new Map<string, number>();
  return [...list]
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
    .map((one) => {
      const year = dayOf(one).slice(0, 4);
      const count = (counts.get(year) ?? 0) + 1;
      counts.set(year, count);
      return { one, number: `${year}-${String(count).padStart(6, "0")}` };
    });
}

const endOf = (a: Application, { fates }: DemoCounty) => {
  const fate = fates.get(a);
  return fate?.kind === "ended" ? fate.on : null;
};

type Noticed = Application & { notice: NonNullable<Application["notice"]> };

export async function writeApplications(w: Writer, county: DemoCounty): Promise<void> {
  await insertAll(
    w,
    applications,
    county.applications.map((a) => ({
      id: a.id,
      postingId: a.posting.county.id,
      householdCode: a.household.code,
      state: a.state,
      memberId: a.bring.memberId,
      size: a.bring.size,
      cardToken: a.cardToken,
      appliedBy: a.appliedBy,
      onBehalfBy: a.appliedBy,
      consentHow: a.consentHow,
      consentEvidence: a.consentEvidence,
      witnessesSealed: a.witnesses && sealWitnesses(a.id, a.witnesses),
      consentBy: a.appliedBy,
      consentAt: a.createdAt,
      match: a.match,
      answeredBy: a.answeredBy,
      approvedBy: a.approvedBy,
      declineReason: a.declineReason,
      stateReason: a.stateReason,
      reasonCode: a.reasonCode,
      ...clockOf(a.state, dayOf(a.stateAt), defaultPolicy),
      // Households start at version 1; what is under notice was approved on it.
      approvedVersion: a.state === "approved" || a.state === "held" ? 1 : null,
      overOn: endOf(a, county),
      createdAt: a.createdAt,
      stateAt: a.stateAt,
    })),
  );
  await insertAll(
    w,
    applicationParcels,
    county.applications.flatMap((a) =>
      a.bring.parcels.map((p) => ({ ...p, applicationId: a.id, booked: isLive(a, county) })),
    ),
  );
  const booked = bookingsOf(county);
  await insertAll(w, bookings, booked);
  const withNotice = county.applications.filter((a): a is Noticed => a.notice !== null);
  const noticeRows = numbered(withNotice, (a) => a.notice.publishedOn).map(({ one, number }, i) => ({
    id: demoId("N", i + 1, officeHour(one.notice.publishedOn, 300)),
    number,
    applicationId: one.id,
    state: one.finalOn ? ("over" as const) : ("open" as const),
    ...one.notice,
    createdAt: officeHour(one.notice.publishedOn, 300),
  }));
  await insertAll(w, notices, noticeRows);
  const held = new Set(county.applications.filter((a) => a.state === "held").map((a) => a.id));
  await insertAll(
    w,
    objections,
    noticeRows
      .filter((notice) => held.has(notice.applicationId))
      .map((notice, i) => ({
        id: demoId("B", i + 1, notice.createdAt),
        noticeId: notice.id,
        via: "web" as const,
        body: "听说这家有人已在县城上班，请村里核实后再定。",
        answerDueOn: workdaysAfter(notice.publishedOn, defaultPolicy["reply.objectionDays"]),
        createdAt: officeHour(notice.publishedOn, 480),
      })),
  );
  const finals = county.applications.filter((a) => a.finalOn !== null);
  await insertAll(
    w,
    agreements,
    agreementRows(
      numbered(finals, (a) => a.finalOn ?? ""),
      booked,
      county,
    ),
  );
}
