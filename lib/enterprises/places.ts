import { and, eq } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { enterprisePlaces } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { ownOpen } from "@/lib/enterprises/change";
import { placeInput } from "@/lib/enterprises/input";
import { checkPlaces } from "@/lib/enterprises/register";
import { keepFile, removeFile } from "@/lib/files/commands";
import type { AcceptedFile } from "@/lib/files/files";
import { parse } from "@/lib/refusal/parse";
import { refuse } from "@/lib/refusal/refusal";

/** What an enterprise adds to its entry: further places, and papers such as its license. */

const mostPlaces = 50;

const about = (id: string) => ({ subject: "enterprise" as const, subjectId: id });

/** @throws Refusal input, not-open, full beyond fifty. */
export async function addPlace(asker: Asker, raw: unknown): Promise<void> {
  permit(asker, "enterprise", "write");
  const input = parse(placeInput, raw);
  await tx(async (w) => {
    const { id } = await ownOpen(w, asker);
    await checkPlaces(w, input);
    if ((await w.$count(enterprisePlaces, eq(enterprisePlaces.enterpriseId, id))) >= mostPlaces)
      refuse("full", { left: 0 });
    await w.insert(enterprisePlaces).values({ ...input, enterpriseId: id });
    await record(w, asker, { action: "enterprise.add-place", ...about(id), after: input });
  });
}

/** @throws Refusal not-found when the asker's enterprise has no such place, not-open. */
export async function removePlace(asker: Asker, placeId: string): Promise<void> {
  permit(asker, "enterprise", "write");
  await tx(async (w) => {
    const { id } = await ownOpen(w, asker);
    const [gone] = await w
      .delete(enterprisePlaces)
      .where(and(eq(enterprisePlaces.id, placeId), eq(enterprisePlaces.enterpriseId, id)))
      .returning();
    if (!gone) refuse("not-found");
    await record(w, asker, { action: "enterprise.remove-place", ...about(id), before: gone });
  });
}

/** Keeps a paper of the enterprise's, sealed: for officers, not for the public. @throws Refusal not-open. */
export const addPaper = (asker: Asker, file: AcceptedFile): Promise<string> =>
  withOwn(asker, (w, id) => keepFile(w, asker, about(id), file));

/** @throws Refusal not-found, not-open. */
export const removePaper = (asker: Asker, fileId: string): Promise<void> =>
  withOwn(asker, (w, id) => removeFile(w, asker, about(id), fileId));

async function withOwn<T>(asker: Asker, work: (w: Writer, id: string) => Promise<T>): Promise<T> {
  permit(asker, "enterprise", "write");
  return tx(async (w) => work(w, (await ownOpen(w, asker)).id));
}
