import { and, eq, inArray, lt } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { dues, users } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { seedDemo } from "@/lib/demo/seed";
import { enterprisesInDefault } from "@/lib/moneys/default";

/** The demo is made on the day it is first started: its doors must be open on every one. */

let close = async () => {};
afterEach(() => close());

// Before and after the day of dividends, at the year's end, on a holiday, in a leap year's February, in summer.
it.each(["2026-11-29", "2026-12-01", "2027-01-01", "2027-02-06", "2028-02-29", "2027-07-15"])(
  "made on %s, the enterprises that can be signed in to may post, and owe something",
  async (today) => {
    close = await openTestDatabase();
    await seedDemo({ scale: 0.02, seed: 1, today });
    const shown = await db
      .select({ id: users.enterpriseId })
      .from(users)
      .where(inArray(users.username, ["enterprise", "enterprise2"]));
    const ids = shown.flatMap(({ id }) => (id ? [id] : []));
    expect(ids).toHaveLength(2);
    const stopped = await enterprisesInDefault(today);
    expect(ids.filter((id) => stopped.has(id))).toEqual([]);
    const late = await db
      .select()
      .from(dues)
      .where(and(inArray(dues.enterpriseId, ids), eq(dues.state, "open"), lt(dues.dueOn, today)));
    expect(late.filter((due) => due.paidFen < due.amountFen).length).toBeGreaterThan(0);
  },
);
