import { and, eq, inArray } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { divisions, enterprises, postings, projects, projectVillages } from "@/db/schema";
import type { ProjectState } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { record } from "@/lib/audit/commands";
import { checkPlaces } from "@/lib/enterprises/register";
import { keepFile, removeFile } from "@/lib/files/commands";
import type { AcceptedFile } from "@/lib/files/files";
import { pinyinKey } from "@/lib/i18n/pinyin";
import {
  missingForDirectory,
  type ProjectInput,
  projectInput,
  projectProblems,
  reasonInput,
} from "@/lib/projects/input";
import { type ProjectMoveName, projectMoves } from "@/lib/projects/moves";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

const about = (id: string) => ({ subject: "project" as const, subjectId: id });

/** A project the asker may read whole, with what decides about it. @throws Refusal not-found. */
async function load(w: Writer, asker: Asker, id: string) {
  const grant = grantOf(asker.role, "project", "read");
  // What is merely published to an asker is neither theirs to write nor to decide.
  if (grant === null || grant.reach === "published") return refuse("not-found");
  const [row] = await w
    .select({ project: projects, enterpriseState: enterprises.state })
    .from(projects)
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .where(and(eq(projects.id, id), within(asker, grant, { enterprise: projects.enterpriseId })));
  if (!row) return refuse("not-found");
  const places = await w
    .select({ code: projectVillages.villageCode })
    .from(projectVillages)
    .where(eq(projectVillages.projectId, id));
  return { ...row.project, villages: places.map(({ code }) => code).sort() };
}

async function check(w: Writer, input: ProjectInput, presentIndustry?: string): Promise<void> {
  const problems = projectProblems(input);
  if (Object.keys(problems).length > 0) refuseFields(problems);
  const known = await w.$count(
    divisions,
    and(inArray(divisions.code, input.villages), inArray(divisions.kind, ["village", "community"])),
  );
  if (known !== input.villages.length) refuseFields({ villages: { code: "unknown" } });
  await checkPlaces(w, input, presentIndustry);
}

async function writeVillages(w: Writer, projectId: string, villages: readonly string[]): Promise<void> {
  await w.delete(projectVillages).where(eq(projectVillages.projectId, projectId));
  if (villages.length > 0)
    await w.insert(projectVillages).values(villages.map((villageCode) => ({ projectId, villageCode })));
}

/**
 * Writes a new project of the asker's enterprise, as a draft.
 * @throws Refusal forbidden, input by field.
 */
export async function createProject(asker: Asker, raw: unknown): Promise<{ id: string }> {
  permit(asker, "project", "write");
  const { villages, ...input } = parse(projectInput, raw);
  return tx(async (w) => {
    const enterpriseId = asker.enterpriseId ?? "";
    const [firm] = await w
      .select({ state: enterprises.state })
      .from(enterprises)
      .where(eq(enterprises.id, enterpriseId));
    if (!firm) return refuse("forbidden");
    if (firm.state === "struck-off") refuse("enterprise-not-verified");
    await check(w, { villages, ...input });
    const [row] = await w
      .insert(projects)
      .values({ ...input, state: "draft", pinyin: pinyinKey(input.name), enterpriseId })
      .returning({ id: projects.id });
    const id = row?.id ?? "";
    await writeVillages(w, id, villages);
    await record(w, asker, { action: "project.create", ...about(id), after: { ...input, villages } });
    return { id };
  });
}

/**
 * Changes a project; one in the directory must stay fit for it.
 * @param version the one the writer saw. @throws Refusal not-found, forbidden, input, changed.
 */
export async function changeProject(asker: Asker, id: string, raw: unknown, version: number): Promise<void> {
  permit(asker, "project", "write");
  const { villages, ...input } = parse(projectInput, raw);
  await tx(async (w) => {
    const before = await load(w, asker, id);
    await check(w, { villages, ...input }, before.industry);
    const missing = before.state === "draft" ? {} : missingForDirectory({ ...input, villages });
    if (Object.keys(missing).length > 0) refuseFields(missing);
    const changed = await w
      .update(projects)
      .set({ ...input, pinyin: pinyinKey(input.name), version: version + 1, updatedAt: new Date() })
      .where(and(eq(projects.id, id), eq(projects.version, version)))
      .returning({ id: projects.id });
    if (changed.length === 0) refuse("changed");
    await writeVillages(w, id, villages);
    await record(w, asker, { action: "project.change", ...about(id), before, after: { ...input, villages } });
  });
}

/**
 * Lists, ends, reopens, hides, shows: as the move table says.
 * @returns the new state.
 * @throws Refusal not-found, forbidden, input (reason; what is missing), postings-open, changed, not-open with
 * the present state.
 */
export async function moveProject(
  asker: Asker,
  id: string,
  { move: name, reason: given = "", version }: { move: ProjectMoveName; reason?: string; version?: number },
): Promise<{ state: ProjectState }> {
  const move = projectMoves[name];
  permit(asker, "project", (move.by as readonly string[]).includes("county") ? "decide" : "write");
  const { reason } = parse(reasonInput, { reason: given });
  return tx(async (w) => {
    const seen = await load(w, asker, id);
    if (!(move.by as readonly string[]).includes(asker.role)) refuse("forbidden");
    if (move.needs.includes("reason") && reason === "") refuseFields({ reason: { code: "missing" } });
    if (!move.from.includes(seen.state)) refuse("not-open", { state: seen.state });
    if (version !== undefined && seen.version !== version) refuse("changed");
    if (move.needs.includes("complete")) {
      const missing = missingForDirectory(seen);
      if (Object.keys(missing).length > 0) refuseFields(missing);
    }
    if (move.needs.includes("quiet") && (await live(w, id)) > 0) refuse("postings-open");
    const changed = await w
      .update(projects)
      .set({
        state: move.to,
        stateReason: reason || null,
        version: seen.version + 1,
        updatedAt: new Date(),
      })
      .where(
        and(eq(projects.id, id), eq(projects.version, seen.version), inArray(projects.state, [...move.from])),
      )
      .returning({ id: projects.id });
    if (changed.length === 0) refuse("changed");
    await record(w, asker, {
      action: `project.${name}`,
      ...about(id),
      before: { state: seen.state },
      after: { state: move.to },
      why: reason || null,
    });
    return { state: move.to };
  });
}

const live = (w: Writer, id: string): Promise<number> =>
  w.$count(
    postings,
    and(eq(postings.projectId, id), inArray(postings.state, ["submitted", "published", "returned"])),
  );

/** Keeps a document for everyone to read. @throws Refusal not-found, forbidden, full beyond ten. */
export async function addDocument(asker: Asker, id: string, file: AcceptedFile): Promise<string> {
  permit(asker, "project", "write");
  return tx(async (w) => {
    await load(w, asker, id);
    return keepFile(w, asker, about(id), file, { isPublic: true });
  });
}

/** Takes a document away for good. @throws Refusal not-found, forbidden. */
export async function removeDocument(asker: Asker, id: string, fileId: string): Promise<void> {
  permit(asker, "project", "write");
  await tx(async (w) => {
    await load(w, asker, id);
    await removeFile(w, asker, about(id), fileId);
  });
}
