import { z } from "zod";
import { applicationStates, declineReasons, postingKinds, reasonCodes } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { day, ident, instant, listQuery } from "@/lib/api/list";
import { factors } from "@/lib/api/rankings";
import { askedMoves, openMoves } from "@/lib/applications/moves";
import type { Application } from "@/lib/applications/queries";
import { distanceBands, laborBands, landBands } from "@/lib/matching/bands";

export const applicationsQuery = z.strictObject({
  ...listQuery,
  status: z.enum(applicationStates).optional(),
  posting: ident.optional(),
  household: ident.optional(),
  kind: z.enum(postingKinds).optional(),
});

const shared = {
  id: ident,
  state: z.enum(applicationStates),
  stateAt: instant,
  appliedAt: instant,
  declineReason: z.enum(declineReasons).nullable(),
  /** Why it came back or came to nothing, as a code. */
  reasonCode: z.enum(reasonCodes).nullable(),
  stateReason: z.string().nullable(),
  /** The last day for whoever's turn it is, and the day they were reminded. */
  replyDueOn: day.nullable(),
  remindedOn: day.nullable(),
  /** To be sent with a decision, which is refused as `changed` when the case has moved on since. */
  version: z.int(),
  posting: ident,
  postingTitle: z.string(),
  kind: z.enum(postingKinds),
  enterpriseName: z.string(),
  townName: z.string(),
  /** What it takes of the posting: positions, mu or persons; to its enterprise only once the match is final. */
  size: z.number().nullable(),
  tier: z.string().nullable(),
  notice: ident.nullable(),
  noticeEndsOn: day.nullable(),
  /** What the asker's role may do with it now. */
  moves: z.array(z.enum(askedMoves)),
};

const reason = z.looseObject({ code: z.string() });

/** Two views (design/access.md): officers, village workers and the household; the enterprise and the auditor. */
export const applicationAnswer = z.discriminatedUnion("view", [
  z.strictObject({
    view: z.literal("full"),
    ...shared,
    household: ident,
    headName: z.string(),
    villageName: z.string(),
    memberName: z.string().nullable(),
    consent: z.strictObject({ how: z.string().nullable(), evidence: z.string().nullable().optional() }),
    onBehalf: z.boolean(),
    agreement: z.string().nullable(),
    reasons: z.array(reason),
    /** Not for the household. */
    score: z.number().nullable().optional(),
    parts: factors.nullable().optional(),
    /** The asker took part in it and leaves its decision to another. */
    ownCase: z.boolean().optional(),
  }),
  z.strictObject({
    view: z.literal("card"),
    ...shared,
    /** What stands for the household; different at every posting. */
    card: z.string().nullable(),
    bands: z
      .strictObject({ labor: z.enum(laborBands), land: z.enum(landBands), distance: z.enum(distanceBands) })
      .nullable(),
    /** Once the match is final, for its enterprise. */
    final: z
      .strictObject({
        headName: z.string(),
        memberName: z.string().nullable(),
        villageName: z.string(),
        phone: z.string().nullable(),
      })
      .nullable(),
  }),
]);
export type ApplicationAnswer = z.output<typeof applicationAnswer>;

/** An application as the asker may see it. */
export function applicationShown(asker: Asker, row: Application) {
  const common = {
    id: row.id,
    state: row.state,
    stateAt: row.stateAt.toISOString(),
    appliedAt: row.appliedAt.toISOString(),
    declineReason: row.declineReason,
    reasonCode: row.reasonCode,
    stateReason: row.stateReason,
    replyDueOn: row.replyDueOn,
    remindedOn: row.remindedOn,
    version: row.version,
    posting: row.postingId,
    postingTitle: row.postingTitle,
    kind: row.postingKind,
    enterpriseName: row.enterpriseName,
    townName: row.townName,
    size: row.postingKind === "land" && row.size !== null ? row.size / 100 : row.size,
    tier: row.tier,
    notice: row.noticeId,
    noticeEndsOn: row.noticeEndsOn,
    moves: openMoves(asker.role, row.state),
  };
  if (row.view === "card") {
    const { view, card, bands, household } = row;
    return { view, ...common, card, bands, final: household };
  }
  const inner = "score" in row ? { score: row.score, parts: row.parts, ownCase: row.ownCase } : {};
  const evidence = "consentEvidence" in row ? { evidence: row.consentEvidence } : {};
  return {
    view: row.view,
    ...common,
    household: row.householdCode,
    headName: row.headName,
    villageName: row.villageName,
    memberName: row.memberName,
    consent: { how: row.consentHow, ...evidence },
    onBehalf: row.onBehalf,
    agreement: row.agreementNumber,
    reasons: [...row.reasons],
    ...inner,
  };
}
