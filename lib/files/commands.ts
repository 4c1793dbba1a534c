import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { files } from "@/db/schema";
import type { FileSubject } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { record } from "@/lib/audit/commands";
import type { AcceptedFile } from "@/lib/files/files";
import { refuse } from "@/lib/refusal/refusal";
import { sealBytes } from "@/lib/sealing/sealing";

type Belongs = { subject: FileSubject; subjectId: string; householdCode?: string | null };

/**
 * Keeps a file in the caller's transaction, which has already asked whether the asker may write its subject.
 * Sealed unless `isPublic`: only what the public may see of a published subject is kept open.
 * @returns its id: what `/files/<id>` shows.
 */
export async function keepFile(
  w: Writer,
  asker: Asker,
  { subject, subjectId, householdCode }: Belongs,
  file: AcceptedFile,
  { isPublic = false } = {},
): Promise<string> {
  const id = newId();
  const { name, mediaType, body } = file;
  const sha256 = createHash("sha256").update(body).digest("hex");
  await w.insert(files).values({
    id,
    subject,
    subjectId,
    name,
    mediaType,
    size: body.length,
    sha256,
    sealed: !isPublic,
    body: isPublic ? body : sealBytes(body, { table: "files", row: id, column: "body" }),
    addedBy: asker.userId,
  });
  await record(w, asker, {
    action: "file.keep",
    subject,
    subjectId,
    householdCode: householdCode ?? null,
    after: { file: id, mediaType, size: body.length, sha256 },
  });
  return id;
}

/**
 * Takes a file away for good: whoever put a paper with somebody's name up by mistake must be able to. What
 * remains is the audit's note of it. In the caller's transaction, as keepFile.
 * @throws Refusal not-found when the subject has no such file.
 */
export async function removeFile(
  w: Writer,
  asker: Asker,
  { subject, subjectId, householdCode }: Belongs,
  id: string,
): Promise<void> {
  const gone = await w
    .delete(files)
    .where(and(eq(files.id, id), eq(files.subject, subject), eq(files.subjectId, subjectId)))
    .returning({ size: files.size, sha256: files.sha256, mediaType: files.mediaType });
  if (!gone[0]) refuse("not-found");
  await record(w, asker, {
    action: "file.remove",
    subject,
    subjectId,
    householdCode: householdCode ?? null,
    before: { file: id, ...gone[0] },
  });
}
