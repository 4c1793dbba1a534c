import { and, desc, eq } from "drizzle-orm";
import type { AgreementTerms } from "@/db/agreement-terms";
import { tx, type Writer } from "@/db/client";
import { isConstraintError } from "@/db/errors";
import { agreementAnnexes, agreements, applications, contractDetails } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { type AnnexInput, annexInput, answerInput, changeableTerms } from "@/lib/agreements/input";
import { annexMoves } from "@/lib/agreements/moves";
import {
  guardAnnex,
  keepSignature,
  type LoadedAgreement,
  loadAgreement,
  ownSide,
  wordOfHousehold,
} from "@/lib/agreements/step";
import { lastDayAfter, type TermsChange, termsOn, termsPeriods } from "@/lib/agreements/terms";
import { record } from "@/lib/audit/commands";
import { addDays } from "@/lib/clock/clock";
import type { AcceptedFile } from "@/lib/files/files";
import type { Policy } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";
import { parse } from "@/lib/refusal/parse";
import { type FieldProblems, refuse, refuseFields } from "@/lib/refusal/refusal";

/** What the match itself sets bounds to. */
type Match = {
  /** What was applied for and approved, in the posting's unit; its land and its place are taken for so much. */
  size: number;
  /** What a plot usually yields, of a contract. */
  yieldJinPerPlot: number | null;
};

async function matchOf(w: Writer, applicationId: string): Promise<Match> {
  const [row] = await w
    .select({ size: applications.size, yieldJinPerPlot: contractDetails.yieldJinPerPlot })
    .from(applications)
    .leftJoin(contractDetails, eq(contractDetails.postingId, applications.postingId))
    .where(eq(applications.id, applicationId));
  return row ?? refuse("not-found");
}

/**
 * An annex may not do what a posting may not: pay below the floor, dividends or returns below what policy
 * guarantees, a plot that loses; nor take more than what was matched, which would be another match.
 */
function problemsOf(terms: AgreementTerms, policy: Policy, match: Match): FieldProblems {
  switch (terms.kind) {
    case "job": {
      const floorFen = policy[terms.wageUnit === "month" ? "wage.floorMonthFen" : "wage.floorDayFen"];
      return terms.wageFen < floorFen ? { wageFen: { code: "below-wage-floor", min: floorFen / 100 } } : {};
    }
    case "equity": {
      const { "equity.guaranteedBp": guaranteed, "equity.secondBp": second } = policy;
      return {
        ...(terms.guaranteedBp < guaranteed && {
          guaranteedBp: { code: "below-guaranteed" as const, min: guaranteed / 100 },
        }),
        ...(terms.secondBp < second && { secondBp: { code: "below-second" as const, min: second / 100 } }),
      };
    }
    case "order":
      return terms.quantity > match.size ? { quantity: { code: "too-big", max: match.size } } : {};
    case "membership": {
      const least = policy["membership.surplusBp"];
      return terms.returnBp < least ? { returnBp: { code: "below-surplus", min: least / 100 } } : {};
    }
    case "contract": {
      const costFen = terms.feeFenPerPlotYear + terms.inputsFenPerPlotYear;
      const usualJin = match.yieldJinPerPlot ?? 0;
      return usualJin > 0 && usualJin * terms.floorPriceFen <= costFen
        ? { floorPriceFen: { code: "plot-loses", min: costFen / usualJin / 100 } }
        : {};
    }
    default:
      return {};
  }
}

/** The terms as they would be: those that hold on that day, with what is changed. @throws Refusal input. */
function changedTerms(now: AgreementTerms, input: AnnexInput, policy: Policy, match: Match): AgreementTerms {
  const changes = parse(changeableTerms[now.kind], input.terms);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const next = { ...now, ...given } as AgreementTerms;
  if ("years" in next && input.kind === "renewal" && input.years) next.years = input.years;
  const problems = problemsOf(next, policy, match);
  if (Object.keys(problems).length > 0) refuseFields(problems);
  if (input.kind === "change" && JSON.stringify(next) === JSON.stringify(now))
    refuseFields({ terms: { code: "missing" } });
  return next;
}

/** When it begins and, for a renewal, ends. @param all its annexes @throws Refusal input. */
function daysOf(loaded: LoadedAgreement, input: AnnexInput, all: readonly TermsChange[], today: string) {
  if (input.kind === "renewal") {
    // What runs until somebody ends it has nothing to renew.
    if (loaded.endsOn === null || loaded.endCause !== null)
      return refuseFields({ kind: { code: "not-in-list" } });
    if (!input.years) return refuseFields({ years: { code: "missing" } });
    const effectiveOn = addDays(loaded.endsOn, 1);
    return { effectiveOn, endsOn: lastDayAfter(effectiveOn, input.years) };
  }
  const effectiveOn = input.effectiveOn ?? refuseFields({ effectiveOn: { code: "missing" } });
  // Nothing is changed back in time: what was due stays due.
  if (effectiveOn < today) refuseFields({ effectiveOn: { code: "in-the-past" } });
  if (loaded.endsOn !== null && effectiveOn > loaded.endsOn)
    refuseFields({ effectiveOn: { code: "too-late", unit: loaded.endsOn } });
  // A paper says all terms from its day on: one agreed on for a later day would undo this one again.
  const last = termsPeriods(loaded, all).at(-1)?.from ?? "";
  if (effectiveOn < last) refuseFields({ effectiveOn: { code: "too-soon", unit: last } });
  return { effectiveOn, endsOn: null };
}

