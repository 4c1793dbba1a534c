import { and, eq, inArray } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { agreements } from "@/db/schema";
import { type AgreementState, type EarlyCause, type EndCause, earlyCauses } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { endInput } from "@/lib/agreements/input";
import { type AgreementMove, agreementMoves } from "@/lib/agreements/moves";
import { recheckBinding } from "@/lib/agreements/recheck";
import { isSigningLate } from "@/lib/agreements/signing";
import { guard, type LoadedAgreement, loadAgreement, wordOfHousehold } from "@/lib/agreements/step";
import { endMatch } from "@/lib/applications/over";
import { record } from "@/lib/audit/commands";
import { addDays } from "@/lib/clock/clock";
import type { AcceptedFile } from "@/lib/files/files";
import type { Policy } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** The earliest last day someone may name: today; for an enterprise, so many days ahead (policy). */
export const earliestEnd = (role: string, today: string, noticeDays: number): string =>
  role === "enterprise" ? addDays(today, noticeDays) : today;

/** The causes someone may give: that it was never signed is the county's to say, once the days for it are over. */
export const causesFor = (
  role: string,
  agreement: { state: AgreementState; startsOn: string },
  policy: Policy,
  today: string,
): readonly EarlyCause[] =>
  role === "county" && isSigningLate(agreement, policy, today)
    ? earlyCauses
    : earlyCauses.filter((cause) => cause !== "never-signed");

/**
 * Ends an agreement early, with a cause and words both sides read. Until its last day everything goes on, and
 * what is due until then stays due; a last day of today ends it at once.
 * @param paper the household signed for it, which its village must bring.
 * @throws Refusal forbidden, not-found, not-open, input (cause, reason, endsOn, paper).
 */
export async function endAgreement(
  asker: Asker,
  id: string,
  raw: unknown,
  today: string,
  paper: AcceptedFile | null = null,
): Promise<void> {
  permit(asker, "agreement", asker.role === "county" ? "decide" : "write");
  const { cause, reason, endsOn } = parse(endInput, raw);
  await tx(async (w) => {
    const loaded = await loadAgreement(w, asker, id);
    guard(asker, loaded, "end");
    const policy = await policyFor(today, w);
    if (!causesFor(asker.role, loaded, policy, today).includes(cause))
      refuseFields({ cause: { code: "not-in-list" } });
    // What is not signed yet binds nobody to days ahead.
    const noticeDays = loaded.state === "unsigned" ? 0 : policy["agreement.noticeDays"];
    const earliest = earliestEnd(asker.role, today, noticeDays);
    const before = loaded.startsOn > earliest ? loaded.startsOn : earliest;
    if (endsOn < before) refuseFields({ endsOn: { code: "too-soon", unit: before } });
    // Who ended it before gave a cause and a day, which only an earlier day replaces.
    const latest = loaded.endsOn && (loaded.endCause ? addDays(loaded.endsOn, -1) : loaded.endsOn);
    if (latest !== null && endsOn > latest) refuseFields({ endsOn: { code: "too-late", unit: latest } });
    const endFileId = (await wordOfHousehold(w, asker, loaded, paper)).fileId;
    const because = { endCause: cause, endReason: reason, endedBy: asker.userId, endFileId };
    if (endsOn <= today) return close(w, asker, loaded, "end", { ...because, endsOn }, today);
    const changed = await w
      .update(agreements)
      .set({ ...because, endsOn, version: loaded.version + 1 })
      .where(
        and(
          eq(agreements.id, id),
          eq(agreements.version, loaded.version),
          inArray(agreements.state, [...agreementMoves.end.from]),
        ),
      )
      .returning({ id: agreements.id });
    if (changed.length === 0) refuse("not-open", { state: loaded.state });
    await record(w, asker, {
      action: "agreement.end-ahead",
      subject: "agreement",
      subjectId: id,
      householdCode: loaded.householdCode,
      before: { endsOn: loaded.endsOn },
      after: { endsOn, cause },
      why: reason,
    });
  });
}

type Closing = {
  endsOn: string;
  endCause: EndCause;
  endReason?: string;
  endedBy?: string | null;
  endFileId?: string | null;
};

/**
 * An agreement is over: what it held of people, land and places is free, and shares that hung on it are
 * looked at again. In the caller's transaction. `hold` keeps what it held for the renewal that follows at once.
 */
export async function close(
  w: Writer,
  asker: Asker,
  loaded: LoadedAgreement,
  name: AgreementMove,
  closing: Closing,
  today: string,
  { hold = false } = {},
): Promise<void> {
  const changed = await w
    .update(agreements)
    .set({ ...closing, state: "ended", endedOn: closing.endsOn, version: loaded.version + 1 })
    .where(
      and(
        eq(agreements.id, loaded.id),
        eq(agreements.version, loaded.version),
        inArray(agreements.state, [...agreementMoves[name].from]),
      ),
    )
    .returning({ id: agreements.id });
  if (changed.length === 0) refuse("not-open", { state: loaded.state });
  if (!hold) {
    const ran = loaded.enterpriseSignedHow !== null && loaded.householdSignedHow !== null;
    await endMatch(w, loaded.applicationId, { on: closing.endsOn, ran });
    await recheckBinding(w, loaded, today);
  }
  await record(w, asker, {
    action: `agreement.${name}`,
    subject: "agreement",
    subjectId: loaded.id,
    householdCode: loaded.householdCode,
    before: { state: loaded.state },
    after: { state: "ended", endsOn: closing.endsOn, cause: closing.endCause },
    why: closing.endReason ?? null,
  });
}
