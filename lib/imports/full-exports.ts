import { aliasedTable, and, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db, tx } from "@/db/client";
import { divisions, fullExports, users } from "@/db/schema";
import { type Asker, isInside } from "@/lib/access/asker";
import { permit, type Source } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant } from "@/lib/i18n/format";
import type { ExportQuestion } from "@/lib/imports/export";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

const [asked, decided] = [aliasedTable(users, "asked"), aliasedTable(users, "decided")];

/** Days an allowed export can be taken. */
const daysToTake = 3;

export type FullExport = typeof fullExports.$inferSelect & {
  askedByName: string | null;
  decidedByName: string | null;
  divisionName: string | null;
  /** Allowed, and its days are over. */
  ended: boolean;
};

const endedAt = (decidedAt: Date | null) => (decidedAt?.getTime() ?? 0) + daysToTake * 86_400_000;

/** Requests for the asker's area. */
function readable(asker: Asker): SQL {
  permit(asker, "export", "reveal");
  const scope = asker.divisionScope ?? "-";
  return sql`substr(${fullExports.division}, 1, ${scope.length}) = ${scope}`;
}

/** Newest first, at most 50. @throws Refusal forbidden */
export async function listFullExports(asker: Asker, now = new Date()): Promise<FullExport[]> {
  const rows = await db
    .select({
      one: fullExports,
      askedByName: asked.name,
      decidedByName: decided.name,
      divisionName: divisions.name,
    })
    .from(fullExports)
    .leftJoin(asked, eq(asked.id, fullExports.askedBy))
    .leftJoin(decided, eq(decided.id, fullExports.decidedBy))
    .leftJoin(divisions, eq(divisions.code, fullExports.division))
    .where(readable(asker))
    .orderBy(desc(fullExports.id))
    .limit(50);
  return rows.map(({ one, ...names }) => ({
    ...one,
    ...names,
    ended: one.state === "allowed" && endedAt(one.decidedAt) < now.getTime(),
  }));
}

const askInput = z.strictObject({
  /** 12 digits; a town's or the county's ends in zeros. */
  division: z.string().regex(/^\d{12}$/, "code:unknown"),
  reason: z.string().trim().min(5).max(300),
});

/** The prefix below which everything of a division lies. */
export const prefixOf = (code: string): string =>
  code.endsWith("000000") ? code.slice(0, 6) : code.endsWith("000") ? code.slice(0, 9) : code;

/** A division within the asker's scope; its own when none is named. @throws Refusal input */
export function divisionFor(asker: Asker, code: string | undefined): string {
  const scope = asker.divisionScope ?? refuse("forbidden");
  if (code && !/^\d{12}$/.test(code)) refuseFields({ division: { code: "unknown" } });
  const prefix = code ? prefixOf(code) : scope;
  return isInside(scope, prefix) ? prefix : refuseFields({ division: { code: "unknown" } });
}

/** Asks for a full export, saying what for. @throws Refusal forbidden, input */
export async function askFullExport(asker: Asker, raw: unknown): Promise<{ id: string }> {
  permit(asker, "export", "reveal");
  const { division, reason } = parse(askInput, raw);
  divisionFor(asker, division);
  return tx(async (w) => {
    const [row] = await w
      .insert(fullExports)
      .values({ division, reason, askedBy: asker.userId ?? refuse("forbidden") })
      .returning({ id: fullExports.id });
    const id = row?.id ?? "";
    await record(w, asker, {
      ...{ action: "export.ask", subject: "export", subjectId: id },
      after: { division },
      why: reason,
    });
    return { id };
  });
}

async function load(from: Source, asker: Asker, id: string) {
  const [row] = await from
    .select()
    .from(fullExports)
    .where(and(eq(fullExports.id, id), readable(asker)));
  return row ?? refuse("not-found");
}

/** Allows or refuses what another asked for. @throws Refusal forbidden, not-found, own-case, not-open */
export async function decideFullExport(asker: Asker, id: string, allow: boolean): Promise<void> {
  permit(asker, "export", "decide");
  await tx(async (w) => {
    const one = await load(w, asker, id);
    if (one.askedBy === asker.userId) refuse("own-case");
    const state = allow ? ("allowed" as const) : ("refused" as const);
    const rows = await w
      .update(fullExports)
      .set({ state, decidedBy: asker.userId, decidedAt: new Date() })
      .where(and(eq(fullExports.id, id), eq(fullExports.state, "asked")))
      .returning({ id: fullExports.id });
    if (rows.length === 0) refuse("not-open");
    await record(w, asker, {
      ...{ action: `export.${allow ? "allow" : "refuse"}`, subject: "export", subjectId: id },
      why: one.reason,
    });
  });
}

/**
 * What an allowed export holds, written down as taken: only by who asked for it, for three days.
 * @throws Refusal forbidden, not-found, not-open
 */
export async function takeFullExport(asker: Asker, id: string, now = new Date()): Promise<ExportQuestion> {
  permit(asker, "export", "reveal");
  return tx(async (w) => {
    const one = await load(w, asker, id);
    if (one.askedBy !== asker.userId) refuse("not-found");
    if (one.state !== "allowed" || endedAt(one.decidedAt) < now.getTime()) refuse("not-open");
    await w.update(fullExports).set({ takenAt: now }).where(eq(fullExports.id, id));
    await record(w, asker, {
      ...{ action: "export.take", subject: "export", subjectId: id },
      after: { division: one.division },
      why: one.reason,
    });
    const title = dictionary("zh").exports.watermark(
      id.slice(-8),
      asker.name,
      formatInstant("zh", now, true),
      one.reason,
    );
    return { view: "full", division: divisionFor(asker, one.division), title };
  });
}

/** What a masked export of a part of the asker's area holds, written down. @throws Refusal forbidden, input */
export async function takeMaskedExport(
  asker: Asker,
  division: string | undefined,
  now = new Date(),
): Promise<ExportQuestion> {
  permit(asker, "export", "read");
  const prefix = divisionFor(asker, division);
  await tx((w) =>
    record(w, asker, {
      action: "export.masked",
      subject: "export",
      subjectId: prefix,
      after: { division: prefix },
    }),
  );
  const title = dictionary("zh").exports.maskedTitle(asker.name, formatInstant("zh", now, true));
  return { view: "masked", division: prefix, title };
}
