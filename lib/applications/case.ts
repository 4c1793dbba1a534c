import { aliasedTable, and, asc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { applications, audit, notices, objections, users } from "@/db/schema";
import type { ApplicationState, ConsentWay, Role } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { type MoveName, moveNames } from "@/lib/applications/moves";
import type { WholeApplication } from "@/lib/applications/queries";
import { type Witness, witnessesOf } from "@/lib/applications/word";
import type { FileMark } from "@/lib/files/files";
import { filesOf } from "@/lib/files/queries";

const giver = aliasedTable(users, "giver");

/** One thing that happened to a case. */
export type Step = {
  at: Date;
  move: MoveName | "invite" | "remind" | "remind-county";
  to: ApplicationState | null;
  /** Null: time did it. */
  name: string | null;
  role: Role | "public" | "system";
  why: string | null;
  /** How the household gave its word for it, where it was asked, and the slip's number. */
  word: { how: ConsentWay; evidence: string | null } | null;
};

const moves = [...moveNames, "invite", "remind", "remind-county"] as const;
const isMove = (name: string): name is Step["move"] => (moves as readonly string[]).includes(name);

type After = { state?: ApplicationState; consent?: ConsentWay; evidence?: string | null };

/**
 * All that happened to a case, oldest first, from the audit, where nothing is overwritten.
 * @param application one the asker was shown: `getApplication` has asked. @throws Refusal forbidden.
 */
export async function stepsOf(asker: Asker, { id }: Pick<WholeApplication, "id">): Promise<Step[]> {
  permit(asker, "application", "read");
  const rows = await db
    .select({
      at: audit.at,
      action: audit.action,
      after: audit.after,
      why: audit.why,
      role: audit.role,
      name: users.name,
    })
    .from(audit)
    .leftJoin(users, eq(users.id, audit.userId))
    .where(
      and(
        eq(audit.subject, "application"),
        eq(audit.subjectId, id),
        inArray(
          audit.action,
          moves.map((move) => `application.${move}`),
        ),
      ),
    )
    .orderBy(asc(audit.seq));
  return rows.flatMap(({ action, after, role, ...row }) => {
    const move = action.slice("application.".length);
    const { state = null, consent, evidence = null } = (after ?? {}) as After;
    const word = consent ? { how: consent, evidence } : null;
    return isMove(move) ? [{ ...row, move, to: state, role: role as Step["role"], word }] : [];
  });
}

/** The household's word with all that shows it. */
export type WordShown = {
  by: string | null;
  /** Whose sign-in slip opened the session in which it was given; a name. */
  slipBy: string | null;
  at: Date | null;
  witnesses: Witness[];
  photos: FileMark[];
};

/** For who may read the names of a household; a reading of the case is logged where it is opened. */
export async function wordOf(asker: Asker, { id }: Pick<WholeApplication, "id">): Promise<WordShown | null> {
  if (!grantOf(asker.role, "identity", "read")) return null;
  const [row] = await db
    .select({
      at: applications.consentAt,
      sealed: applications.witnessesSealed,
      by: users.name,
      slipBy: giver.name,
    })
    .from(applications)
    .leftJoin(giver, eq(giver.id, applications.slipBy))
    .leftJoin(users, eq(users.id, applications.consentBy))
    .where(eq(applications.id, id));
  if (!row) return null;
  return {
    by: row.by,
    slipBy: row.slipBy,
    at: row.at,
    witnesses: witnessesOf(id, row.sealed),
    photos: await filesOf("application", [id]),
  };
}

/** Every notice a case ever had and the objections to it, oldest first. */
export function noticesOfCase(asker: Asker, { id }: Pick<WholeApplication, "id">) {
  permit(asker, "objection", "read");
  return db
    .select({
      noticeId: notices.id,
      number: notices.number,
      state: notices.state,
      publishedOn: notices.publishedOn,
      endsOn: notices.endsOn,
      objection: objections.id,
      objectionState: objections.state,
      body: objections.body,
      via: objections.via,
      decisionReason: objections.decisionReason,
    })
    .from(notices)
    .leftJoin(objections, eq(objections.noticeId, notices.id))
    .where(eq(notices.applicationId, id))
    .orderBy(asc(notices.publishedOn), asc(notices.id), asc(objections.id));
}