const annexesOf = (w: Writer, agreementId: string) =>
  w
    .select()
    .from(agreementAnnexes)
    .where(eq(agreementAnnexes.agreementId, agreementId))
    .orderBy(desc(agreementAnnexes.number));

/**
 * One side proposes other pay from a day on, or the next period; proposing is signing it.
 * @param raw AnnexInput; `terms` holds only what changes @returns the annex's id.
 * @throws Refusal forbidden, not-found, not-open, annex-open, input.
 */
export async function proposeAnnex(
  asker: Asker,
  id: string,
  raw: unknown,
  paper: AcceptedFile | null,
  today: string,
): Promise<{ id: string }> {
  permit(asker, "agreement", "write");
  const input = parse(annexInput, raw);
  try {
    return await tx(async (w) => {
      const loaded = await loadAgreement(w, asker, id);
      const all = await annexesOf(w, id);
      if (all.some((annex) => annex.state === "proposed")) refuse("annex-open");
      guardAnnex(asker, loaded, "propose", "none");
      const days = daysOf(loaded, input, all, today);
      if (input.kind === "renewal" && all.some((a) => a.kind === "renewal" && a.state === "agreed"))
        refuse("annex-open");
      const policy = await policyFor(today, w);
      const match = await matchOf(w, loaded.applicationId);
      const terms = changedTerms(termsOn(loaded, all, days.effectiveOn), input, policy, match);
      const { how, fileId } = await keepSignature(w, asker, loaded, paper);
      const [row] = await w
        .insert(agreementAnnexes)
        .values({
          agreementId: id,
          number: (all[0]?.number ?? 0) + 1,
          kind: input.kind,
          terms,
          ...days,
          reason: input.reason,
          proposedSide: ownSide(asker),
          proposedBy: asker.userId ?? "",
          proposedHow: how,
          proposedFileId: fileId,
        })
        .returning({ id: agreementAnnexes.id });
      await record(w, asker, {
        action: "agreement.propose",
        subject: "agreement",
        subjectId: id,
        householdCode: loaded.householdCode,
        after: { annex: row?.id, kind: input.kind, ...days, terms },
        why: input.reason,
      });
      return { id: row?.id ?? "" };
    });
  } catch (error) {
    if (isConstraintError(error) && error.table === "agreement_annexes") refuse("annex-open");
    throw error;
  }
}

/**
 * The other side agrees or refuses; whoever proposed takes it back.
 * @throws Refusal forbidden, not-found, not-open, own-case (one hand for both), annex-past (a change whose day
 * is over), input (reason, paper).
 */
export async function answerAnnex(
  asker: Asker,
  annexId: string,
  raw: unknown,
  paper: AcceptedFile | null,
  today: string,
): Promise<void> {
  permit(asker, "agreement", "write");
  const { move, reason } = parse(answerInput, raw);
  await tx(async (w) => {
    const [annex] = await w.select().from(agreementAnnexes).where(eq(agreementAnnexes.id, annexId));
    if (!annex) return refuse("not-found");
    const loaded = await loadAgreement(w, asker, annex.agreementId);
    guardAnnex(asker, loaded, move, annex.state);
    const isOwn = ownSide(asker) === annex.proposedSide;
    if (isOwn !== (move === "take-back")) refuse("forbidden");
    if (move !== "take-back" && annex.proposedBy === asker.userId) refuse("own-case");
    // Nothing is changed back in time: what was due stays due.
    if (move === "agree" && annex.kind === "change" && annex.effectiveOn < today) refuse("annex-past");
    if (move === "refuse" && reason === "") refuseFields({ reason: { code: "missing" } });
    const word = move === "agree" ? keepSignature : wordOfHousehold;
    const signed = await word(w, asker, loaded, paper);
    const state = annexMoves[move].to;
    const changed = await w
      .update(agreementAnnexes)
      .set({
        state,
        answerReason: reason || null,
        ...(move !== "take-back" && { answeredBy: asker.userId, answeredAt: new Date() }),
        ...((move === "agree" || signed.fileId) && {
          answeredHow: signed.how,
          answeredFileId: signed.fileId,
        }),
      })
      .where(and(eq(agreementAnnexes.id, annexId), eq(agreementAnnexes.state, "proposed")))
      .returning({ id: agreementAnnexes.id });
    if (changed.length === 0) refuse("not-open", { state: annex.state });
    // What is due follows the agreement's version.
    if (move === "agree")
      await w
        .update(agreements)
        .set({ version: loaded.version + 1 })
        .where(and(eq(agreements.id, loaded.id), eq(agreements.version, loaded.version)));
    await record(w, asker, {
      action: `agreement.${move}`,
      subject: "agreement",
      subjectId: loaded.id,
      householdCode: loaded.householdCode,
      before: { annex: annexId, state: annex.state },
      after: { state },
      why: reason || null,
    });
  });
}
