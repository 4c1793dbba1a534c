import { and, eq, inArray, sql } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { divisions, enterprises, postings, projects, type ReachBand } from "@/db/schema";
import type { EnterpriseKind } from "@/db/words";
import { type Asker, isInside } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { policyFor } from "@/lib/policy/queries";
import { capacityOf, writeDetails } from "@/lib/postings/details";
import { heardNow } from "@/lib/postings/heard";
import { type PostingInput, postingInput, postingProblems, reasonInput } from "@/lib/postings/input";
import { offersLink } from "@/lib/postings/linked";
import { changeable, type PostingMoveName, postingMoves } from "@/lib/postings/moves";
import { getPosting, type Posting } from "@/lib/postings/queries";
import { roundFor } from "@/lib/postings/round";
import { sameTerms } from "@/lib/postings/terms";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

const common = (input: PostingInput) => ({
  projectId: input.projectId,
  kind: input.kind,
  title: input.title,
  summary: input.summary,
  villageCode: input.villageCode,
  lat: input.lat,
  lon: input.lon,
  radiusKm: input.radiusKm,
  closesOn: input.closesOn,
  capacity: capacityOf(input),
});

/** Who has members at all: co-ops, and a village's collective economy. */
const takesMembers: readonly EnterpriseKind[] = ["cooperative", "collective"];

/**
 * Its own project, a real village, the policy's numbers, and for shares the round that pays for them.
 * @returns the input, with its round.
 */
async function checked(
  w: Writer,
  asker: Asker,
  input: PostingInput,
  today: string,
  seen?: Posting,
): Promise<PostingInput> {
  const [project] = await w
    .select({ state: projects.state, kind: enterprises.kind })
    .from(projects)
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .where(and(eq(projects.id, input.projectId), eq(projects.enterpriseId, asker.enterpriseId ?? "")));
  if (!project) return refuseFields({ projectId: { code: "unknown" } });
  if (project.state === "ended") refuseFields({ projectId: { code: "ended" } });
  if (input.kind === "membership" && !takesMembers.includes(project.kind))
    refuseFields({ kind: { code: "co-ops-only" } });
  const [place] = await w
    .select({ code: divisions.code })
    .from(divisions)
    .where(and(eq(divisions.code, input.villageCode), inArray(divisions.kind, ["village", "community"])));
  if (!place) refuseFields({ villageCode: { code: "unknown" } });
  const problems = postingProblems(input, await policyFor(today, w), today);
  if (Object.keys(problems).length > 0) refuseFields(problems);
  if (input.kind !== "equity") return input;
  const has = seen?.kind === "equity" ? seen.equity.roundId : null;
  const roundId = await roundFor(w, input, today, has);
  // Shares already allotted stay with the fund that paid for them.
  if (seen && seen.taken > 0 && roundId !== has) refuse("terms-bound");
  return { ...input, roundId };
}

/**
 * Writes a new posting as a draft.
 * @returns its id. @throws Refusal input (by field), forbidden.
 */
export async function createPosting(asker: Asker, raw: unknown, today: string): Promise<{ id: string }> {
  permit(asker, "posting", "write");
  const given = parse(postingInput, raw);
  return tx(async (w) => {
    const input = await checked(w, asker, given, today);
    const [row] = await w
      .insert(postings)
      .values({ ...common(input), createdBy: asker.userId })
      .returning({ id: postings.id });
    const id = row?.id ?? "";
    await writeDetails(w, id, input);
    await record(w, asker, { action: "posting.create", subject: "posting", subjectId: id, after: input });
    return { id };
  });
}

/**
 * Changes a posting. What was published goes back to review; its places already taken must still fit.
 * @param version the version the writer saw. @throws Refusal input, not-found, not-open, changed, full.
 */
