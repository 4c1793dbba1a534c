import { and, eq, inArray, ne } from "drizzle-orm";
import { tx } from "@/db/client";
import { households, members } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { readableHouseholds } from "@/lib/households/queries";
import { parseIdNumber } from "@/lib/numbers/id-number";
import { presentWorld } from "@/lib/numbers/world";
import { blindIndexes } from "@/lib/sealing/sealing";

/**
 * The household where somebody with this ID number is, for who reads names in full, within reach; written down,
 * without the number.
 * @returns its code, null when there is none or the number is none. @throws Refusal forbidden
 */
export async function findByIdNumber(asker: Asker, typed: string, today: string): Promise<string | null> {
  permit(asker, "household", "read");
  const { view } = permit(asker, "identity", "read");
  const read = parseIdNumber(typed, presentWorld(), today);
  if (view !== "full" || !read.ok) return null;
  const indexes = blindIndexes(read.value.idNumber, "id-number");
  return tx(async (w) => {
    const [found] = await w
      .select({ code: households.code })
      .from(members)
      .innerJoin(households, eq(households.code, members.householdCode))
      .where(
        and(
          inArray(members.idNumberIndex, indexes),
          ne(members.state, "moved-out"),
          readableHouseholds(asker),
        ),
      )
      .limit(1);
    if (!found) return null;
    const note = { action: "household.find", subject: "household", subjectId: found.code };
    await record(w, asker, { ...note, householdCode: found.code });
    return found.code;
  });
}
