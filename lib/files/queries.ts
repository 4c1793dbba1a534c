import { and, asc, eq, inArray } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { files } from "@/db/schema";
import type { FileSubject } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import type { Source } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import type { FileMark } from "@/lib/files/files";
import { refuse } from "@/lib/refusal/refusal";
import { unsealBytes } from "@/lib/sealing/sealing";

const mark = {
  id: files.id,
  subject: files.subject,
  subjectId: files.subjectId,
  name: files.name,
  mediaType: files.mediaType,
  size: files.size,
  createdAt: files.createdAt,
};

/** The files of some subjects, oldest first; for rooms that have let their asker read these subjects. */
export async function filesOf(
  subject: FileSubject,
  subjectIds: readonly string[],
  source: Source = db,
): Promise<FileMark[]> {
  if (subjectIds.length === 0) return [];
  return source
    .select(mark)
    .from(files)
    .where(and(eq(files.subject, subject), inArray(files.subjectId, [...subjectIds])))
    .orderBy(asc(files.createdAt), asc(files.id));
}

/**
 * May this asker see the files of that subject? Refuses (not-found, forbidden) when not; says whose household
 * it concerns, so that "who looked at us" can tell.
 */
export type FileReader = (asker: Asker, subjectId: string) => Promise<{ householdCode: string | null }>;

/**
 * Opens a file for whoever its subject's room lets read it. The reading of a sealed one is logged.
 * @param readers one for each subject; the door knows them all (app/files/readers.ts).
 * @throws Refusal not-found, or what the subject's reader refuses with.
 */
export async function openFile(
  asker: Asker,
  id: string,
  readers: Readonly<Record<FileSubject, FileReader>>,
): Promise<FileMark & { body: Buffer; sealed: boolean }> {
  const [file] = await db
    .select({ ...mark, sealed: files.sealed })
    .from(files)
    .where(eq(files.id, id));
  if (!file) return refuse("not-found");
  const { householdCode } = await readers[file.subject](asker, file.subjectId);
  if (!file.sealed) return { ...file, body: await bodyOf(db, id) };
  const body = await tx(async (w) => {
    await record(w, asker, {
      action: "file.read",
      subject: file.subject,
      subjectId: file.subjectId,
      householdCode,
      after: { file: id },
    });
    return bodyOf(w, id);
  });
  return { ...file, body: unsealBytes(body, { table: "files", row: id, column: "body" }) };
}

/** @throws Refusal not-found when it was taken away since. */
async function bodyOf(source: Source, id: string): Promise<Buffer> {
  const [row] = await source.select({ body: files.body }).from(files).where(eq(files.id, id));
  return row ? row.body : refuse("not-found");
}