export async function changePosting(
  asker: Asker,
  id: string,
  raw: unknown,
  version: number,
  today: string,
): Promise<void> {
  permit(asker, "posting", "write");
  const given = parse(postingInput, raw);
  await tx(async (w) => {
    const seen = await ownPosting(w, asker, id);
    if (!(changeable as readonly string[]).includes(seen.state)) refuse("not-open", { state: seen.state });
    if (seen.kind !== given.kind) refuseFields({ kind: { code: "not-in-list" } });
    const input = await checked(w, asker, given, today, seen);
    if (capacityOf(input) < seen.taken) refuse("full");
    const newTerms = !sameTerms(seen, input);
    if (seen.taken > 0 && newTerms) refuse("terms-bound");
    const state = seen.state === "published" ? "submitted" : seen.state;
    const changed = await w
      .update(postings)
      .set({
        ...common(input),
        ...heardNow(),
        ...(newTerms && { termsVersion: sql`${postings.termsVersion} + 1` }),
        ...{ state, version: version + 1, updatedAt: new Date() },
      })
      .where(and(eq(postings.id, id), eq(postings.version, version), eq(postings.state, seen.state)))
      .returning({ id: postings.id });
    if (changed.length === 0) refuse("changed");
    await writeDetails(w, id, input);
    await record(w, asker, {
      action: "posting.change",
      subject: "posting",
      subjectId: id,
      before: seen,
      after: input,
    });
  });
}

async function ownPosting(w: Writer, asker: Asker, id: string): Promise<Posting> {
  const posting = await getPosting(asker, id, w);
  if (asker.role === "enterprise" && posting.enterpriseId !== asker.enterpriseId) {
    // Published postings of others can be read, so this is "not allowed", not "not there".
    refuse("forbidden");
  }
  // So can those of another county, which are for its own officers to decide.
  if (asker.role === "county" && !isInside(asker.divisionScope, posting.villageCode)) refuse("forbidden");
  return posting;
}

/** `version`: the one the asker saw; what was changed since is not decided unseen. */
export type PostingMoveInput = { move: PostingMoveName; reason?: string; version?: number };

/**
 * Submits, publishes, returns or closes.
 * @param reachOf how many households fit, as a band, fixed at review (asked only when publishing).
 * @returns the new state. @throws Refusal not-found, forbidden, own-case, input (reason), changed, not-open with the present state.
 */
export async function movePosting(
  asker: Asker,
  id: string,
  { move: name, reason: given = "", version }: PostingMoveInput,
  reachOf: (posting: Posting) => Promise<ReachBand>,
): Promise<{ state: Posting["state"] }> {
  const move = postingMoves[name];
  const { reason } = parse(reasonInput, { reason: given });
  const reachBand = name === "publish" ? await reachOf(await getPosting(asker, id)) : undefined;
  return tx(async (w) => {
    const seen = await ownPosting(w, asker, id);
    if (!(move.by as readonly string[]).includes(asker.role)) refuse("forbidden");
    if (move.needs.includes("other-hand") && seen.createdBy === asker.userId) refuse("own-case");
    if (move.needs.includes("reason") && reason === "") refuseFields({ reason: { code: "missing" } });
    const stands = seen.enterpriseState === "verified" && seen.projectState === "listed";
    if (move.needs.includes("standing") && move.from.includes(seen.state) && !stands)
      refuse(seen.enterpriseState === "verified" ? "project-not-listed" : "enterprise-not-verified");
    if (move.needs.includes("paid-up") && move.from.includes(seen.state) && seen.enterpriseFrozenOn !== null)
      refuse("enterprise-frozen");
    if (name === "publish" && seen.kind === "equity" && move.from.includes(seen.state))
      if (!(await offersLink(w, seen.enterpriseId, seen.equity.bindingLink))) refuse("binding-missing");
    if (version !== undefined && move.from.includes(seen.state) && seen.version !== version)
      refuse("changed");
    const changed = await w
      .update(postings)
      .set({
        state: move.to,
        stateReason: reason || null,
        ...heardNow(),
        version: seen.version + 1,
        updatedAt: new Date(),
        ...(name === "publish" && { reachBand, publishedAt: new Date() }),
        ...((name === "publish" || name === "return") && { reviewedBy: asker.userId }),
      })
      .where(
        and(eq(postings.id, id), eq(postings.version, seen.version), inArray(postings.state, [...move.from])),
      )
      .returning({ id: postings.id });
    if (changed.length === 0) refuse("not-open", { state: seen.state });
    await record(w, asker, {
      action: `posting.${name}`,
      subject: "posting",
      subjectId: id,
      before: { state: seen.state },
      after: { state: move.to },
      why: reason || null,
    });
    return { state: move.to };
  });
}
