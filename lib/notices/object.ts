import { eq } from "drizzle-orm";
import { z } from "zod";
import { tx } from "@/db/client";
import { newId } from "@/db/ids";
import { applications, notices, objections } from "@/db/schema";
import { objectionVias } from "@/db/words";
import { type Asker, systemAsker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { moves } from "@/lib/applications/moves";
import { loadApplication, takeStep } from "@/lib/applications/step";
import { record } from "@/lib/audit/commands";
import { workdaysAfter } from "@/lib/clock/workdays";
import { keepFile } from "@/lib/files/commands";
import type { AcceptedFile } from "@/lib/files/files";
import { getNotice } from "@/lib/notices/queries";
import { receiptOf } from "@/lib/notices/receipt";
import { policyFor } from "@/lib/policy/queries";
import { line, prose } from "@/lib/postings/input";
import { parse } from "@/lib/refusal/parse";
import { refuse } from "@/lib/refusal/refusal";
import { seal } from "@/lib/sealing/sealing";

export const objectionInput = z.strictObject({
  body: prose(2000).min(5),
  /** How to reach whoever objects, if they wish; sealed. */
  contact: line(100).optional(),
  /** A paper handed in or a call, written down by the village or an officer. On the web unless said. */
  via: z.enum(objectionVias).optional(),
});

/** Who may write down an objection that came this way. */
const recorders: readonly string[] = ["village", "town", "county"];

/**
 * Anyone objects to a notice while it is up: that one row is held until someone outside its chain decides.
 * @param photo of the paper, kept sealed. @returns the objection's id, and the receipt to look it up by.
 * @throws Refusal input, forbidden (a paper or a call, by whom it is not theirs to record), not-found,
 * notice-over.
 */
export async function objectTo(
  asker: Asker,
  noticeId: string,
  raw: unknown,
  today: string,
  photo: AcceptedFile | null = null,
): Promise<{ id: string; receipt: string }> {
  permit(asker, "objection", "write");
  const input = parse(objectionInput, raw);
  const { via = "web" } = input;
  if (via !== "web" && !recorders.includes(asker.role)) refuse("forbidden");
  const id = newId();
  return tx(async (w) => {
    const notice = await getNotice(asker, noticeId, today, w);
    if (notice.state !== "open" || notice.endsOn < today) refuse("notice-over");
    const [row] = await w
      .select({ applicationId: applications.id })
      .from(notices)
      .innerJoin(applications, eq(applications.id, notices.applicationId))
      .where(eq(notices.id, noticeId));
    // The objector need not be allowed to read the application that the notice is about.
    const loaded = await loadApplication(w, systemAsker, row?.applicationId ?? "");
    if (!moves.object.from.includes(loaded.application.state)) refuse("notice-over");
    const contactSealed = input.contact
      ? seal(input.contact, { table: "objections", row: id, column: "contact" })
      : null;
    const answerDueOn = workdaysAfter(today, (await policyFor(today, w))["reply.objectionDays"]);
    await w
      .insert(objections)
      .values({ id, noticeId, via, body: input.body, contactSealed, recordedBy: asker.userId, answerDueOn });
    if (photo) await keepFile(w, asker, { subject: "objection", subjectId: id }, photo);
    if (loaded.application.state === "approved") await takeStep(w, asker, loaded, "object");
    await record(w, asker, {
      action: "notice.object",
      subject: "notice",
      subjectId: noticeId,
      after: { objection: id, via },
    });
    return { id, receipt: receiptOf(notice.number, id) };
  });
}
