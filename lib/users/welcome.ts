import { eq } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { users } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";

/** Whether somebody has not put the first hints away yet. */
export async function isNew(asker: Asker): Promise<boolean> {
  permit(asker, "user", "read");
  const [row] = await db
    .select({ welcomedAt: users.welcomedAt })
    .from(users)
    .where(eq(users.id, asker.userId ?? ""));
  return row !== undefined && row.welcomedAt === null;
}

/** Puts the first hints away for good. */
export async function putHintsAway(asker: Asker): Promise<void> {
  permit(asker, "user", "read");
  await tx((w) =>
    w
      .update(users)
      .set({ welcomedAt: new Date() })
      .where(eq(users.id, asker.userId ?? "")),
  );
}
